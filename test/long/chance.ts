/** Chance that can be played again: `SEED` sets it, and a failure names it. */
export function chance(seed = Number(process.env.SEED) || Date.now() % 1_000_000_000) {
  let state = seed | 0;
  // mulberry32, https://gist.github.com/tommyettinger/46a874533244883189143505d203312c
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  /** A whole number from 0, below `below`. */
  const whole = (below: number) => Math.floor(next() * below);
  const pick = <T>(all: readonly T[]): T => all[whole(all.length)]!;
  return { seed, next, whole, pick };
}
