import type { ComponentChildren } from 'preact';
import type { OpenedForm } from '../../app/forms/form-library.ts';
import type { LibraryForm } from '../../app/ports/form-library.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { Frame } from '../../ui/frame.tsx';
import { Tag } from '../../ui/tag.tsx';

/** Who keeps forms; the network's are the programme's stewards'. */
export const formKeepers = { enter: ['person'], roles: ['steward', 'lead'], phi: false } as const;

/** The title of a form in the language of the page. */
export function titleOf({ lang }: Ui, form: Pick<LibraryForm, 'titleEn' | 'titleFr'>): string {
  return lang === 'fr' ? form.titleFr : form.titleEn;
}

interface FormFrameProps {
  form: LibraryForm;
  /** What this page does with it; absent on the form's own page. */
  heading?: string;
  children: ComponentChildren;
}

/** A page about one form. */
export function FormFrame({ form, heading, children }: FormFrameProps) {
  const ui = useUi();
  const w = ui.words.library;
  const title = titleOf(ui, form);
  const shown = heading ?? title;
  return (
    <Frame title={heading === undefined ? title : `${heading}: ${title}`} here="forms">
      <header class="stack">
        <p class="s">
          {heading === undefined ? (
            <a href="/forms">{w.back}</a>
          ) : (
            <a href={`/forms/${form.key}`}>{ui.words.fields.about(w.toForm, title)}</a>
          )}
        </p>
        <h1>{shown}</h1>
      </header>
      {children}
    </Frame>
  );
}

/** Where a form stands, in colour and words. */
export function FormState({ form }: { form: LibraryForm }) {
  const w = useUi().words.library;
  if (form.retiredAt !== null) return <Tag role="none" icon="x" label={w.retired} />;
  return (
    <span class="line">
      {form.published === null ? (
        <Tag role="back" icon="edit" label={w.notPublished} />
      ) : (
        <Tag role="ok" icon="check" label={w.version(form.published)} />
      )}
      {form.published !== null && form.hasDraft && <Tag role="ask" icon="edit" label={w.changed} />}
    </span>
  );
}

/** What is shown of a form: its draft before what is published. */
export function contentOf({ draft, latest }: Pick<OpenedForm, 'draft' | 'latest'>) {
  return draft?.questionnaire ?? latest;
}
