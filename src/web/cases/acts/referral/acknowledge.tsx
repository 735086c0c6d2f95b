import { z } from 'zod';
import { act } from '../../act.ts';

/** The requester has read what came of it. */
export const acknowledge = act({
  type: 'referral',
  verb: 'acknowledge',
  body: z.strictObject({}),
  read: () => ({}),
  icon: 'check',
});
