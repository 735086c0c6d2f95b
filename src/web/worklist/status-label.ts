import type { CaseType } from '../../domain/case/state.ts';
import type { Words } from '../../words/words.ts';

/** The word of a status as the reader's side sees it; a flag that waits to be reviewed beats it. */
export function statusLabel(
  words: Words,
  of: { type: CaseType; status: string; side: string; flag?: string | null },
): string {
  const { type, status, side, flag } = of;
  const flags: Record<string, string> = words.case.flags;
  if (flag && flags[flag]) return flags[flag];
  const { statuses, statusesToReceiver } = words[type];
  const receiving = side === 'receiver' || side === 'intake';
  const table: Record<string, string> = receiving ? statusesToReceiver : statuses;
  return table[status] ?? status;
}
