import type { Route } from './route.ts';

interface Bucket {
  level: number;
  at: number;
}

/** Tries a minute, and how many may come at once. */
const rates: Record<NonNullable<Route['limit']>, { perMinute: number; burst: number }> = {
  // A hospital behind one address starts its morning at once.
  'sign-in': { perMinute: 120, burst: 120 },
  link: { perMinute: 30, burst: 30 },
  search: { perMinute: 120, burst: 60 },
};

/**
 * A coarse shield before any work is done: a leaky bucket for each route class and source, in this process. What must
 * hold across processes and restarts (tries of a password, wrong birth dates) is counted in the database.
 */
export class Limits {
  readonly #buckets = new Map<string, Bucket>();
  readonly #capacity: number;
  constructor(capacity = 20_000) {
    this.#capacity = capacity;
  }

  /** 0 when the try may go on, else the seconds to wait. `now` in ms of any steady clock. */
  take(kind: NonNullable<Route['limit']>, source: string, now: number): number {
    const { perMinute, burst } = rates[kind];
    const id = `${kind} ${source}`;
    const bucket = this.#buckets.get(id) ?? { level: 0, at: now };
    const level = Math.max(0, bucket.level - ((now - bucket.at) * perMinute) / 60_000);
    this.#buckets.delete(id);
    if (level + 1 > burst) {
      this.#buckets.set(id, { level, at: now });
      return Math.ceil(((level + 1 - burst) * 60) / perMinute);
    }
    this.#buckets.set(id, { level: level + 1, at: now });
    this.#forgetOldest();
    return 0;
  }

  #forgetOldest(): void {
    if (this.#buckets.size <= this.#capacity) return;
    const oldest = this.#buckets.keys().next().value;
    if (oldest !== undefined) this.#buckets.delete(oldest);
  }
}

/**
 * Where tries are counted together: an IPv4 address, or the /64 a single IPv6 household or machine is given. Whoever hung up
 * while being read has no address any more: '' for all of them.
 */
export function sourceOf(ip: string | undefined): string {
  if (ip === undefined) return '';
  const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (v4) return v4;
  if (!ip.includes(':')) return ip;
  const [head = '', tail] = ip.toLowerCase().split('%')[0]!.split('::');
  const left = head.split(':').filter(Boolean);
  const right = (tail ?? '').split(':').filter(Boolean);
  const zeros = tail === undefined ? 0 : 8 - left.length - right.length;
  const groups = [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right];
  return `${groups.slice(0, 4).join(':')}::/64`;
}
