import { z } from 'zod';
import { keys, optionalOne, optionalText, tick } from '../case/input.ts';
import type { Verb } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import { stand } from '../case/standing.ts';
import { heldIn } from './holds.ts';
import { noNoteReasons, outcomes, type Referral } from './referral.ts';
import { event } from './said.ts';

const input = z.strictObject({
  outcome: z.enum(outcomes),
  note: optionalText(),
  attachments: keys,
  /** The note is on the patient's page too. */
  patientReads: tick,
  /** No note will come, for this reason. */
  noNote: optionalOne(noNoteReasons),
});

/** The receiver is done: how it ended, and the consult note or why none will come. */
export const complete: Verb<Referral, z.infer<typeof input>> = {
  name: 'complete',
  who: [{ side: 'receiver', rank: 'm' }],
  from: ['accepted', 'booked', 'confirmed', 'seen', 'managed-elsewhere'],
  to: ['completed'],
  input,
  decide(state, typed, facts) {
    const attachments = papers(facts, typed.attachments);
    if (!attachments) return { refusal: 'no-such-attachment' };
    const { outcome, note, noNote } = typed;
    const written = note !== undefined || attachments.length > 0;
    if (written === (noNote !== undefined)) return { refusal: 'note-missing' };
    const main = heldIn('completed', state, facts);
    const standing = stand(state, facts, { status: 'completed', main });
    const body = { outcome, ...(noNote && { noNote }), ...standing };
    const consultNote = { ...(note !== undefined && { text: note }), attachments };
    return {
      events: [
        event('completed', 'everyone', body),
        ...(written
          ? [event('consult-note', typed.patientReads ? 'everyone' : 'clinical', consultNote)]
          : []),
      ],
    };
  },
};
