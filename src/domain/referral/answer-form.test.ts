import { describe, expect, it } from 'vitest';
import { by, next, refused, stories, visit } from '../../../test/support/referral-story.ts';
import { askedForm } from './answer-form.ts';

const asked = (form = 'before') => next(stories.accepted(), 'receiver', 'book', { ...visit, form });
const answers = (form = 'before') => ({ answers: { form, version: 1, answers: {}, scores: {} } });

describe('what a clinic asks before a visit', () => {
  it('is answered by the patient, once, and moves nothing', () => {
    const before = asked();
    expect(askedForm(before.state)).toBe('before');
    const after = next(before, 'patient', 'answer-form', answers());
    expect(askedForm(after.state)).toBeUndefined();
    const { status, hold, turn } = before.state;
    expect(after.state).toMatchObject({ status, hold, turn });
    expect(after.log.at(-1)).toMatchObject({ type: 'form-answered', audience: 'clinical' });
    expect(refused(after, 'patient', 'answer-form', answers())).toBe('nothing-asked');
  });

  it('is typed by the clinic for a patient who says it, and the story knows who typed', () => {
    const clerk = by('receiver', { clinical: false, lead: false });
    const typed = next(asked(), clerk, 'answer-form', answers());
    expect(typed.log.at(-1)).toMatchObject({ audience: 'clinical', by: clerk, body: { through: true } });
    expect(refused(typed, 'patient', 'answer-form', answers())).toBe('nothing-asked');
    expect(typed.state.formThrough).toEqual({
      member: clerk.member,
      site: clerk.site,
      at: typed.log.at(-1)!.at,
    });
    const own = next(asked(), 'patient', 'answer-form', answers());
    expect(own.log.at(-1)!.body).not.toHaveProperty('through');
    expect(own.state.formThrough).toBeUndefined();
  });

  it('is not asked again when the visit is moved, but before the next visit', () => {
    const answered = next(asked(), 'patient', 'answer-form', answers());
    const moved = next(answered, 'receiver', 'rebook', {
      ...visit,
      start: '2026-12-16T15:00:00.000Z',
      form: 'before',
    });
    expect(askedForm(moved.state)).toBeUndefined();
    const seen = next(moved, 'receiver', 'visited', {}, { now: '2026-12-17T15:00:00.000Z' });
    const again = { ...visit, start: '2027-01-20T15:00:00.000Z', form: 'before' };
    const later = next(seen, 'receiver', 'book', again, { now: '2026-12-18T15:00:00.000Z' });
    expect(askedForm(later.state)).toBe('before');
  });

  it('is refused where nothing is asked, or something else', () => {
    expect(refused(stories.booked(), 'patient', 'answer-form', answers())).toBe('nothing-asked');
    expect(refused(asked(), 'patient', 'answer-form', answers('other'))).toBe('nothing-asked');
    expect(refused(stories.booked(), 'receiver', 'answer-form', answers())).toBe('nothing-asked');
    expect(refused(asked(), 'requester', 'answer-form', answers())).toBe('wrong-side');
  });
});
