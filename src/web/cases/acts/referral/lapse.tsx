import { z } from 'zod';
import { act } from '../../act.ts';

/** The receiver takes an offer back: the time is not to be had any more. */
export const lapse = act({ type: 'referral', verb: 'lapse', body: z.strictObject({}), read: () => ({}) });
