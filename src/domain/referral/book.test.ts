import { describe, expect, it } from 'vitest';
import {
  keys,
  monday,
  next,
  outcome,
  refused,
  stories,
  visit,
} from '../../../test/support/referral-story.ts';
import type { SlotFacts } from '../case/facts.ts';

const thursday10 = '2026-11-26T15:00:00.000Z';

describe('the receiver books', () => {
  it('and the patient confirms within 3 business days', () => {
    const { state } = stories.booked();
    expect(state.appointment).toMatchObject({ label: 'initial-visit', start: visit.start });
    expect(state.hold).toEqual({
      accountable: { side: 'patient' },
      next: 'confirm',
      from: monday,
      due: '2026-11-26T22:00:00.000Z',
    });
  });

  it('a visit soon: confirmed by one business day before', () => {
    const { state } = next(stories.accepted(), 'receiver', 'book', { ...visit, start: thursday10 });
    expect(state.hold?.due).toBe('2026-11-25T22:00:00.000Z');
  });

  it('a visit tomorrow: confirmed before it begins', () => {
    const tomorrow = '2026-11-24T15:00:00.000Z';
    const late = '2026-11-23T23:00:00.000Z';
    const { state } = next(
      stories.accepted(),
      'receiver',
      'book',
      { ...visit, start: tomorrow },
      { now: late },
    );
    expect(state.hold?.due).toBe(tomorrow);
  });

  it('for a patient nobody can reach, and calls instead', () => {
    const unreachable = next(stories.accepted(), 'requester', 'correct-patient', { reachable: 'no' });
    const { state } = next(unreachable, 'receiver', 'book', visit);
    expect(state.hold).toMatchObject({ accountable: { side: 'receiver' }, next: 'call-to-confirm' });
  });

  it('never in the past', () => {
    expect(refused(stories.accepted(), 'receiver', 'book', { ...visit, start: monday })).toBe(
      'start-in-past',
    );
  });

  it('another time: the patient is asked again, and the turn changes', () => {
    const confirmed = stories.confirmed();
    const { state } = next(confirmed, 'receiver', 'rebook', { ...visit, start: '2026-12-14T15:30:00.000Z' });
    expect(state).toMatchObject({ status: 'booked', hold: { next: 'confirm' } });
    const booked = stories.booked();
    const moved = next(booked, 'receiver', 'rebook', { ...visit, start: '2026-12-14T15:30:00.000Z' });
    expect(moved.state.turn).toBeGreaterThan(booked.state.turn);
  });

  it('and takes the visit back', () => {
    const { state } = next(stories.booked(), 'receiver', 'unbook', { why: 'Surgeon ill' });
    expect(state.status).toBe('accepted');
    expect(state.appointment).toBeUndefined();
  });
});

const slot: SlotFacts = {
  ...{ key: `${keys.letter}.${keys.nurse}.29684700`, schedule: 5, type: 6, label: 'consultation' },
  ...{ start: '2026-12-11T15:30:00.000Z', length: 40, until: '2026-12-11T16:15:00.000Z' },
  ...{
    medium: 'in-person',
    place: 'Room 2',
    instructions: 'Bring X-rays.',
    form: 'before',
    taken: false,
    patients: true,
  },
};
const { start, length, label, medium, place, instructions, form } = slot;
const onSchedule = {
  ...{ start, length, label, medium, place, instructions, form },
  slot: { schedule: 5, type: 6, until: slot.until },
};

describe('a slot of a schedule', () => {
  const book = (more: Partial<SlotFacts>, typed = {}) =>
    outcome(
      stories.accepted(),
      'receiver',
      'book',
      { slot: slot.key, ...typed },
      { slot: { ...slot, ...more } },
    );

  it('says what the visit is; the receiver may write another place', () => {
    const { state } = next(stories.accepted(), 'receiver', 'book', { slot: slot.key }, { slot });
    expect(state.appointment).toEqual(onSchedule);
    expect(book({}, { place: 'Room 9', medium: 'phone' })).toMatchObject({
      events: [{ body: { appointment: { ...onSchedule, place: 'Room 9', medium: 'phone' } } }],
    });
  });

  it('is refused when it is not on the schedule, taken, past or kept for urgent patients', () => {
    expect(refused(stories.accepted(), 'receiver', 'book', { slot: slot.key })).toBe('no-such-slot');
    expect(book({ taken: true })).toEqual({ refusal: 'slot-taken' });
    expect(book({ start: monday })).toEqual({ refusal: 'start-in-past' });
    expect(book({ keptUntil: slot.start })).toEqual({ refusal: 'slot-kept' });
    expect(book({ keptUntil: monday })).toHaveProperty('events');
  });

  it('has its own start: a form cannot name another one, and without a slot the date must be there', () => {
    expect(book({}, { start: slot.start })).toMatchObject({ refusal: 'bad-input' });
    expect(
      outcome(stories.accepted(), 'receiver', 'book', { slot: '', label: 'consultation' }),
    ).toMatchObject({
      detail: {
        issues: [
          { path: ['start'], code: 'missing' },
          { path: ['medium'], code: 'missing' },
        ],
      },
    });
  });
});

describe('the short-notice list', () => {
  it('holds who said so, until they have an earlier visit or say no more', () => {
    const on = next(stories.confirmed(), 'patient', 'short-notice', { wanted: 'on', hours: '48' });
    expect(on.state.shortNotice).toEqual({ since: on.log.at(-1)!.at, hours: 48 });
    expect(on.state.turn).toBe(stories.confirmed().state.turn);
    expect(refused(on, 'receiver', 'short-notice', { wanted: 'on', hours: '48' })).toBe('nothing-changed');
    expect(next(on, 'receiver', 'short-notice', {}).state.shortNotice).toBeUndefined();
    const until = '2026-11-24T15:00:00.000Z';
    const offered = next(on, 'system', 'offer', { slot: slot.key, until }, { slot });
    expect(offered.state).toMatchObject({ status: 'confirmed', offer: { appointment: onSchedule } });
    const taken = next(offered, 'patient', 'take-slot');
    expect(taken.state).toMatchObject({ status: 'booked', appointment: onSchedule });
    expect(taken.state.shortNotice).toBeUndefined();
  });

  it('a patient may say no at once, and stays on the list', () => {
    const on = next(stories.accepted(), 'patient', 'short-notice', { wanted: 'on' });
    const until = '2026-11-24T15:00:00.000Z';
    const offered = next(on, 'system', 'offer', { slot: slot.key, until }, { slot });
    const { state, log } = next(offered, 'patient', 'lapse');
    expect(log.at(-1)?.body).toEqual({ how: 'refused' });
    expect(state.offer).toBeUndefined();
    expect(state.shortNotice?.hours).toBe(24);
  });
});

describe('a patient books', () => {
  const may = { patientBooks: true, slot };

  it('a slot of the schedule where the service allows it, and nothing but a slot', () => {
    const accepted = stories.accepted();
    expect(refused(accepted, 'patient', 'book', { slot: slot.key }, { slot })).toBe('booking-not-allowed');
    expect(refused(accepted, 'patient', 'book', visit, may)).toBe('booking-not-allowed');
    const closed = { ...may, slot: { ...slot, patients: false } };
    expect(refused(accepted, 'patient', 'book', { slot: slot.key }, closed)).toBe('booking-not-allowed');
    const { state } = next(accepted, 'patient', 'book', { slot: slot.key }, may);
    expect(state).toMatchObject({ status: 'booked', appointment: onSchedule });
  });

  it('and cannot write another place or kind of visit into it', () => {
    const { state } = next(stories.accepted(), 'patient', 'book', { slot: slot.key, place: 'At home' }, may);
    expect(state.appointment).toEqual(onSchedule);
  });
});

describe('a slot at short notice', () => {
  const until = '2026-11-24T15:00:00.000Z';
  const offered = () => next(stories.booked(), 'receiver', 'offer', { ...visit, start: thursday10, until });

  it('is offered while the booked visit stands, and the patient takes it', () => {
    const story = offered();
    expect(story.state.status).toBe('booked');
    expect(story.state.appointment?.start).toBe(visit.start);
    const { state } = next(story, 'patient', 'take-slot');
    expect(state.appointment?.start).toBe(thursday10);
    expect(state.offer).toBeUndefined();
  });

  it('lapses by itself, and cannot be taken any more', () => {
    const story = offered();
    expect(refused(story, 'system', 'lapse')).toBe('not-due');
    expect(refused(story, 'patient', 'take-slot', {}, { now: until })).toBe('offer-over');
    const over = next(story, 'system', 'lapse', {}, { now: until });
    expect(over.state.offer).toBeUndefined();
    expect(refused(over, 'patient', 'take-slot')).toBe('no-offer');
  });

  it('is offered one at a time', () => {
    expect(refused(offered(), 'receiver', 'offer', { ...visit, until })).toBe('offer-running');
  });
});
