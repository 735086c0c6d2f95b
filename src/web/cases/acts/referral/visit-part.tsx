import type { Tx } from '../../../../app/ports/database.ts';
import type { FormLine } from '../../../../app/ports/forms.ts';
import { type FreeSlot, freeSlots, slotOf } from '../../../../app/schedule/slots.ts';
import { appointmentLabels, media } from '../../../../domain/referral/referral.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf, type FieldError } from '../../../../ui/error-summary.tsx';
import { DateField, NumberField, Radios, Select, TextField } from '../../../../ui/fields.tsx';
import { zoneInWords } from '../../../../ui/format.ts';
import { TimeField } from '../../../../ui/time-field.tsx';
import type { ActOn } from '../../act.ts';
import { WordsField } from '../../words-field.tsx';
import { FreeTimes } from './free-times.tsx';
import type { TypedVisit } from './visit-typed.ts';

/** How many free times stand on the page. */
const shown = 12;

/** What the service usually books. */
export interface UsualVisit {
  /** Free times of its schedules, from the day that was asked for. */
  free: readonly FreeSlot[];
  labels: readonly string[];
  medium: string | null;
  /** What the patient may be asked before it. */
  forms: readonly FormLine[];
}

export async function usualVisit(
  tx: Tx,
  { one }: Pick<ActOn, 'one'>,
  typed: Pick<TypedVisit, 'later' | 'slot'>,
): Promise<UsualVisit> {
  const { service } = one.state.receiver;
  const from = typed.later === '' ? {} : { from: typed.later };
  const next = await freeSlots(tx, { state: one.state, caseId: one.id }, { ...from, limit: shown });
  const free = next.some(({ key }) => key === typed.slot)
    ? next
    : [...(await chosenOf(tx, one, typed)), ...next];
  const [found] = service === undefined ? [] : await tx.directory.servicesByIds([service]);
  const forms = await tx.forms.forVisits();
  return { labels: found?.labels ?? [], medium: found?.medium ?? null, free, forms };
}

/** The time that was chosen, which may lie after those that are shown. */
async function chosenOf(tx: Tx, { state }: ActOn['one'], { slot }: Pick<TypedVisit, 'slot'>) {
  const found = await slotOf(tx, { state }, slot);
  return found ? [found] : [];
}

interface VisitPartProps {
  typed: TypedVisit;
  errors: readonly FieldError[];
  usual: UsualVisit;
}

/** The fields of an appointment: when, how, where, and what the patient should know. */
export function VisitPart({ typed, errors, usual }: VisitPartProps) {
  const { words } = useUi();
  const { appointment: said, everyoneReads } = words.referralActs;
  return (
    <>
      <FreeTimes typed={typed} errors={errors} free={usual.free} />
      <div class="by-hand stack">
        <LabelField typed={typed} errors={errors} usual={usual} />
        <WhenFields typed={typed} errors={errors} />
        <NumberField
          name="length"
          label={said.length}
          value={typed.length}
          error={errorOf(errors, 'length')}
        />
        <HowFields typed={typed} errors={errors} usual={usual} />
        <FormField typed={typed} errors={errors} usual={usual} />
      </div>
      <LinkField typed={typed} errors={errors} />
      <WordsField
        name="instructions"
        label={said.instructions}
        hint={everyoneReads}
        value={typed.instructions}
        errors={errors}
        optional
      />
    </>
  );
}

/** Labels of the service first; without any, all there are. */
function LabelField({ typed, errors, usual }: VisitPartProps) {
  const { referral, referralActs } = useUi().words;
  const own = appointmentLabels.filter(value => usual.labels.includes(value) || value === typed.label);
  const choices = (usual.labels.length > 0 ? own : appointmentLabels).map(value => ({
    ...{ value, label: referral.labels[value] },
  }));
  return (
    <Select
      name="label"
      label={referralActs.appointment.label}
      choices={choices}
      value={typed.label || choices[0]?.value}
      error={errorOf(errors, 'label')}
      required
    />
  );
}

function WhenFields({ typed, errors }: Pick<VisitPartProps, 'typed' | 'errors'>) {
  const ui = useUi();
  const { appointment: said } = ui.words.referralActs;
  return (
    <div class="cols two">
      <DateField name="day" label={said.day} value={typed.day} error={errorOf(errors, 'day')} required />
      <TimeField
        name="time"
        label={said.time}
        hint={said.timeHint(zoneInWords(ui))}
        value={typed.time}
        error={errorOf(errors, 'time')}
        required
      />
    </div>
  );
}

/** Both places are in sight, so that nothing needs a script; the medium says which of them counts. */
function HowFields({ typed, errors, usual }: VisitPartProps) {
  const { referral, referralActs } = useUi().words;
  const { appointment: said } = referralActs;
  return (
    <>
      <Radios
        name="medium"
        label={said.medium}
        choices={media.map(value => ({ value, label: referral.media[value] }))}
        value={typed.medium || usual.medium || 'in-person'}
        error={errorOf(errors, 'medium')}
        line
        required
      />
      <TextField
        name="place"
        label={said.place}
        hint={said.placeHint}
        value={typed.place}
        error={errorOf(errors, typed.medium === 'video' ? '' : 'place')}
      />
    </>
  );
}

/** What the patient is asked before a visit on a date by hand; a free time of a schedule has its own. */
function FormField({ typed, errors, usual: { forms } }: VisitPartProps) {
  const { words, lang } = useUi();
  const { appointment: said } = words.referralActs;
  if (forms.length === 0) return null;
  return (
    <Select
      name="form"
      label={said.form}
      hint={said.formHint}
      choices={[
        { value: '', label: words.schedules.types.noForm },
        ...forms.map(one => ({ value: one.slug, label: lang === 'fr' ? one.titleFr : one.titleEn })),
      ]}
      value={typed.form}
      error={errorOf(errors, 'form')}
    />
  );
}

function LinkField({ typed, errors }: Pick<VisitPartProps, 'typed' | 'errors'>) {
  const { appointment: said } = useUi().words.referralActs;
  const own = typed.medium === 'video' || typed.slot !== '';
  return (
    <TextField
      name="link"
      label={said.link}
      hint={said.linkHint}
      value={typed.link}
      error={errorOf(errors, 'link') ?? errorOf(errors, own ? 'place' : '')}
    />
  );
}
