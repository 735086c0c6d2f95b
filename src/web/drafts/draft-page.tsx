import type { FilledDraft } from '../../app/fill-draft.ts';
import { isChoice } from '../../app/send-draft.ts';
import type { UsualWait } from '../../domain/directory/service.ts';
import type { Reading } from '../../domain/forms/check.ts';
import { allItems, inLang } from '../../domain/forms/items.ts';
import type { Item } from '../../domain/forms/questionnaire.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { ErrorSummary, type FieldError } from '../../ui/error-summary.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { momentShort } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { QuestionnaireFields, sectionId, UpdateForm } from '../../ui/questionnaire.tsx';
import { Tag } from '../../ui/tag.tsx';
import { MethodLink, waitSentence } from '../../ui/wait-sentence.tsx';
import { AskingApart } from './asking-apart.tsx';
import { Guidance } from './guidance.tsx';
import { Opening } from './opening.tsx';
import { Options } from './options-chosen.tsx';
import { Papers } from './papers.tsx';
import { Sending } from './sending.tsx';
import { Whose } from './whose.tsx';

export interface DraftPageProps {
  filled: FilledDraft;
  reading: Reading;
  errors: readonly FieldError[];
  /** Beside the file field. */
  fileErrors?: readonly string[];
  /** Above the form: it was kept, it moved on, why it was not sent. */
  note?: { look?: 'soon' | 'late'; text: string };
  receipt?: string;
  signedBy?: string;
  /** A similar request is open: why send this beside it? */
  overlaps?: boolean;
  /** The reason as typed. */
  beside?: string;
  /** It came back from being sent. */
  tried?: boolean;
}

/** The form of the route that was chosen, prefilled; kept at every press, sent by one of them. */
export function DraftPage(props: DraftPageProps) {
  const ui = useUi();
  const { drafts } = ui.words;
  const { filled, errors, note } = props;
  const { draft } = filled;
  return (
    <Frame title={drafts.kinds[draft.kind]} here="ask" strip={<Whose {...filled} />}>
      {isChoice(draft) ? <Options {...filled} /> : <Head {...props} />}
      {filled.service && !isChoice(draft) && <Guidance service={filled.service} />}
      <ErrorSummary errors={errors} />
      {note && (
        <Note look={note.look} focus={errors.length === 0}>
          <p>{note.text}</p>
        </Note>
      )}
      <div class="cols sidel">
        <Sections {...props} />
        <DraftForm {...props} />
      </div>
      <Form action={`/drafts/${draft.key}/discard`} label={drafts.discard}>
        <SubmitButton look="text">{drafts.discard}</SubmitButton>
      </Form>
    </Frame>
  );
}

function Head({ filled, reading }: DraftPageProps) {
  const ui = useUi();
  const { lang, words } = ui;
  const { drafts, ask, forms } = words;
  const { draft, service } = filled;
  const name = service?.name[lang] ?? '';
  const back = draft.converts === '' ? `/ask/${draft.key}` : `/econsults/${draft.converts}/convert`;
  const { usual } = service ?? {};
  const measured = usual && usual.people >= 6;
  const wait =
    measured && (usual.medianMore || usual.ninetiethMore)
      ? waitSentence(ui, usual, draft.kind === 'econsult')
      : measured && usualInWords(ui, usual);
  const site = service?.siteName[lang];
  const place = [site === name ? '' : site, service?.city].filter(Boolean).join(', ');
  const usually = draft.kind === 'econsult' ? ask.usualAnswer : ask.usualWait;
  return (
    <header class="stack">
      <p class="s">
        <a href={back}>{drafts.backToRoutes}</a>
      </p>
      <h1>{draft.kind === 'econsult' ? drafts.askTitle(name) : drafts.referTitle(name)}</h1>
      <p class="dim">
        {place && `${place}. `}
        {wait && `${words.fields.about(usually, wait)}. `}
        {wait && (
          <>
            <MethodLink />.{' '}
          </>
        )}
        {reading.required > 1 && forms.progress(reading.done, reading.required)}
      </p>
    </header>
  );
}

function usualInWords({ words: { ask, directory } }: Ui, usual: UsualWait): string {
  const { median, ninetieth, people } = usual;
  return `${directory.span(median)}; ${ask.ninetieth(directory.span(ninetieth), people)}`;
}

/** The sections beside the form, each with whether it is complete; swapped when the form is kept. */
function Sections({ filled, reading }: DraftPageProps) {
  const ui = useUi();
  const { drafts, forms } = ui.words;
  const { form, draft } = filled;
  const asked = new Set(reading.asked.map(one => one.linkId));
  return (
    <nav class="stick s stack" aria-label={forms.sections} id="sections">
      <ul class="plain stack">
        <SectionLink href="#about" done={draft.title !== ''} text={drafts.heading} />
        {form.item
          .filter(one => asked.has(one.linkId))
          .map(one => (
            <SectionLink
              key={one.linkId}
              href={`#${sectionId(one)}`}
              done={isComplete(one, reading)}
              text={inLang(one.text, one._text, ui.lang)}
            />
          ))}
        <SectionLink href="#files" done text={drafts.files} />
        <SectionLink
          href="#consent"
          done={draft.kind === 'econsult' ? draft.adviceConsent !== '' : draft.mayContact === 'yes'}
          text={drafts.consent}
        />
      </ul>
      <p class="xs dim">{drafts.saved(momentShort(draft.savedAt, ui))}</p>
    </nav>
  );
}

function SectionLink({ href, done, text }: { href: string; done: boolean; text: string }) {
  const { forms } = useUi().words;
  const state = <span class="sr">{done ? forms.complete : forms.incomplete}</span>;
  return (
    <li class="line nowrap">
      <Tag role={done ? 'ok' : 'back'} icon={done ? 'check' : 'alert'} label={state} />
      <a href={href}>{text}</a>
    </li>
  );
}

function isComplete(section: Item, { problems }: Reading): boolean {
  const inside = new Set(allItems([section]).map(one => one.linkId));
  return !problems.some(one => inside.has(one.linkId));
}

/** Script keeps what is typed after a pause, and draws the questions that follow from it; a press does both without. */
function DraftForm(props: DraftPageProps) {
  const { drafts } = useUi().words;
  const { filled, reading, errors, receipt, tried } = props;
  const { draft, form, answers } = filled;
  return (
    <Form
      multipart
      receipt={receipt ?? true}
      class="wide"
      label={drafts.kinds[draft.kind]}
      htmx={{
        'hx-post': `/drafts/${draft.key}`,
        'hx-encoding': 'application/x-www-form-urlencoded',
        'hx-trigger': 'change delay:600ms, input delay:3s',
        'hx-vals': '{"do":"autosave"}',
        'hx-select': '#questions',
        'hx-select-oob': '#sections',
        'hx-target': '#questions',
        'hx-swap': 'outerMorph',
        'hx-sync': 'replace',
      }}
    >
      <input type="hidden" name="version" value={draft.version} />
      {tried && <input type="hidden" name="tried" value="yes" />}
      <Opening {...props} />
      <div class="wide" id="questions">
        <QuestionnaireFields form={form} typed={answers} reading={reading} showProblems={errors.length > 0} />
      </div>
      <UpdateForm />
      <AskingApart {...props} />
      <Papers {...props} />
      <Sending {...props} />
    </Form>
  );
}
