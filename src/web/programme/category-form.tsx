import type { CategoryProblem, TypedCategory } from '../../app/directory/categories.ts';
import type { KeptCategory } from '../../app/ports/categories.ts';
import { inOrder } from '../../domain/directory/category-tree.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Select, TextArea, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

export interface CategoryFormProps {
  all: readonly KeptCategory[];
  /** The kind as it is now; absent for a new one. */
  kept?: KeptCategory;
  typed: TypedCategory;
  problems?: readonly CategoryProblem[];
  /** Somebody changed it since this form was drawn for the first time. */
  stale?: boolean;
}

/** Adds a kind of service, or changes one. */
export function CategoryForm({ all, kept, typed, problems = [], stale }: CategoryFormProps) {
  const ui = useUi();
  const w = ui.words.listings.categories;
  const errors = problems.map(one => errorIn(ui, one));
  const of = (name: keyof TypedCategory) => ({ name, value: typed[name], error: errorOf(errors, name) });
  const title = kept ? w.change : w.add;
  const choices = inOrder(all).map(({ category, depth }) => ({
    value: category.code,
    label: `${'– '.repeat(depth)}${ui.lang === 'fr' ? category.nameFr : category.nameEn}`,
  }));
  return (
    <Frame title={title} here="worklist">
      <header class="stack">
        <p class="s">
          <a href="/programme/categories">{w.back}</a>
        </p>
        <h1>{title}</h1>
        {kept && <p class="dim">{kept.code}</p>}
      </header>
      <ErrorSummary errors={errors} />
      {stale && kept && <Stale now={kept} />}
      <Form
        class="stack act"
        action={`/programme/categories/${kept?.code ?? 'new'}`}
        turn={kept?.version}
        label={title}
      >
        {!kept && <TextField {...of('code')} label={w.code} hint={w.codeHint} width="mid" required />}
        <div class="cols two">
          <TextField {...of('nameEn')} label={w.nameEn} lang="en" required />
          <TextField {...of('nameFr')} label={w.nameFr} lang="fr" required />
        </div>
        <Select {...of('parent')} label={w.parent} empty={w.top} choices={choices} />
        <TextArea {...of('terms')} label={w.termsField} hint={w.termsHint} rows={5} />
        <div class="acts">
          <SubmitButton look="main">{stale ? w.saveAnyway : w.save}</SubmitButton>
        </div>
      </Form>
    </Frame>
  );
}

function Stale({ now }: { now: KeptCategory }) {
  const { words } = useUi();
  const w = words.listings.categories;
  return (
    <Note look="soon" focus>
      <p>{w.stale}</p>
      <dl class="kv">
        <dt>{w.nameEn}</dt>
        <dd lang="en">{now.nameEn}</dd>
        <dt>{w.nameFr}</dt>
        <dd lang="fr">{now.nameFr}</dd>
        <dt>{w.termsField}</dt>
        <dd>{now.terms}</dd>
        <dt>{w.parent}</dt>
        <dd>{now.parent ?? w.top}</dd>
      </dl>
      <p>{words.listings.staleYours}</p>
    </Note>
  );
}

function errorIn({ words, lang }: Ui, found: CategoryProblem): FieldError {
  const { categories: w, problems } = words.listings;
  const labels = { code: w.code, nameEn: w.nameEn, nameFr: w.nameFr, terms: w.termsField, parent: w.parent };
  const shared = { field: found.field, label: labels[found.field] };
  if (found.problem === 'cycle') {
    const names = [...found.way, found.way[0]!].map(one => (lang === 'fr' ? one.nameFr : one.nameEn));
    return { ...shared, message: w.cycle(names.join(` ${w.under} `)) };
  }
  if (found.problem === 'taken') return { ...shared, message: w.taken };
  if (found.problem === 'bad-code') return { ...shared, message: w.badCode };
  return { ...shared, message: problems[found.problem] };
}
