import { z } from 'zod';
import { act } from '../../act.ts';

/** The patient will come, and told the receiver so. */
export const confirm = act({
  type: 'referral',
  verb: 'confirm',
  body: z.strictObject({}),
  read: () => ({}),
  icon: 'check',
});
