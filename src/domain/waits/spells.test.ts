import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { monday, next, sent, visit } from '../../../test/support/referral-story.ts';
import { commonEventTypes, type RecordedEvent } from '../case/events.ts';

import { econsultEventTypes } from '../econsult/econsult.ts';
import { referralEventTypes } from '../referral/referral.ts';
import { day, observedAt, type Spell } from './spell.ts';
import { spellsOf, type WaitEvent, waitEvents } from './spells.ts';

const midnight = (day: string) => Date.parse(`${day}T05:00:00.000Z`);
const at = (days: number) => new Date(Date.parse(monday) + days * day).toISOString();
const localDay = (days: number) => at(days).slice(0, 10);
const happened = (days: number, type: string, body: Record<string, unknown> = {}): WaitEvent => {
  return { type, at: Date.parse(at(days)), body };
};
const sentNow = (more: object = {}) =>
  happened(0, 'sent', { startedAt: monday, urgency: 'routine', ...more });
const bookedFor = (days: number, on: number, label = 'initial-visit') =>
  happened(days, 'booked', { appointment: { label, start: at(on) } });

/** Each wait of a case in words: "wait1 reached 14". */
function waits(events: readonly WaitEvent[], now = 400): string[] {
  return spellsOf(events, midnight).flatMap(spell => {
    const seen = observedAt(spell, Date.parse(at(now)));
    return seen ? [`${spell.measure} ${seen.ending ?? 'waits'} ${Math.round(seen.days * 10) / 10}`] : [];
  });
}

describe('Wait 1', () => {
  it('goes from sent to the visit, and the person still waits until the day of the visit has come', () => {
    const booked = [sentNow(), bookedFor(3, 40)];
    expect(waits(booked, 20)).toContain('wait1 waits 20');
    expect(waits(booked, 41)).toContain('wait1 reached 40');
    expect(waits([...booked, happened(41, 'visited', { when: at(41) })])).toContain('wait1 reached 40');
  });

  it('of a transcribed fax goes from the day it first came', () => {
    const fax = happened(0, 'transcribed', { startedAt: at(-30), urgency: 'urgent' });
    const [spell] = spellsOf([fax, bookedFor(1, 10)], midnight);
    expect(spell).toMatchObject({ measure: 'wait1', urgency: 'urgent', start: Date.parse(at(-30)) });
    expect(waits([fax, bookedFor(1, 10)])).toContain('wait1 reached 40');
  });

  it('ends otherwise when it is declined, cancelled, handed on, offered elsewhere or settled with advice', () => {
    for (const [type, ending] of Object.entries({
      ...{ declined: 'declined', cancelled: 'cancelled', withdrawn: 'cancelled', redirected: 'cancelled' },
      ...{
        forwarded: 'elsewhere',
        split: 'elsewhere',
        'advice-taken': 'elsewhere',
        shortlisted: 'cancelled',
      },
    }))
      expect(waits([sentNow(), bookedFor(1, 30), happened(9, type)])).toContain(`wait1 ${ending} 9`);
  });

  it('goes on from the first day when what was declined is sent again', () => {
    const again = [sentNow(), happened(5, 'declined'), happened(8, 'resubmitted')];
    expect(waits(again, 10)).toContain('wait1 waits 10');
    expect(waits([...again, bookedFor(9, 20)])).toContain('wait1 reached 20');
  });

  it('is not ended by a visit that was missed, and its days until another is booked do not count', () => {
    const missed = [sentNow(), bookedFor(2, 20), happened(20, 'did-not-attend', { status: 'accepted' })];
    expect(waits(missed, 100)).toContain('wait1 waits 20');
    expect(waits([...missed, bookedFor(50, 60)])).toContain('wait1 reached 30');
    const declined = happened(50, 'did-not-attend', { status: 'declined' });
    expect(waits([...missed, bookedFor(30, 40), declined])).toContain('wait1 declined 30');
  });

  it('leaves out days on which the patient cannot come, once, also those still ahead', () => {
    const away = (from: number, until: number) =>
      happened(1, 'unavailable-set', { from: localDay(from), until: localDay(until) });
    const two = [sentNow(), away(10, 14), away(12, 16), bookedFor(2, 30)];
    expect(waits(two)).toContain('wait1 reached 23');
    expect(waits(two, 20)).toContain('wait1 waits 13');
    expect(waits([sentNow(), away(10, 14)], 5)).toContain('wait1 waits 5');
  });

  it('is that of a walk-in, and of a visit that was reported with its end', () => {
    expect(waits([sentNow(), happened(3, 'visited', { when: at(2) })])).toContain('wait1 reached 2');
    const completed = (outcome: string) => [
      sentNow(),
      bookedFor(1, 9),
      happened(12, 'completed', { outcome }),
    ];
    expect(waits(completed('discharged'))).toContain('wait1 reached 9');
    expect(waits(completed('not-seen'))).toContain('wait1 elsewhere 12');
  });

  it('is nobody’s when the case was entered in error, or its beginning was purged', () => {
    expect(waits([sentNow(), happened(1, 'voided')])).toEqual([]);
    expect(waits([bookedFor(1, 9)])).toEqual([]);
    expect(waits([sentNow(), happened(1, 'booked', {})], 9)).toContain('wait1 waits 9');
  });
});

describe('Wait 1a, 1b and 2', () => {
  const assessed = [sentNow(), bookedFor(1, 10, 'assessment'), happened(10, 'visited', { when: at(10) })];

  it('the first assessment ends 1a and begins 1b, which the consultation ends', () => {
    const all = [...assessed, bookedFor(11, 40, 'consultation')];
    expect(waits(all)).toEqual(['wait1 reached 40', 'wait1a reached 10', 'wait1b reached 30']);
    expect(waits(assessed, 15)).toEqual(['wait1 waits 15', 'wait1a reached 10', 'wait1b waits 5']);
  });

  it('1b of a referral that an intake handed on begins with the handing on', () => {
    const handedOn = sentNow({ startedAt: at(-20), via: { site: 3 } });
    expect(waits([handedOn, bookedFor(1, 7)])).toEqual([
      ...['wait1 reached 27', 'wait1a elsewhere 27', 'wait1b reached 7'],
    ]);
  });

  it('the decision to treat begins Wait 2, which surgery or a procedure ends', () => {
    const decided = [sentNow(), bookedFor(1, 10), happened(10, 'visited', {})];
    const treatment = happened(12, 'treatment-decided', { on: localDay(10), status: 'accepted' });
    const surgery = bookedFor(13, 100, 'surgery');
    const wait2 = (events: WaitEvent[]) => waits(events).filter(one => one.startsWith('wait2'));
    expect(wait2([...decided, treatment, bookedFor(13, 20, 'follow-up'), surgery])).toEqual([
      'wait2 reached 90.4',
    ]);
    expect(wait2([...decided, treatment, happened(50, 'cancelled')])).toEqual(['wait2 cancelled 40.4']);
    expect(wait2(decided)).toEqual([]);
  });
});

describe('the answer of an advice group', () => {
  const asked = happened(0, 'asked', { startedAt: monday });

  it('is the first one, whatever was asked again', () => {
    expect(waits([asked, happened(2, 'answered'), happened(9, 'answered')])).toEqual(['answer reached 2']);
    expect(waits([asked], 3)).toEqual(['answer waits 3']);
  });

  it('never comes when it is turned back, cancelled or converted first', () => {
    expect(waits([asked, happened(2, 'turned-back')])).toEqual(['answer declined 2']);
    expect(waits([asked, happened(2, 'converted')])).toEqual(['answer elsewhere 2']);
    expect(waits([asked, happened(2, 'turned-back'), happened(3, 'resubmitted')], 9)).toEqual([
      'answer waits 9',
    ]);
  });
});

describe('the events of the machine', () => {
  const told = (log: readonly RecordedEvent[]): WaitEvent[] =>
    log.map(one => ({ ...one, at: Date.parse(one.at) }));
  it('are read as they are written', () => {
    const accepted = next(sent(), 'receiver', 'accept');
    const booked = next(accepted, 'receiver', 'book', visit);
    const seen = next(booked, 'receiver', 'visited', {}, { now: '2026-12-11T18:00:00.000Z' });
    const days = (Date.parse(visit.start) - Date.parse(monday)) / day;
    expect(waits(told(seen.log))[0]).toBe(`wait1 reached ${Math.round(days * 10) / 10}`);
    const treated = next(seen, 'receiver', 'decide-to-treat');
    expect(waits(told(treated.log), 30).at(-1)).toMatch(/^wait2 waits 12.4$/);
    const declined = next(sent(), 'receiver', 'decline', { reason: 'duplicate' });
    expect(waits(told(declined.log))[0]).toBe('wait1 declined 0');
  });

  it('exist by the names that are read', () => {
    const known: readonly string[] = [...commonEventTypes, ...referralEventTypes, ...econsultEventTypes];
    expect(waitEvents.filter(type => !known.includes(type))).toEqual([]);
  });
});

describe('days away', () => {
  const periods = fc.array(fc.tuple(fc.integer({ min: -20, max: 80 }), fc.integer({ min: 0, max: 30 })), {
    maxLength: 8,
  });
  const daysOf = (events: readonly WaitEvent[], now: number) =>
    spellsOf(events, midnight).map((spell: Spell) => observedAt(spell, Date.parse(at(now)))!.days);

  it('never make a wait longer, nor shorter than nothing', () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: 0, max: 90 }), (away, now) => {
        const told = away.map(([from, length]) =>
          happened(0, 'unavailable-set', { from: localDay(from), until: localDay(from + length) }),
        );
        const plain = [sentNow(), bookedFor(1, 60)];
        const [without, [...withAway]] = [daysOf(plain, now), daysOf([plain[0]!, ...told, plain[1]!], now)];
        withAway.forEach((days, i) => {
          expect(days).toBeLessThanOrEqual(without[i]!);
          expect(days).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});
