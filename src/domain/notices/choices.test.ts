import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Choices, planOf, topics, usualChoices } from './choices.ts';
import { templates } from './template.ts';

const night: Choices = { ...usualChoices, quiet: { from: '21:00', until: '07:30' } };
const news = { template: 'news' as const, pressing: false };
/** In Toronto in winter. */
const at = (time: string, day = '2026-11-16') => new Date(`${day}T${time}:00-05:00`).toISOString();

describe('quiet hours', () => {
  test('hold a message until they are over, before and after midnight', () => {
    expect(planOf(news, night, at('22:15'))).toEqual({ when: 'later', at: at('07:30', '2026-11-17') });
    expect(planOf(news, night, at('03:00'))).toEqual({ when: 'later', at: at('07:30') });
    expect(planOf(news, night, at('07:30'))).toEqual({ when: 'now' });
    expect(planOf(news, night, at('20:59'))).toEqual({ when: 'now' });
  });

  test('do not hold what is urgent', () => {
    expect(planOf({ template: 'review', pressing: false }, night, at('23:00'))).toEqual({ when: 'now' });
    expect(planOf({ template: 'patient-to-do', pressing: true }, night, at('23:00'))).toEqual({
      when: 'now',
    });
  });

  test('end at the same time of the clock after the clocks have changed', () => {
    // The first of November 2026, at 2:00, clocks go back.
    const eve = '2026-11-01T02:00:00.000Z';
    expect(planOf(news, night, eve)).toEqual({ when: 'later', at: '2026-11-01T12:30:00.000Z' });
  });
});

describe('a digest', () => {
  const daily: Choices = { ...night, digestAt: '16:00' };
  test('collects until its time, the next day when that is over', () => {
    expect(planOf(news, daily, at('09:00'))).toEqual({ when: 'together', at: at('16:00') });
    expect(planOf(news, daily, at('16:00'))).toEqual({ when: 'together', at: at('16:00', '2026-11-17') });
  });

  test('lets what is urgent through', () => {
    expect(planOf({ template: 'urgency', pressing: false }, daily, at('09:00'))).toEqual({ when: 'now' });
  });
});

test('what somebody turned off is not sent; work that waits for them cannot be turned off', () => {
  const none: Choices = { ...usualChoices, muted: topics };
  const sent = templates.filter(
    template => planOf({ template, pressing: false }, none, at('09:00')).when === 'now',
  );
  expect(sent).toEqual(
    expect.arrayContaining(['new', 'your-turn', 'answer', 'review', 'late-at-your-site', 'patient-to-do']),
  );
  for (const template of ['news', 'message', 'reminder', 'patient-news'] as const)
    expect(sent).not.toContain(template);
});

test('whatever was chosen, a message waits less than a day, and never goes into the past', () => {
  const time = fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([h, m]) => `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`);
  fc.assert(
    fc.property(time, time, fc.option(time), fc.nat(365 * 24 * 60), (from, until, digestAt, minutes) => {
      const now = new Date(Date.UTC(2026, 0, 1) + minutes * 60_000).toISOString();
      const plan = planOf(news, { ...usualChoices, quiet: { from, until }, digestAt }, now);
      if (!('at' in plan)) return;
      expect(plan.at > now).toBe(true);
      // An hour more where clocks go back.
      expect(Date.parse(plan.at) - Date.parse(now)).toBeLessThanOrEqual(25 * 3_600_000);
    }),
    { numRuns: 200 },
  );
});
