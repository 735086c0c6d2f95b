import type { FreeSlot } from '../../../../app/schedule/slots.ts';
import { addDays, localDay } from '../../../../domain/case/deadline.ts';
import { type Ui, useUi } from '../../../../ui/context.ts';
import { errorOf, type FieldError } from '../../../../ui/error-summary.tsx';
import { Radios } from '../../../../ui/fields.tsx';
import { EnterSubmits, SubmitButton } from '../../../../ui/form.tsx';
import { momentShort } from '../../../../ui/format.ts';
import type { TypedVisit } from './visit-typed.ts';

interface FreeTimesProps {
  typed: TypedVisit;
  errors: readonly FieldError[];
  free: readonly FreeSlot[];
}

/** Free times of the schedules of the service, and "by hand"; nothing where the service has no schedule. */
export function FreeTimes({ typed, errors, free }: FreeTimesProps) {
  const ui = useUi();
  const said = ui.words.referralActs.appointment;
  if (free.length === 0 && typed.later === '' && typed.slot === '') return null;
  return (
    <div class="free-times stack">
      <EnterSubmits />
      <Radios
        name="slot"
        label={said.free}
        choices={[...choicesOf(free, ui), { value: '', label: said.byHand }]}
        value={typed.slot}
        error={errorOf(errors, 'slot')}
      />
      <input type="hidden" name="later" value={typed.later} />
      <Later free={free} />
    </div>
  );
}

/** "Mon, Nov 23, 09:00 – First assessment, Room 4". */
function choicesOf(free: readonly FreeSlot[], { lang, words }: Ui) {
  return free.map(({ key, start, kind, schedule, keptUntil }) => ({
    value: key,
    label: momentShort(start, { lang, zone: schedule.zone }),
    hint: [
      ...[kind.name[lang], schedule.clinician ?? schedule.name[lang]],
      ...(keptUntil === undefined ? [] : [words.schedules.week.kept.toLocaleLowerCase(lang)]),
    ].join(', '),
  }));
}

function Later({ free }: Pick<FreeTimesProps, 'free'>) {
  const said = useUi().words.referralActs.appointment;
  const last = free.at(-1);
  if (!last) return <p class="s">{said.noFree}</p>;
  const from = addDays(localDay(last.start, last.schedule.zone), 1);
  return (
    <p>
      <SubmitButton look="plain" name="again" value={from}>
        {said.later}
      </SubmitButton>
    </p>
  );
}
