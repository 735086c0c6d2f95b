import { expect, test } from 'vitest';
import { ask, asked, assigned, clerk, factsOf, keyOf, record, returned } from './test-econsult.ts';

test('the requester asks another group and everything moves along', () => {
  const decision = ask(returned(), { verb: 'redirect', by: clerk });
  expect(decision).toMatchObject({
    opens: [
      {
        type: 'econsult',
        service: 71,
        receiver: { site: 4 },
        title: 'Low mood and fatigue since COVID-19',
        carried: { question: true, answers: true, attachments: 'all' },
      },
    ],
  });
  const { state } = record(returned(), decision, factsOf(clerk, '2026-11-16T15:00:00.000Z'));
  expect(state.status).toBe('redirected');
  expect(state.hold).toBeUndefined();
});

test('a question may go on as a referral, and the sender may leave things out', () => {
  const input = { service: keyOf('c'), carry: { question: true, answers: true } };
  expect(ask(asked(), { verb: 'redirect', by: clerk, input })).toMatchObject({
    opens: [{ type: 'referral', receiver: { site: 3 }, carried: { question: true, attachments: [] } }],
  });
});

test('nobody redirects once a specialist has it, to the same group or to a closed door', () => {
  expect(ask(assigned(), { verb: 'redirect', by: clerk })).toEqual({ refusal: 'wrong-status' });
  const services = (service: number, accepting: boolean) => ({
    facts: { services: [{ key: keyOf('g'), service, site: 4, accepting, type: 'econsult' as const }] },
  });
  const step = { verb: 'redirect', by: clerk };
  expect(ask(asked(), { ...step, ...services(50, true) })).toEqual({ refusal: 'same-service' });
  expect(ask(asked(), { ...step, ...services(71, false) })).toEqual({ refusal: 'not-accepting' });
});
