import { expect, test } from 'vitest';
import {
  answered,
  ask,
  asked,
  assigned,
  clerk,
  inputs,
  keyOf,
  play,
  playOn,
  requester,
  returned,
  specialist,
} from './test-econsult.ts';

const survey = inputs.close;
const byRequester = { verb: 'convert', by: requester, input: { survey } };
const bySpecialist = { verb: 'convert', by: specialist, input: { answer: inputs.answer } };

test('the requester takes the advice along into a referral, and the survey is kept', () => {
  expect(ask(answered(), byRequester)).toMatchObject({
    events: [
      { type: 'converted', body: { service: 70, hold: null } },
      { type: 'surveyed', body: { survey: { referral: 'avoided' } } },
    ],
    opens: [
      { type: 'referral', service: 70, receiver: { site: 3 }, carried: { advice: true, question: true } },
    ],
  });
  expect(playOn(answered(), byRequester).state.status).toBe('converted');
});

test('the survey is asked for once: with the answer, and not after closing or a return', () => {
  const plain = { verb: 'convert', by: requester };
  expect(ask(answered(), plain)).toEqual({ refusal: 'survey-missing' });
  const closed = playOn(answered(), { verb: 'close', by: requester });
  expect(ask(closed, plain)).toMatchObject({ opens: [{ carried: { advice: true } }] });
  expect(ask(returned(), plain)).toMatchObject({ opens: [{ carried: { question: true } }] });
});

test('an authorised specialist gives the final answer and converts in one go', () => {
  const { state, log } = playOn(assigned(), bySpecialist);
  expect(state).toMatchObject({ status: 'converted', answer: { kind: 'advice' }, requester: { site: 1 } });
  expect(log.slice(-3).map(({ type }) => type)).toEqual(['answered', 'advice', 'converted']);
  expect(ask(assigned(), bySpecialist)).toMatchObject({ opens: [{ carried: { advice: true } }] });
});

test('the specialist says how urgent the visit is, with the reason', () => {
  const urgent = { ...bySpecialist.input, urgency: 'urgent' };
  expect(ask(assigned(), { ...bySpecialist, input: urgent })).toEqual({ refusal: 'reason-missing' });
  const why = { ...urgent, reason: 'Losing weight quickly.' };
  expect(ask(assigned(), { ...bySpecialist, input: why })).toMatchObject({
    opens: [{ urgency: 'urgent', reason: 'Losing weight quickly.' }],
  });
});

test('the specialist converts only with an answer and only when the requester allowed it', () => {
  expect(ask(assigned(), { verb: 'convert', by: specialist })).toEqual({ refusal: 'answer-missing' });
  const unauthorised = play({
    verb: 'open',
    by: requester,
    input: { mayConvert: false, wanted: 'specialist', specialist: keyOf('s') },
  });
  expect(ask(unauthorised, bySpecialist)).toEqual({ refusal: 'not-authorised-to-convert' });
});

test('a clerk does not convert, nor is a fresh question converted, nor into another eConsult', () => {
  expect(ask(answered(), { ...byRequester, by: clerk })).toEqual({ refusal: 'needs-clinician' });
  expect(ask(asked(), byRequester)).toEqual({ refusal: 'wrong-status' });
  const group = { ...byRequester, input: { survey, service: keyOf('g') } };
  expect(ask(answered(), group)).toEqual({ refusal: 'no-such-service' });
});

test('the requester may say that the visit is urgent', () => {
  const urgent = { ...byRequester, input: { survey, urgency: 'urgent' } };
  expect(ask(answered(), urgent)).toMatchObject({ opens: [{ urgency: 'urgent' }] });
});
