import type { Facts } from '../case/facts.ts';
import type { Refusal } from '../case/machine.ts';

/** The inside ids of attachments named by key; one that is not this actor's to send is refused. */
export function papersOf(keys: readonly string[], facts: Facts): { attachments: number[] } | Refusal {
  const found = keys.map(key => facts.attachments?.find(attachment => attachment.key === key)?.id);
  const ids = found.filter(id => id !== undefined);
  if (ids.length === keys.length) return { attachments: [...new Set(ids)] };
  return { refusal: 'bad-input', detail: { issues: [{ path: ['attachments'], code: 'unknown' }] } };
}
