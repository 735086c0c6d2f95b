import { z } from 'zod';
import { useUi } from '../../../../ui/context.ts';
import { momentLong } from '../../../../ui/format.ts';
import { Note } from '../../../../ui/note.tsx';
import { type ActOn, act } from '../../act.ts';
import { lastSaid } from '../../last-said.ts';
import { type UsualVisit, usualVisit, VisitPart } from './visit-part.tsx';
import {
  checkVisit,
  chosenFrom,
  papersSaid,
  readVisit,
  showLater,
  type TypedVisit,
  typedFrom,
  visitFieldOf,
  visitFields,
  visitLabels,
  visitRefusedAt,
} from './visit-typed.ts';

/** What the patient would rather have, while that waits for an answer. */
function Wish({ one }: Pick<ActOn, 'one'>) {
  const ui = useUi();
  const { appointment, flag } = one.state;
  const times = lastSaid(one.events, 'other-time-asked', 'times');
  const { wish, was } = ui.words.referralActs.appointment;
  if (flag !== 'other-time-asked' || !times || !appointment) return null;
  return (
    <Note look="soon" title={wish}>
      <p>
        <bdi>{times}</bdi>
      </p>
      <p>{was(momentLong(appointment.start, ui))}</p>
    </Note>
  );
}

/** Another time; the earlier one stays as history. Also the answer to a wish for another time. */
export const rebook = act<TypedVisit, UsualVisit>({
  type: 'referral',
  verb: 'rebook',
  body: z.strictObject(visitFields),
  read: readVisit,
  check: checkVisit,
  fieldOf: visitFieldOf,
  labels: visitLabels,
  refusedAt: visitRefusedAt,
  files: true,
  filesSaid: papersSaid,
  beside: true,
  icon: 'cal',
  load: usualVisit,
  again: showLater,
  begin: (on, from) => ({ ...typedFrom(on), ...chosenFrom(on, from) }),
  form: ({ typed, errors, more, one }) => (
    <>
      <Wish one={one} />
      <VisitPart typed={typed} errors={errors} usual={more} />
    </>
  ),
});
