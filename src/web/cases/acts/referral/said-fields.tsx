import {
  appointmentLabels,
  cancelReasons,
  declineReasons,
  media,
  outcomes,
} from '../../../../domain/referral/referral.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf, type FieldError } from '../../../../ui/error-summary.tsx';
import { type Choice, DateField, NumberField, Radios, Select, TextField } from '../../../../ui/fields.tsx';
import { zoneInWords } from '../../../../ui/format.ts';
import { TimeField } from '../../../../ui/time-field.tsx';
import type { Words } from '../../../../words/words.ts';
import { WordsField } from '../../words-field.tsx';
import { type SaidVerb, said, type TypedSaid, wordsFieldOf } from './said.ts';

interface Props {
  typed: TypedSaid;
  what: SaidVerb;
  errors: readonly FieldError[];
}

/** The fields of what was said, by the verb it amounts to. */
export function SaidFields(props: Props) {
  const { typed, what, errors } = props;
  const { heard, fields: field } = useUi().words;
  const { fields } = said[what];
  return (
    <>
      {fields.includes('visit') && <Visit {...props} />}
      {fields.includes('anticipated') && (
        <DateField
          name="anticipated"
          label={heard.anticipated}
          hint={what === 'accept' ? heard.anticipatedHint : undefined}
          value={typed.anticipated}
          error={errorOf(errors, 'anticipated')}
        />
      )}
      {fields.includes('reason') && <Reason {...props} empty={field.choose} />}
      {fields.includes('outcome') && <Outcome {...props} />}
      {fields.includes('text') && <Text {...props} />}
      {fields.includes('minutes') && (
        <NumberField
          name="minutes"
          label={heard.minutes}
          value={typed.minutes}
          error={errorOf(errors, 'minutes')}
          required
        />
      )}
    </>
  );
}

function Text({ typed, what, errors }: Props) {
  const { heard } = useUi().words;
  const note = what === 'complete';
  const name = wordsFieldOf(what);
  return (
    <WordsField
      name={name}
      label={note ? heard.note : heard.words}
      {...(note && { hint: heard.noteHint })}
      rows={note ? 8 : 4}
      value={typed[name]}
      errors={errors}
      optional={!said[what].needsWords}
    />
  );
}

function reasonsOf(what: SaidVerb, { referral }: Words): (Choice & { group?: string })[] {
  if (what === 'cancel') return cancelReasons.map(value => ({ value, label: referral.cancelReasons[value] }));
  return (['not-us', 'not-needed'] as const).flatMap(kind =>
    declineReasons[kind].map(value => ({
      ...{ value, label: referral.declineReasons[value], group: referral.declineClasses[kind] },
    })),
  );
}

function Reason({ typed, what, errors, empty }: Props & { empty: string }) {
  const { words } = useUi();
  return (
    <Select
      name="reason"
      label={words.referralActs.decline.reason}
      choices={reasonsOf(what, words)}
      value={typed.reason}
      empty={empty}
      error={errorOf(errors, 'reason')}
      required
    />
  );
}

function Outcome({ typed, errors }: Props) {
  const { referral, referralActs } = useUi().words;
  return (
    <Radios
      name="outcome"
      label={referralActs.complete.outcome}
      choices={outcomes.map(value => ({ value, label: referral.outcomes[value] }))}
      value={typed.outcome}
      error={errorOf(errors, 'outcome')}
      required
    />
  );
}

function Visit({ typed, errors }: Props) {
  const ui = useUi();
  const { referral, heard, referralActs } = ui.words;
  const { appointment: words } = referralActs;
  const labels = appointmentLabels.map(value => ({ value, label: referral.labels[value] }));
  return (
    <>
      <Select name="label" label={words.label} choices={labels} value={typed.label} required />
      <div class="cols two">
        <DateField name="day" label={words.day} value={typed.day} error={errorOf(errors, 'day')} required />
        <TimeField
          name="time"
          label={words.time}
          hint={words.timeHint(zoneInWords(ui))}
          value={typed.time}
          error={errorOf(errors, 'time')}
          required
        />
      </div>
      <Radios
        name="medium"
        label={words.medium}
        choices={media.map(value => ({ value, label: referral.media[value] }))}
        value={typed.medium}
        error={errorOf(errors, 'medium')}
        line
      />
      <TextField name="place" label={heard.place} value={typed.place} error={errorOf(errors, 'place')} />
      <WordsField
        name="instructions"
        label={words.instructions}
        hint={referralActs.everyoneReads}
        value={typed.instructions}
        errors={errors}
        optional
      />
    </>
  );
}
