import { isChoice } from '../../app/drafts/send-draft.ts';
import { reachable, wayTo } from '../../domain/patient/contact.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf } from '../../ui/error-summary.tsx';
import { Checkbox, DateField, Radios, Select, TextArea, TextField } from '../../ui/fields.tsx';
import { SubmitButton } from '../../ui/form.tsx';
import { Note } from '../../ui/note.tsx';
import { SurveyFields } from '../cases/acts/econsult/close.tsx';
import { WordsField } from '../cases/words-field.tsx';
import { AdviceConsent, TellPatient } from './asking-apart.tsx';
import { asksSurvey, surveyOf } from './draft-body.ts';
import type { DraftPageProps } from './draft-page.tsx';

/** The last card: what the eConsult still asks, consent, who signs, and the button. */
export function Sending(props: DraftPageProps) {
  const { drafts } = useUi().words;
  const { filled, errors } = props;
  const { kind } = filled.draft;
  const choice = isChoice(filled.draft);
  return (
    <>
      {asksSurvey(filled) && (
        <section class="card stack" id="closing" aria-labelledby="closing-h">
          <h2 id="closing-h">{drafts.closing}</h2>
          <p class="dim">{drafts.closingLead}</p>
          <SurveyFields typed={surveyOf(filled)} errors={errors} />
        </section>
      )}
      <section class="card stack" id="consent" aria-labelledby="consent-h">
        <h2 id="consent-h">{drafts.consent}</h2>
        <Consent {...props} />
        {choice ? (
          <ForPatient {...props} />
        ) : (
          <>
            <LetterLater {...props} />
            <CopyTo {...props} />
            <Through {...props} />
          </>
        )}
        <Signer {...props} />
        {props.overlaps && <Beside {...props} />}
        {kind === 'econsult' && <CanWait />}
        <div class="line acts">
          <SubmitButton look="main" icon="right" name="do" value="send">
            {filled.signedBy === null ? drafts.toSign.give : choice ? drafts.choice.send : drafts.send[kind]}
          </SubmitButton>
          <SubmitButton name="do" value="keep">
            {drafts.keep}
          </SubmitButton>
        </div>
        <SentAs {...props} />
      </section>
    </>
  );
}

/** Before the button, once more: what cannot wait goes another way. */
function CanWait() {
  const { ask, frame } = useUi().words;
  const { question, emergency, crisis } = frame.danger;
  return (
    <p class="s">
      {ask.notUrgentAdvice} {question} {emergency} {crisis}
    </p>
  );
}

/** Another request like this is open; nothing else of it is told. */
function Beside({ beside, errors }: DraftPageProps) {
  const w = useUi().words.drafts.beside;
  return (
    <Note look="soon" title={w.title} focus={errors.length === 0}>
      <p>{w.lead}</p>
      <input type="hidden" name="asked" value="yes" />
      <TextArea
        name="beside"
        label={w.reason}
        hint={w.hint}
        value={beside}
        error={errorOf(errors, 'beside')}
        rows={2}
        required
      />
    </Note>
  );
}

function Consent(props: DraftPageProps) {
  const { draft, patient } = props.filled;
  const { errors } = props;
  const { drafts } = useUi().words;
  if (draft.kind === 'econsult')
    return (
      <>
        <AdviceConsent {...props} />
        <TellPatient {...props} />
        <Checkbox
          name="mayConvert"
          label={drafts.mayConvert}
          hint={drafts.mayConvertHint}
          checked={draft.mayConvert}
        />
      </>
    );
  const ways = patient ? reachable(patient.contacts).map(wayTo) : [];
  const how = ways.length > 0 ? drafts.mayContactBy(ways.join(', ')) : drafts.noContact;
  return (
    <Radios
      name="mayContact"
      label={drafts.mayContact}
      hint={how}
      value={draft.mayContact}
      error={errorOf(errors, 'mayContact')}
      required
      line
      choices={[
        { value: 'yes', label: drafts.yes },
        { value: 'no', label: drafts.no },
      ]}
    />
  );
}

/** It may go now and its letter later: the letter is then owed. */
function LetterLater({ filled: { draft }, errors }: DraftPageProps) {
  const { drafts } = useUi().words;
  if (draft.kind !== 'referral' || draft.converts !== '') return null;
  return (
    <DateField
      name="letterDue"
      label={drafts.letterDue}
      hint={drafts.letterDueHint}
      value={draft.letterDue}
      error={errorOf(errors, 'letterDue')}
    />
  );
}

/** The patient's family physician, where that is not who asks: reads along and gets the consult note. */
function CopyTo({ filled: { draft, copy }, errors }: DraftPageProps) {
  const { words, lang } = useUi();
  const { drafts } = words;
  if (draft.kind !== 'referral' || draft.converts !== '') return null;
  return (
    <TextField
      name="copyTo"
      label={drafts.copyTo}
      hint={copy ? drafts.copyToKnown(copy.name, copy.site[lang]) : drafts.copyToHint}
      value={draft.copyTo}
      width="short"
      autocomplete="off"
      error={errorOf(errors, 'copyTo')}
    />
  );
}

/** What the patient reads beside the places. */
function ForPatient({ filled: { draft }, errors }: DraftPageProps) {
  const { referralActs } = useUi().words;
  const { comment } = referralActs.shortlist;
  return (
    <WordsField
      name="forPatient"
      label={comment}
      value={draft.forPatient}
      errors={errors}
      optional
      rows={2}
    />
  );
}

/** The central intake the referral goes to first, or may. */
function Through({ filled: { draft, service } }: DraftPageProps) {
  const { words, lang } = useUi();
  const { through } = words.drafts;
  if (!service?.intake || service.kind !== 'referral') return null;
  const intake = service.intake.name[lang];
  if (service.takes === 'intake') return <p>{through.always(intake)}</p>;
  return (
    <Radios
      name="through"
      label={through.label}
      hint={through.hint}
      value={draft.through ? 'yes' : 'no'}
      choices={[
        { value: 'no', label: through.direct },
        { value: 'yes', label: through.intake(intake) },
      ]}
    />
  );
}

/** Whoever may not sign says which clinician will. */
function Signer({ filled: { draft, signedBy, signers }, signedBy: typed, errors }: DraftPageProps) {
  const { drafts, fields } = useUi().words;
  if (signedBy !== null) return null;
  const given = draft.toSignSince && signers.find(one => one.member === draft.actingFor)?.key;
  const chosen = typed || given || '';
  return (
    <Select
      name="signedBy"
      label={drafts.chooseSigner}
      hint={drafts.toSign.hint}
      value={chosen}
      empty={fields.choose}
      choices={signers.map(one => ({ value: one.key, label: one.name }))}
      error={errorOf(errors, 'signedBy')}
      required
    />
  );
}

/** In whose name, prepared by whom, and what happens next. */
function SentAs({ filled: { draft, signedBy } }: DraftPageProps) {
  const { words, person } = useUi();
  const { drafts } = words;
  const acting = person?.actingFor !== undefined && signedBy !== null;
  const who = acting ? drafts.preparedBy(person.name, signedBy) : signedBy && drafts.sentAs(signedBy);
  return (
    <p class="s dim">
      {who && `${who} `}
      {isChoice(draft)
        ? drafts.choice.clock
        : draft.kind === 'econsult'
          ? drafts.clockAdvice
          : drafts.clockVisit}
    </p>
  );
}
