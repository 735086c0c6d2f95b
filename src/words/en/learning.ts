import type { LearningKind, LearningProblem, LearningText } from '../../domain/library/learning.ts';

const spent = (minutes: number): string => {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return rest === 1 ? '1 minute' : `${rest} minutes`;
  const whole = hours === 1 ? '1 hour' : `${hours} hours`;
  return rest === 0 ? whole : `${whole} ${rest} min`;
};

/** One's own record of what was learnt, for a claim of continuing education. */
export const learning = {
  title: 'My learning record',
  lead: 'What you asked, what you learnt and what you change: yours alone. Nobody else reads it, and no patient belongs in it.',
  add: 'Add an entry',
  empty:
    'Nothing is kept yet. After an eConsult is answered, choose “Keep what you learnt” on its page: day, specialty and minutes are filled in, and two sentences of yours make it fit for a claim.',
  emptyYear: (year: number) => `Nothing is kept of ${year}.`,
  years: 'Years',
  inYear: (entries: number, time: string) => `${entries === 1 ? '1 entry' : `${entries} entries`}, ${time}`,
  spent,
  done: { kept: 'Kept. Only you read it.', removed: 'The entry is deleted.' },
  from: 'From',
  until: 'To',
  exportTitle: 'For a claim',
  exportLead:
    'Every entry of these days, with the total of the time. Credits are counted by your college, by its rules of the day.',
  pdf: 'As a document (PDF)',
  csv: 'As a table (CSV)',
  noneThen: 'There is no entry in these days.',
  newTitle: 'Keep what you learnt',
  editTitle: 'Change an entry',
  formLead:
    'Both national colleges of physicians ask for the day, the time, the question, what you found and what it changes. Some weeks later, come back and say what came of it.',
  fromCase: 'Begun with an eConsult, which filled in what stands here. The entry keeps no link to it.',
  day: 'Day',
  kind: 'What you did',
  kinds: {
    'econsult-asked': 'Asked for an eConsult',
    'econsult-answered': 'Answered an eConsult',
    'self-learning': 'Read or looked something up (self-learning)',
    'group-learning': 'Rounds, course or conference (group learning)',
    assessment: 'Feedback on my practice, or a review of it (assessment)',
    other: 'Something else',
  } satisfies Record<LearningKind, string>,
  minutes: 'Minutes you claim',
  minutesHint: 'Reading, thinking and writing this too.',
  texts: {
    topic: 'Topic',
    asked: 'What I asked, or was asked',
    learnt: 'What I learnt',
    changed: 'What I changed, or will change',
    sources: 'What I relied on',
  } satisfies Record<LearningText, string>,
  hints: {
    topic: 'Specialty and sort of question.',
    asked: 'In general words: no name, no date, nothing that tells who the patient is.',
    learnt: 'What you did not know before, or know better now.',
    changed: 'In how you examine, prescribe, ask or teach.',
    sources: 'Guidelines, articles, the answer of the specialist.',
  } satisfies Record<LearningText, string>,
  problems: {
    missing: 'Write at least a sentence.',
    'too-long': 'This is too long.',
    'control-characters': 'Take out the invisible characters; typing it again by hand helps.',
    'direction-marks': 'Take out the invisible characters; typing it again by hand helps.',
    'not-a-date': 'Give a whole date: year, month and day.',
    'in-the-future': 'Give a day that has been.',
    'not-minutes': 'Give whole minutes, from 1 to 6000.',
    'not-a-kind': 'Choose one of these.',
  } satisfies Record<LearningProblem, string>,
  marked: 'This may tell who a patient is:',
  markedDo:
    'Take it out, let it be replaced by words such as [name], or keep it as it is when it tells of no patient.',
  replace: 'Replace it',
  replaced: 'Replaced. Read it once more, then keep it.',
  keep: 'Keep it',
  keepSo: 'Keep it as it is',
  stale:
    'This entry was changed in another window. What you typed is below: copy it, then open the entry again.',
  full: 'There are 5,000 entries: delete some that you need no more.',
  remove: 'Delete this entry',
  removeHint: 'It is gone for good.',
  back: 'My learning record',
  backToCase: 'Back to the request',
  paper: {
    title: (name: string) => `Learning record of ${name}`,
    period: 'Days',
    days: (from: string, until: string) => `${from} to ${until}`,
    person: 'Name',
    entries: 'Entries',
    time: 'Time in all',
    made: (day: string) => `Made on ${day}`,
    byKind: 'Time by what was done',
    own: 'Written by this person about their own learning, in general words: it leads to no patient.',
    minutes: 'Time',
  },
  csvHeads: { minutes: 'Minutes' },
  fileName: 'learning',
};
