import { expect, test } from 'vitest';
import { laterOf, stillOwed } from './later.ts';
import { answered, clerk, playOn, requester } from './test-econsult.ts';

const zone = 'America/Toronto';
const closed = () => playOn(answered(), { verb: 'close', by: requester });
const lastOf = ({ log }: ReturnType<typeof closed>, count = 1) => log.slice(-count);

test('a closed eConsult asks after 90 days, and each recommendation on its day, then of the lead', () => {
  const { state, log } = closed();
  expect(laterOf({ state, recorded: log.slice(-2) }, zone)).toEqual({
    drop: ['outcome', 'advised', 'advised-lead'],
    rows: [
      { what: 'outcome', at: '2027-02-14T15:00:00.000Z' },
      { what: 'advised', at: '2027-01-11T22:00:00.000Z' },
      { what: 'advised-lead', at: '2027-01-13T22:00:00.000Z' },
    ],
  });
});

test('done, it is not asked for; what happened still is', () => {
  const after = playOn(closed(), { verb: 'tick', by: clerk, input: { recommendation: 1, state: 'done' } });
  expect(laterOf({ state: after.state, recorded: lastOf(after) }, zone)).toEqual({
    drop: ['advised', 'advised-lead'],
    rows: [],
  });
  expect(stillOwed(after.state, { by: '2027-06-01T00:00:00.000Z', zone })).toBe(false);
});

test('once it was said what happened nobody asks again, and the recommendations stay due', () => {
  const after = playOn(closed(), { verb: 'report-outcome', by: clerk, input: { outcome: 'as-advised' } });
  expect(laterOf({ state: after.state, recorded: lastOf(after) }, zone)).toEqual({
    drop: ['outcome'],
    rows: [],
  });
  expect(stillOwed(after.state, { by: '2027-01-11T22:00:00.000Z', zone })).toBe(true);
  expect(stillOwed(after.state, { by: '2027-01-10T22:00:00.000Z', zone })).toBe(false);
});

test('an open case asks nothing later, and a message after the end changes nothing', () => {
  const { state, log } = answered();
  expect(laterOf({ state, recorded: log.slice(-2) }, zone)).toBeNull();
  expect(
    laterOf({ state: closed().state, recorded: [{ type: 'noted', at: state.startedAt }] }, zone),
  ).toBeNull();
});

test('entered in error, nothing is asked at all', () => {
  const voided = playOn(answered(), {
    verb: 'void',
    by: { ...requester, lead: true },
    input: { why: 'Wrong' },
  });
  expect(laterOf({ state: voided.state, recorded: lastOf(voided) }, zone)?.rows).toEqual([]);
});
