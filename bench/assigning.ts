import { simulate } from '../test/support/simulated-groups.ts';

/** Plays a year of 100,000 questions at three loads and prints what the automatic assignment made of them. */
export function assigning(): void {
  for (const load of [0.6, 0.8, 0.95]) {
    const year = simulate({ seed: 1, groups: Math.round(42.4 / load), weeks: 52, cases: 110_000, load });
    const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
    console.log(
      `load ${percent(load)}: ${year.cases} questions, ${percent(year.withinPromise)} within the promise, ` +
        `${year.overCap} weeks over a cap, Gini ${year.gini.mean.toFixed(3)} (worst ${year.gini.worst.toFixed(3)} of ` +
        `${year.gini.sets} sets), longest wait ${year.longestWait} days, ${(year.choice * 1000).toFixed(0)} µs a choice`,
    );
  }
}
