import type { AnyAct } from '../../act.ts';
import { attach } from './attach.tsx';
import { changeUrgency } from './change-urgency.tsx';
import { correctPatient } from './correct-patient.tsx';
import { logContact } from './log-contact.tsx';
import { message } from './message.tsx';
import { note } from './note.tsx';
import { redirect } from './redirect.tsx';
import { reportWorse } from './report-worse.tsx';
import { review } from './review.tsx';
import { setUnavailable } from './set-unavailable.tsx';
import { strike } from './strike.tsx';
import { transfer } from './transfer.tsx';
import { voidCase } from './void.tsx';

/** The acts of every case, a line for each verb that has a page. */
export const everyCaseActs: readonly AnyAct[] = [
  message,
  attach,
  note,
  review,
  redirect,
  reportWorse,
  changeUrgency,
  setUnavailable,
  correctPatient,
  logContact,
  strike,
  transfer,
  voidCase,
];
