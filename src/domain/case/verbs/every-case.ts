import type { Verb } from '../machine.ts';
import { attach } from './attach.ts';
import { changeUrgency } from './change-urgency.ts';
import { closeLink } from './close-link.ts';
import { correctPatient } from './correct-patient.ts';
import { giveLink } from './give-link.ts';
import { logContact } from './log-contact.ts';
import { message } from './message.ts';
import { note } from './note.ts';
import { record } from './record.ts';
import { escalate, remind } from './remind.ts';
import { reportWorse } from './report-worse.ts';
import { review } from './review.ts';
import { setUnavailable } from './set-unavailable.ts';
import { strike } from './strike.ts';
import { transfer } from './transfer.ts';
import { voidCase } from './void.ts';

/** The table "Both" of the two machines, in the order in which a page offers them. */
export const everyCase: Readonly<Record<string, Verb>> = {
  message,
  attach,
  note,
  review,
  'report-worse': reportWorse,
  'change-urgency': changeUrgency,
  'set-unavailable': setUnavailable,
  'correct-patient': correctPatient,
  'log-contact': logContact,
  record,
  strike,
  transfer,
  void: voidCase,
  remind,
  escalate,
  'close-link': closeLink,
  'give-link': giveLink,
};
