/** One way of doing a thing once. `n` counts from 0 within the run. */
export type Once = (n: number) => Promise<unknown>;

export interface Pair {
  name: string;
  ours: Once;
  floor: Once;
}

export interface Measured {
  name: string;
  oursPerSecond: number;
  floorPerSecond: number;
  ratio: number;
  /** Of ours, in milliseconds. */
  p50ms: number;
  p95ms: number;
}

interface Round {
  perSecond: number;
  times: number[];
}

async function round(once: Once, seconds: number, workers: number, from: number): Promise<Round> {
  const end = performance.now() + seconds * 1000;
  const times: number[] = [];
  let next = from;
  const began = performance.now();
  const work = async () => {
    while (performance.now() < end) {
      const at = performance.now();
      await once(next++);
      times.push(performance.now() - at);
    }
  };
  await Promise.all(Array.from({ length: workers }, work));
  return { perSecond: (times.length * 1000) / (performance.now() - began), times };
}

/** The value below which `share` of them lie. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

const median = (values: readonly number[]) => percentile(values, 0.5);

/**
 * Ours and the floor in turn (A B A B ...), `rounds` times after a warm-up of each: the median of the ratios of the
 * rounds, so that a machine that slows down half-way slows both.
 */
export async function measure(
  pair: Pair,
  { rounds, seconds, workers }: { rounds: number; seconds: number; workers: number },
): Promise<Measured> {
  let n = 0;
  const run = async (once: Once, length = seconds) => {
    n += 1_000_000;
    return round(once, length, workers, n);
  };
  await run(pair.ours, 1);
  await run(pair.floor, 1);
  const ours: Round[] = [];
  const floor: Round[] = [];
  for (let i = 0; i < rounds; i++) {
    ours.push(await run(pair.ours));
    floor.push(await run(pair.floor));
  }
  const times = ours.flatMap(one => one.times);
  const figure = (value: number) => Math.round(value * 1000) / 1000;
  return {
    name: pair.name,
    oursPerSecond: figure(median(ours.map(one => one.perSecond))),
    floorPerSecond: figure(median(floor.map(one => one.perSecond))),
    ratio: figure(median(ours.map((one, i) => one.perSecond / floor[i]!.perSecond))),
    p50ms: figure(median(times)),
    p95ms: figure(percentile(times, 0.95)),
  };
}
