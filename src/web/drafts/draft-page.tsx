import type { FilledDraft } from '../../app/fill-draft.ts';
import type { Reading } from '../../domain/forms/check.ts';
import { reasonItem } from '../../domain/forms/populate.ts';
import { inLang } from '../../domain/forms/questionnaire.ts';
import { reachableByEmail } from '../../domain/patient/contact.ts';
import { fullName } from '../../domain/patient/patient.ts';
import { Attached } from '../../ui/attached.tsx';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Checkbox, Checkboxes, FileField, Radios, Select, TextArea, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { momentShort } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { ageInWords, cardInWords } from '../../ui/patient-words.ts';
import { QuestionnaireFields, sectionId, UpdateForm } from '../../ui/questionnaire.tsx';
import { Strip } from '../../ui/strip.tsx';

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
}

/** The form of the route that was chosen, prefilled; kept at every press, sent by one of them. */
export function DraftPage(props: DraftPageProps) {
  const ui = useUi();
  const { drafts } = ui.words;
  const { filled, reading, errors, note, receipt } = props;
  const { draft, service, patient, form } = filled;
  const name = service?.name[ui.lang] ?? '';
  const heading = draft.kind === 'econsult' ? drafts.askTitle(name) : drafts.referTitle(name);
  return (
    <Frame title={drafts.kinds[draft.kind]} here="ask" strip={<Whose filled={filled} />}>
      <header class="stack">
        <p class="s">
          <a href={patient ? `/ask?patient=${patient.key}` : '/ask'}>{drafts.backToRoutes}</a>
        </p>
        <h1>{heading}</h1>
        <p class="dim">
          {service?.siteName[ui.lang]} · {ui.words.forms.progress(reading.done, reading.required)}
        </p>
        <ErrorSummary errors={errors} />
        {note && (
          <Note look={note.look} focus>
            {note.text}
          </Note>
        )}
      </header>
      <div class="cols sidel">
        <nav class="stick s" aria-label={drafts.sections}>
          <ul class="plain stack">
            {form.item.map(one => (
              <li key={one.linkId}>
                <a href={`#${sectionId(one)}`}>{inLang(one.text, one._text, ui.lang)}</a>
              </li>
            ))}
            <li>
              <a href="#files">{drafts.files}</a>
            </li>
            <li>
              <a href="#consent">{drafts.consent}</a>
            </li>
          </ul>
          <p class="xs dim">{drafts.saved(momentShort(draft.savedAt, ui))}</p>
        </nav>
        <Form multipart receipt={receipt ?? true} class="stack" label={heading}>
          <input type="hidden" name="version" value={draft.version} />
          <Question {...props} />
          <QuestionnaireFields
            form={form}
            typed={filled.answers}
            reading={reading}
            showProblems={errors.length > 0}
          />
          <UpdateForm />
          <Papers {...props} />
          <Consent {...props} />
        </Form>
      </div>
    </Frame>
  );
}

function Whose({ filled: { patient } }: { filled: FilledDraft }) {
  const ui = useUi();
  if (!patient) return null;
  const { patients } = ui.words;
  const facts = [
    `${ageInWords(ui, patient.birthDate)}, ${patients.sexes[patient.sexAtBirth].toLocaleLowerCase(ui.lang)}`,
    `${patients.sections.card} ${cardInWords(ui, patient.card, true)}`,
  ];
  return <Strip name={fullName(patient)} facts={facts} />;
}

function Question({ filled: { draft, form }, errors }: DraftPageProps) {
  const { drafts } = useUi().words;
  return (
    <section class="card stack" aria-labelledby="question-h">
      <h2 id="question-h">{drafts.heading}</h2>
      <TextField
        name="title"
        label={drafts.titleField}
        hint={drafts.titleHint}
        value={draft.title}
        error={errorOf(errors, 'title')}
        required
      />
      {!reasonItem(form) && (
        <TextArea
          name="question"
          label={draft.kind === 'econsult' ? drafts.question : drafts.reason}
          value={draft.question}
          rows={6}
          error={errorOf(errors, 'question')}
          required
        />
      )}
      {draft.kind === 'referral' && (
        <>
          <Radios
            name="urgency"
            label={drafts.howSoon}
            value={draft.urgency || 'routine'}
            line
            choices={[
              { value: 'routine', label: drafts.routine },
              { value: 'urgent', label: drafts.urgent },
            ]}
          />
          <TextField
            name="urgencyReason"
            label={drafts.urgentReason}
            value={draft.urgencyReason}
            error={errorOf(errors, 'urgencyReason')}
          />
        </>
      )}
    </section>
  );
}

function Papers({ filled, fileErrors = [] }: DraftPageProps) {
  const { drafts, files } = useUi().words;
  const { attachments, from, draft } = filled;
  const along = (['advice', 'attachments'] as const).filter(part => !draft.leaveBehind.includes(part));
  return (
    <section class="card stack" id="files" aria-labelledby="files-h">
      <h2 id="files-h">{drafts.files}</h2>
      {from && (
        <Checkboxes
          name="along"
          label={drafts.movesAlong}
          values={along}
          choices={[
            { value: 'advice', label: drafts.movesAdvice },
            { value: 'attachments', label: drafts.movesFiles },
          ]}
        />
      )}
      <Attached files={attachments} />
      {attachments.map(file => (
        <SubmitButton key={file.key} look="text" name="do" value={`leave-${file.key}`}>
          {drafts.leaveOut}: <bdi>{file.name}</bdi>
        </SubmitButton>
      ))}
      <FileField
        name="file"
        label={files.add}
        hint={drafts.filesLead}
        multiple
        accept=".pdf,.jpg,.jpeg,.png,.gif,.tif,.tiff,.txt,.mp3,.mp4"
        error={fileErrors.length > 0 ? fileErrors.join(' ') : undefined}
      />
      <div class="line">
        <SubmitButton icon="clip" name="do" value="files">
          {files.upload}
        </SubmitButton>
      </div>
    </section>
  );
}

function Consent({ filled, errors, signedBy }: DraftPageProps) {
  const { drafts } = useUi().words;
  const { draft, patient, signedBy: signer, signers } = filled;
  const emails = patient ? reachableByEmail(patient.contacts).map(contact => contact.email) : [];
  return (
    <section class="card stack" id="consent" aria-labelledby="consent-h">
      <h2 id="consent-h">{drafts.consent}</h2>
      {draft.kind === 'econsult' ? (
        <Checkbox name="mayConvert" label={drafts.mayConvert} checked={draft.mayConvert} />
      ) : (
        <Radios
          name="mayContact"
          label={drafts.mayContact}
          hint={drafts.mayContactHint(emails.join(', ') || drafts.noContact)}
          value={draft.mayContact}
          error={errorOf(errors, 'mayContact')}
          required
          line
          choices={[
            { value: 'yes', label: drafts.yes },
            { value: 'no', label: drafts.no },
          ]}
        />
      )}
      {signer === null && (
        <Select
          name="signedBy"
          label={drafts.chooseSigner}
          value={signedBy}
          empty="–"
          choices={signers.map(one => ({ value: one.key, label: one.name }))}
          error={errorOf(errors, 'signedBy')}
          required
        />
      )}
      <div class="line acts">
        <SubmitButton look="main" icon="right" name="do" value="send">
          {drafts.send[draft.kind]}
        </SubmitButton>
        <SubmitButton name="do" value="keep">
          {drafts.keep}
        </SubmitButton>
      </div>
      <p class="s dim">
        {signer !== null && `${drafts.sentAs(signer)} `}
        {draft.kind === 'econsult' ? drafts.clockAdvice : drafts.clockVisit}
      </p>
    </section>
  );
}
