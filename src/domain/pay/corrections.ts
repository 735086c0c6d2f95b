import type { PayLine } from './lines.ts';

/** A line of a closed period, as it was sent: it never changes. */
export type SentLine = Pick<PayLine, 'service' | 'side' | 'member' | 'day' | 'code' | 'cents'>;

/** What a later period adds to what was sent, so that both together are right. */
export interface Correction extends SentLine {
  /** May be below 0. */
  cents: number;
}

const same = (one: SentLine) => `${one.side}|${one.service}|${one.member}|${one.code}`;

/**
 * The lines that make up for what has changed since months were closed: longer or shorter answers, other caps, eConsults
 * taken back. `now` are the lines of closed months as they would be today. Nothing to make up for gives nothing, also a
 * second time.
 */
export function corrections(sent: readonly SentLine[], now: readonly PayLine[]): Correction[] {
  const due = new Map<string, Correction>();
  const add = (one: SentLine, sign: 1 | -1) => {
    if (one.code === null) return;
    const { service, side, member, day, code } = due.get(same(one)) ?? one;
    const cents = (due.get(same(one))?.cents ?? 0) + sign * one.cents;
    due.set(same(one), { service, side, member, day, code, cents });
  };
  for (const one of now) add(one, 1);
  for (const one of sent) add(one, -1);
  return [...due.values()].filter(({ cents }) => cents !== 0);
}
