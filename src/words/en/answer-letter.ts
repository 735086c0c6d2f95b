import type { AnswerKind } from '../../domain/econsult/econsult.ts';

/** What a letter to the patient says about an answered eConsult; every part but the names may be missing. */
export interface LetterFacts {
  patient: string;
  /** The specialist, else the group. */
  specialist: string;
  /** Of the request. */
  title: string;
  /** Of the answer. */
  kind: AnswerKind;
  day: string;
  doctor: string;
  tasks: readonly { kind?: string; text: string; condition?: string; due?: string; who: string }[];
  worry: string;
  /** The answer's own words, where it names no task: a beginning, to be said anew. */
  advice: string;
}

const kinds: Record<string, string> = {
  test: 'A test',
  drug: 'A change of medicine',
  recheck: 'A check later on',
  'red-flag': 'Watch for this',
};

function task({ kind, text, condition, due, who }: LetterFacts['tasks'][number]): string {
  const whose = who === 'patient' ? ' (for you to do)' : '';
  const when = [condition, due && `by ${due}`].filter(Boolean).join(', ');
  return `- ${kind && kinds[kind] ? `${kinds[kind]}: ` : ''}${text}${when && ` (${when})`}${whose}`;
}

/** Whether the patient is to be seen, by what the answer is. */
const visit: Record<AnswerKind, string> = {
  advice: 'You do not need to see the specialist for it, unless we agree on a visit.',
  'consult-report':
    'It is a written report to me. We will decide together whether you also need to see the specialist.',
  'please-refer':
    'The specialist suggests a visit in person. Our office will talk with you about arranging it.',
};

/** Stands before words that are not yet plain: a letter that still holds it does not go out. */
const toEdit = '[SAY THIS IN PLAIN WORDS, THEN TAKE THE BRACKETS OUT:';

/** Words of the letter that tells a patient what came of an eConsult, and of its page. */
export const answerLetter = {
  title: 'Letter to the patient',
  lead: 'Drafted from the answer. Change it as you would say it: no word of it goes out before you press a button.',
  link: 'Letter about this answer',
  untold:
    'As chosen, eServices tells the patient nothing of this question: they hear only what you write to them.',
  text: 'Letter',
  textHint: 'Plain words, short sentences. The specialist’s own text is beside it.',
  toEdit,
  notPlain:
    'The specialist’s words still stand in brackets. Say them in plain words and take the brackets out, or remove them.',
  answer: 'The answer',
  show: 'Show it on the patient’s page',
  showHint: 'The patient gets a notice with a link, and no word of health in it.',
  notReachable: 'The patient has no page that can be reached, or the case has ended: print the letter.',
  print: 'Make a page to print',
  inOther: 'In French',
  back: 'Back to the request',
  edit: 'Change it',
  draft: ({ patient, specialist, title, kind, day, doctor, tasks, worry, advice }: LetterFacts): string =>
    [
      `Dear ${patient},`,
      `I asked ${specialist} for advice about: ${title}. The answer came on ${day}. ${visit[kind]}`,
      ...(advice ? [`${toEdit}\n${advice}]`] : []),
      ...(tasks.length > 0 ? [`What happens next:\n${tasks.map(task).join('\n')}`] : []),
      ...(worry ? [`Call us, or go to an emergency department, if this happens:\n${worry}`] : []),
      'Please call our office when something is not clear, or when you do not want this.',
      doctor,
    ].join('\n\n'),
};
