import { expect, it } from 'vitest';
import { isEnded } from '../case/machine.ts';
import { type EConsultStatus, econsultStatuses } from './econsult.ts';
import { likelyNow, likelyVerbs } from './likely.ts';
import { econsult } from './machine.ts';

const statuses = Object.keys(econsultStatuses) as EConsultStatus[];

it('offers a side only what its row of the table allows from that status', () => {
  for (const status of statuses)
    for (const side of ['requester', 'receiver'] as const)
      for (const name of likelyVerbs[status][side] ?? []) {
        const verb = econsult.verbs[name]!;
        const from =
          verb.from === 'any' ||
          (verb.from === 'open' ? !isEnded(econsult, status) : verb.from.includes(status));
        const who = verb.who.some(one => one.side === side && (!one.from || one.from.includes(status)));
        expect([status, side, name, from && who]).toEqual([status, side, name, true]);
      }
});

it('whoever owes the next step is offered one first', () => {
  const first = (status: EConsultStatus) => {
    const row = econsultStatuses[status];
    return row.ended ? undefined : likelyNow({ status }, row.holder)[0];
  };
  expect(statuses.map(first).filter(Boolean)).toEqual([
    'assign',
    'answer',
    'supply-info',
    'close',
    'redirect',
  ]);
});

it('what came back is answered or reviewed first', () => {
  expect(likelyNow({ status: 'assigned', flag: 'reply-to-review' }, 'receiver').slice(0, 3)).toEqual([
    'answer',
    'review',
    'ask-info',
  ]);
});
