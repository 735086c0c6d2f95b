import { describe, expect, it } from 'vitest';
import { brokenAt } from './late.ts';

const zone = 'America/Toronto';
const clock = { from: '2026-03-02T15:00:00.000Z', stopped: 0 };
const hour = 3_600_000;

describe('a question that nobody has answered', () => {
  it('breaks the promise of its group the moment it ran out, whoever has it', () => {
    const promised = { ...clock, promise: { businessDays: 1 } };
    const due = brokenAt(promised, zone, '2026-03-20T15:00:00.000Z')!;
    expect(due < '2026-03-05').toBe(true);
    expect(brokenAt(promised, zone, due)).toBeNull();
    expect(brokenAt(promised, zone, new Date(Date.parse(due) + hour).toISOString())).toBe(due);
  });

  it('breaks none before seven days without a promise, and none while the requester owes information', () => {
    expect(brokenAt(clock, zone, '2026-03-08T15:00:00.000Z')).toBeNull();
    expect(brokenAt(clock, zone, '2026-03-12T15:00:00.000Z')).not.toBeNull();
    const stopped = { ...clock, stoppedAt: '2026-03-04T15:00:00.000Z' };
    expect(brokenAt(stopped, zone, '2026-05-01T15:00:00.000Z')).toBeNull();
    expect(brokenAt({ ...clock, stopped: 30 * 24 * hour }, zone, '2026-03-12T15:00:00.000Z')).toBeNull();
    const late = { ...clock, stoppedAt: '2026-03-15T15:00:00.000Z' };
    expect(brokenAt(late, zone, '2026-05-01T15:00:00.000Z')).not.toBeNull();
  });
});
