import { type PatientPage, saidToPatient } from '../app/patient/portal.ts';
import type { Words } from '../words/words.ts';

type Portal = Words['portal'];

/** A verb that has a page of its own, with one text to write. */
export interface TextAct {
  verb: string;
  /** The field of the verb's input. */
  field: string;
  required: boolean;
  /** What goes with the text. */
  besides?: Readonly<Record<string, string>>;
  /** Whether the page offers it now; absent: whenever the machine allows it. */
  when?(page: PatientPage): boolean;
  /** Most characters. */
  most: number;
  harm?: boolean;
  words(portal: Portal): { title: string; lead: string; label?: string; submit: string; missing?: string };
}

/** What patients do on a page of its own. */
export const textActs: readonly TextAct[] = [
  { verb: 'ask-other-time', field: 'times', required: true, most: 2000, words: portal => portal.otherTime },
  {
    ...{ verb: 'cannot-come', field: 'why', required: false, most: 2000, harm: true },
    words: portal => portal.cannotCome,
  },
  { verb: 'report-worse', field: 'text', required: true, most: 4000, words: portal => portal.worse },
  {
    ...{ verb: 'withdraw', field: 'why', required: false, most: 2000, harm: true },
    words: portal => ({ ...portal.withdraw, label: portal.cannotCome.label }),
  },
  {
    ...{ verb: 'choose-none', field: 'why', required: false, most: 2000 },
    words: portal => portal.choice.none,
  },
  {
    // To those who read the message it answers: only a message that is open to the patient can be answered.
    ...{ verb: 'message', field: 'text', required: true, most: 4000, besides: { to: 'everyone' } },
    when: ({ current }) => saidToPatient(current).some(one => one.kind === 'message'),
    words: portal => portal.reply,
  },
  {
    ...{ verb: 'supply-info', field: 'text', required: true, most: 20_000 },
    words: portal => ({ ...portal.asked, lead: '' }),
  },
];

/** What the page says after a verb; undefined for what is no verb of a patient. */
export function doneWords(
  { portal, patientPage, survey, beforeVisit, patientTimes: { times, soon } }: Words,
  verb: string,
): string | undefined {
  const said: Readonly<Record<string, string>> = {
    confirm: portal.done.confirm,
    'take-slot': portal.done['take-slot'],
    lapse: portal.offer.refused,
    book: times.done,
    'short-notice': soon.done,
    'no-short-notice': soon.doneOff,
    'supply-info': portal.done['supply-info'],
    attach: patientPage.papers.done,
    survey: survey.done,
    'answer-form': beforeVisit.done,
    message: portal.reply.done,
    'ask-other-time': portal.otherTime.asked,
    'cannot-come': portal.cannotCome.done,
    'set-unavailable': portal.away.done,
    'report-worse': portal.worse.done,
    withdraw: portal.withdraw.done,
    choose: portal.choice.done,
    'choose-none': portal.choice.none.done,
  };
  return Object.hasOwn(said, verb) ? said[verb] : undefined;
}
