import { type Ui, useUi } from './context.ts';

/** A wait as it is said in one line, days; `more`: not reached yet, so longer than these. */
export interface SaidWait {
  median: number;
  medianMore?: boolean;
  ninetieth: number;
  ninetiethMore?: boolean;
  people: number;
}

/** "median 3 weeks, 9 in 10 within 7 weeks, from 84 people", or what is known where so many were not seen yet. */
export function waitSentence({ words }: Pick<Ui, 'words'>, wait: SaidWait, answers: boolean): string {
  const { directory, waits } = words;
  const { median, ninetieth, people } = wait;
  const of = answers ? waits.questions(people) : waits.people(people);
  if (wait.medianMore) return waits.half(directory.span(median), of);
  if (wait.ninetiethMore) return waits.tenth(directory.span(median), directory.span(ninetieth), of);
  const sentence = answers ? directory.wait.answered : directory.wait.sentence;
  return sentence(directory.span(median), directory.span(ninetieth), people);
}

/** Stands wherever a wait is shown: how it is counted. */
export function MethodLink() {
  return <a href="/waits/method">{useUi().words.waits.how}</a>;
}
