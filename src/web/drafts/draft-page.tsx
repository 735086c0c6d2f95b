import type { FilledDraft } from '../../app/drafts/fill-draft.ts';
import { isChoice } from '../../app/drafts/send-draft.ts';
import type { UsualWait } from '../../domain/directory/service.ts';
import type { Reading } from '../../domain/forms/check.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { ErrorSummary, type FieldError } from '../../ui/error-summary.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { QuestionnaireFields, UpdateForm } from '../../ui/questionnaire.tsx';
import { MethodLink, waitSentence } from '../../ui/wait-sentence.tsx';
import { AskingApart } from './asking-apart.tsx';
import { Guidance } from './guidance.tsx';
import { Opening } from './opening.tsx';
import { Options } from './options-chosen.tsx';
import { Papers } from './papers.tsx';
import { Sections } from './sections.tsx';
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
      <ToSign {...filled} />
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

/** For the writer, whom it waits for; for the clinician, who wrote it. */
function ToSign({ toSign, signedBy }: FilledDraft) {
  const w = useUi().words.drafts.toSign;
  if (toSign === null) return null;
  return (
    <Note look="soon">
      <p>{signedBy === null ? w.waits(toSign.signer) : w.yours(toSign.writer)}</p>
    </Note>
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
      : measured && usualInWords(ui, usual, draft.kind === 'econsult');
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

function usualInWords({ words: { ask, directory, waits } }: Ui, usual: UsualWait, answers: boolean): string {
  const { median, ninetieth, people } = usual;
  const of = answers ? waits.questions : waits.people;
  return `${directory.span(median)}; ${ask.ninetieth(directory.span(ninetieth), of(people))}`;
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
