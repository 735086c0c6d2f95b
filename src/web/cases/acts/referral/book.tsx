import { z } from 'zod';
import { act } from '../../act.ts';
import { type UsualVisit, usualVisit, VisitPart } from './visit-part.tsx';
import {
  checkVisit,
  chosenFrom,
  papersSaid,
  readVisit,
  showLater,
  type TypedVisit,
  visitFieldOf,
  visitFields,
  visitLabels,
  visitRefusedAt,
} from './visit-typed.ts';

/** A time for the visit. */
export const book = act<TypedVisit, UsualVisit>({
  type: 'referral',
  verb: 'book',
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
  begin: chosenFrom,
  form: ({ typed, errors, more }) => <VisitPart typed={typed} errors={errors} usual={more} />,
});
