import { expect, test } from 'vitest';
import { next, stories } from '../../../test/support/referral-story.ts';
import type { By } from '../case/state.ts';
import {
  answered,
  assigned,
  clerk,
  monday,
  playOn,
  requester,
  specialist,
  waiting,
} from '../econsult/test-econsult.ts';
import { type StoryCase, type StoryEvent, shows, storyOf } from './timeline.ts';

type Played = ReturnType<typeof answered>;

function caseOf({ state, log }: Played, more: Partial<StoryCase> = {}): StoryCase {
  return { key: 'k', type: 'econsult', state, events: log, ...more };
}

function tell(played: Played, more?: Partial<StoryCase>) {
  return storyOf([caseOf(played, more)]).chapters[0]!;
}

/** What a patient gets: the body of what is not for everyone is withheld. */
function asPatient(log: Played['log']): StoryEvent[] {
  return log.map(event => (event.audience === 'everyone' ? event : { ...event, body: 'withheld' as const }));
}

test('the story of an eConsult reads question, assignment, answer, and who acts now', () => {
  const chapter = tell(answered());
  expect(chapter.items.map(item => [item.kind, 'code' in item ? item.code : ''])).toEqual([
    ['message', 'asked'],
    ['line', 'assigned'],
    ['answer', 'answered'],
    ['now', ''],
  ]);
  expect(chapter).toMatchObject({ number: 1, status: 'answered', startedAt: monday, answeredAt: monday });
  expect(chapter.items[0]).toMatchObject({ text: 'Should I switch or add?', files: [900] });
  expect(chapter.items[2]).toMatchObject({ content: { minutes: 18, references: ['CANMAT'] } });
  expect(chapter.items[3]).toMatchObject({
    hold: { next: 'act-or-close', accountable: { side: 'requester' } },
  });
});

test('a patient reads that it was asked and answered, not what', () => {
  const played = playOn(answered(), { verb: 'close', by: requester });
  const chapter = tell(played, { events: asPatient(played.log) });
  expect(chapter.items.map(item => ('code' in item ? item.code : item.kind))).toEqual([
    'asked',
    'assigned',
    'answered',
    'closed',
  ]);
  expect(chapter.items.every(item => item.kind === 'line')).toBe(true);
  expect(JSON.stringify(chapter)).not.toMatch(/switch|iron/);
});

test('a correction replaces the answer and keeps the earlier text', () => {
  const input = { recommendations: [{ text: 'Repeat PHQ-9' }], minutes: 2 };
  const { items } = tell(playOn(answered(), { verb: 'amend', by: specialist, input }));
  expect(items.find(item => item.kind === 'answer')).toMatchObject({
    text: 'Treat the iron first.',
    earlier: [{ text: 'Treat the iron. Raise sertraline.', at: monday, why: 'Order of steps' }],
    content: { minutes: 20, recommendations: [{ id: 1 }, { id: 2 }, { id: 3, text: 'Repeat PHQ-9' }] },
  });
  expect(items.some(item => 'code' in item && item.code === 'amended')).toBe(false);
});

test('a correction that takes red flags back takes them off the answer, and the whole of each earlier one stays', () => {
  const first = { redFlags: 'Chest pain', references: ['CANMAT'], replies: ['Yes', 'No'] };
  const tuesday = '2026-11-17T15:00:00.000Z';
  const played = playOn(
    assigned(),
    { verb: 'answer', by: specialist, input: first },
    { verb: 'amend', by: specialist, at: tuesday, input: { references: [], replies: ['No', 'No'] } },
    {
      verb: 'amend',
      by: specialist,
      at: '2026-11-18T15:00:00.000Z',
      input: { text: 'Neither.', why: 'Again' },
    },
  );
  const item = tell(played).items.find(one => one.kind === 'answer');
  const { content, earlier } = item as Extract<typeof item, { kind: 'answer' }>;
  expect(content).not.toHaveProperty('redFlags');
  expect(content).toMatchObject({ references: [], recommendations: [{ id: 1 }, { id: 2 }] });
  expect(earlier).toMatchObject([
    { at: monday, content: first },
    { at: tuesday, text: 'Treat the iron first.', content: { replies: ['No', 'No'] }, why: 'Again' },
  ]);
});

test('words that go with an event stand under its line', () => {
  const { items } = tell(playOn(waiting(), { verb: 'turn-back', by: specialist }));
  expect(items.at(-2)).toMatchObject({
    kind: 'line',
    code: 'turned-back',
    remarks: ['Ask the sleep group.'],
  });
});

test('what a side notes with its triage stands under the line', () => {
  const noted = more(waiting(), 'triaged', { priority: '2', comment: 'Spring group.' });
  expect(tell(noted).items.at(-2)).toMatchObject({ code: 'triaged', remarks: ['Spring group.'] });
});

const by: By = requester;
const more = (played: Played, type: string, body: Record<string, unknown>): Played => ({
  ...played,
  log: [...played.log, { type, audience: 'all', body, seq: played.log.length + 1, at: monday, by }],
});

test('a message that was taken out leaves who took it out and why, without its words', () => {
  const said = more(answered(), 'messaged', { text: 'Wrong patient, sorry', attachments: [901] });
  const { items } = tell(more(said, 'struck', { seq: said.log.length, why: 'Wrong patient' }));
  expect(items.at(-2)).toMatchObject({
    kind: 'message',
    text: '',
    files: [],
    struck: { why: 'Wrong patient' },
  });
  expect(JSON.stringify(items)).not.toContain('sorry');
});

test('a file that was taken out is gone from its message and leaves a line', () => {
  const { items } = tell(more(answered(), 'struck', { attachment: 900, why: 'Another person' }));
  expect(items[0]).toMatchObject({ kind: 'message', text: 'Should I switch or add?', files: [] });
  expect(items.at(-2)).toMatchObject({ kind: 'line', code: 'struck', body: { why: 'Another person' } });
});

test('what was purged leaves its line', () => {
  const played = waiting();
  const events = played.log.map(event => ({ ...event, body: 'purged' as const }));
  expect(tell(played, { events }).items[0]).toMatchObject({ kind: 'line', code: 'asked', body: {} });
});

test('that a notice was opened stands where it happened', () => {
  const notices = [
    { to: 'patient', template: 'patient-news', state: 'opened', stateAt: '2026-11-17T12:00:00.000Z' },
  ];
  const played = playOn(waiting(), { verb: 'supply-info', by: clerk, at: '2026-11-18T15:00:00.000Z' });
  const kinds = tell(played, { notices }).items.map(item => item.kind);
  expect(kinds).toEqual(['message', 'line', 'message', 'notice', 'message', 'now']);
});

test('somebody who opens the page opens all its notices, which is one line', () => {
  const opened = {
    to: 'patient',
    template: 'patient-news',
    state: 'opened',
    stateAt: '2026-11-19T12:00:00.000Z',
  };
  const notices = [opened, { ...opened, template: 'patient-new' }, { ...opened, state: 'failed' }];
  const items = tell(waiting(), { notices }).items.filter(item => item.kind === 'notice');
  expect(items.map(item => item.state)).toEqual(['opened', 'failed']);
});

test('an ended case awaits nothing and says when it ended', () => {
  const at = '2026-11-20T15:00:00.000Z';
  const chapter = tell(playOn(answered(), { verb: 'close', by: requester, at }));
  expect(chapter.endedAt).toBe(at);
  expect(chapter.items.some(item => item.kind === 'now')).toBe(false);
});

test('cases are numbered, and what a filter shows is what it counts', () => {
  const story = storyOf([caseOf(answered()), caseOf(waiting())]);
  expect(story.chapters.map(({ number }) => number)).toEqual([1, 2]);
  expect(story.counts).toEqual({ all: 6, messages: 4, files: 1, changes: 2 });
  const items = story.chapters.flatMap(chapter => chapter.items);
  expect(items.filter(item => item.kind !== 'now' && shows(item, 'messages'))).toHaveLength(4);
  expect(items.filter(item => item.kind === 'now').every(item => shows(item, 'files'))).toBe(true);
});

test('whether the patient may read a consult note stands with the note', () => {
  const note = { outcome: 'discharged', note: 'Exercise.' };
  const told = (input: object) => {
    const { state, log } = next(stories.seen(), 'receiver', 'complete', { ...note, ...input });
    const one = { key: 'k', type: 'referral' as const, state, events: log };
    return storyOf([one]).chapters[0]!.items.find(item => item.kind === 'answer');
  };
  expect(told({ patientReads: 'on' })).toMatchObject({ code: 'completed', readBy: 'everyone' });
  expect(told({})).toMatchObject({ code: 'completed', readBy: 'clinical' });
});
