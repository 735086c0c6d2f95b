import type { Machine } from '../domain/case/machine.ts';
import type { CaseType } from '../domain/case/state.ts';
import { econsult } from '../domain/econsult/machine.ts';
import { referral } from '../domain/referral/machine.ts';

/** The two machines, by type of case. */
export const machines: Record<CaseType, Machine> = { econsult, referral };
