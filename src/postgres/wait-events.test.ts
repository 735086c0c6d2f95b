import { expect, it } from 'vitest';
import { eventsIn } from './wait-events.ts';

const packed = (...events: (string | number)[][]) => events.map(one => one.join('\x1f')).join('\x1e');

it('events of a case are read as they were packed, in order', () => {
  const story = packed(
    ['sent', 1000, '2026-11-02T14:00:00.000Z', 'urgent', 'via'],
    ['booked', 2000, 'initial-visit', '2026-12-01T14:00:00.000Z'],
    ['unavailable-set', 3000, '2026-11-10', '2026-11-12'],
    ['did-not-attend', 4000, 'declined'],
    ['cancelled', 5000],
  );
  expect(eventsIn(story)).toEqual([
    {
      type: 'sent',
      at: 1000,
      body: { startedAt: '2026-11-02T14:00:00.000Z', urgency: 'urgent', via: true },
    },
    {
      type: 'booked',
      at: 2000,
      body: { appointment: { label: 'initial-visit', start: '2026-12-01T14:00:00.000Z' } },
    },
    { type: 'unavailable-set', at: 3000, body: { from: '2026-11-10', until: '2026-11-12' } },
    { type: 'did-not-attend', at: 4000, body: { status: 'declined' } },
    { type: 'cancelled', at: 5000, body: {} },
  ]);
});

it('a body that was purged, and a field nobody filled in, say nothing', () => {
  expect(eventsIn(packed(['sent', 1], ['booked', 2, '', '']))).toEqual([
    { type: 'sent', at: 1, body: {} },
    { type: 'booked', at: 2, body: { appointment: {} } },
  ]);
});
