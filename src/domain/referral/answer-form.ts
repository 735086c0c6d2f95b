import { z } from 'zod';
import type { Verb } from '../case/machine.ts';
import type { AnswerSet } from '../forms/answers.ts';
import type { Referral } from './referral.ts';
import { event } from './said.ts';

/** As the form module checked them. */
const answers = z.custom<AnswerSet>(
  value => typeof value === 'object' && value !== null && 'form' in value && 'answers' in value,
);
const input = z.strictObject({ answers });

/** The form that the visit asks and the patient did not answer yet; undefined when there is none. */
export function askedForm(
  state: Pick<Referral, 'status' | 'appointment' | 'formAnswered'>,
): string | undefined {
  const form = ['booked', 'confirmed'].includes(state.status) ? state.appointment?.form : undefined;
  return form === state.formAnswered ? undefined : form;
}

/**
 * The patient answers what the clinic asks before a visit, once for a visit; or says it to somebody of the clinic, who types it.
 * It moves nothing.
 */
export const answerForm: Verb<Referral, z.infer<typeof input>> = {
  name: 'answer-form',
  who: [
    { side: 'patient', rank: 'm' },
    { side: 'receiver', rank: 'm' },
  ],
  from: ['booked', 'confirmed'],
  to: 'same',
  input,
  can: state => (askedForm(state) ? undefined : 'nothing-asked'),
  decide(state, { answers }, { by }) {
    const form = askedForm(state);
    if (!form || answers.form !== form) return { refusal: 'nothing-asked' };
    const typed = by.side === 'patient' ? {} : { through: true as const };
    return { events: [event('form-answered', 'clinical', { answers, ...typed })] };
  },
};
