/** `LONG_RUNS=short` plays each long run in the form that fits a build: minutes become seconds. */
export const short = process.env.LONG_RUNS === 'short';

/** How often something is repeated: `long` times, or `brief` in the short form. */
export function times(long: number, brief: number): number {
  return short ? brief : long;
}
