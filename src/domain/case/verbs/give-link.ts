import { z } from 'zod';
import type { Verb } from '../machine.ts';
import type { CaseState } from '../state.ts';

const input = z.strictObject({});

/** The office gave the patient a new link or a letter: its errand is done. */
export const giveLink: Verb<CaseState, z.infer<typeof input>> = {
  name: 'give-link',
  who: [{ side: 'system', rank: 'm' }],
  from: 'open',
  to: 'same',
  input,
  can: state => (state.errand ? undefined : 'not-due'),
  decide: () => ({ events: [{ type: 'link-given', audience: 'all', body: {} }] }),
};
