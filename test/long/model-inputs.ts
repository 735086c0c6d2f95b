import type { CaseType } from '../../src/domain/case/state.ts';
import type { Chance, ModelWorld } from './model-world.ts';

interface Given {
  world: ModelWorld;
  by: Chance;
  /** The cases' clock. */
  now: string;
}

/** What people type for a verb: mostly well-formed, and of the right sort for the type of case. */
export function inputFor(type: CaseType, verb: string, given: Given): object {
  if (given.by.next() < 0.03) return { text: 7, member: null };
  const typed = { ...common(given), ...(type === 'referral' ? ofReferral(given) : ofEconsult(given)) };
  return typed[verb] ?? {};
}

type Inputs = Record<string, object>;
const later = (now: string, days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString();
const dayAfter = (now: string, days: number) => later(now, days).slice(0, 10);
const anyService = ({ world, by }: Given) =>
  by.pick([...world.services.referral, ...world.services.econsult]).key;

function common(given: Given): Inputs {
  const { world, by, now } = given;
  return {
    message: { text: 'Hello', to: by.pick(['all', 'everyone', 'clinical', 'receiver']) },
    note: { text: 'Careful.' },
    'report-worse': { text: 'Cannot walk.' },
    'change-urgency': { urgency: by.pick(['urgent', 'routine']), reason: 'Fever.' },
    'set-unavailable': { from: dayAfter(now, 1), until: dayAfter(now, 6) },
    'log-contact': { when: now, how: 'phone', outcome: by.pick(['reached', 'no-answer']) },
    transfer: { member: by.pick(world.members), why: 'Leave.' },
    void: { why: 'Wrong patient.' },
    redirect: { service: anyService(given) },
    cancel: { reason: by.pick(['other', 'no-longer-needed']) },
  };
}

function ofReferral(given: Given): Inputs {
  const { world, by, now } = given;
  const [start, service] = [later(now, 1 + by.whole(60)), anyService(given)];
  const referrals = () => by.pick(world.services.referral).key;
  return {
    accept: by.next() < 0.5 ? {} : { anticipated: dayAfter(now, 30) },
    book: { label: 'initial-visit', start, medium: by.pick(['video', 'phone']), form: 'before-a-visit' },
    'answer-form': { answers: { form: 'before-a-visit', version: 1, answers: {}, scores: {} } },
    rebook: { label: 'follow-up', start, medium: 'phone', reason: 'other' },
    unbook: { reason: 'other' },
    offer: { label: 'initial-visit', start, medium: 'phone', until: later(now, 0.5) },
    decline: { reason: by.pick(['duplicate', 'no-capacity']), noneExists: 'on', comment: 'full' },
    forward: { service },
    split: { services: [referrals(), referrals()] },
    shortlist: { services: [referrals(), referrals()] },
    choose: { service: referrals() },
    assign: { member: by.pick(world.members) },
    'ask-info': { text: 'Since when?' },
    'supply-info': { text: 'June.' },
    advise: { text: 'Exercise.', minutes: 5 },
    insist: { reason: 'She cannot walk.' },
    'ask-other-time': { times: 'Mornings' },
    complete: { outcome: 'discharged', note: 'Exercise.' },
    'manage-elsewhere': { where: 'In Ottawa' },
    resubmit: { changed: 'An X-ray.' },
    close: { why: 'Moved away.' },
    'hand-back': { reason: 'Nobody takes it.' },
    reopen: { reason: 'A bed came free.' },
    triage: { priority: '2' },
    expect: { anticipated: dayAfter(now, 40) },
  };
}

function ofEconsult(given: Given): Inputs {
  const { world, by, now } = given;
  const survey = { outcome: 'new-advice', referral: 'avoided', patientValue: 5, providerValue: 4 };
  const due = dayAfter(now, 30);
  const answer = {
    ...{ kind: 'advice', text: 'Iron first.', minutes: '12' },
    recommendations: [{ text: 'Oral iron' }, { text: 'See again', due }],
  };
  return {
    ...{ answer, close: survey },
    assign: { member: by.pick(world.members), why: 'next-in-turn' },
    'ask-info': { question: 'Recent ferritin?' },
    'ask-colleague': {
      ...{ service: by.pick(world.services.econsult).key, title: 'A rash', question: 'Does it fit?' },
      carry: by.next() < 0.5 ? undefined : { question: true },
    },
    'supply-info': { answer: 'It is 11.' },
    amend: { text: 'Iron later.', why: 'Order of steps' },
    'follow-up': { question: 'And if she sleeps badly?' },
    tick: { recommendation: by.pick(['1', '2']), state: 'done' },
    'report-outcome': { outcome: 'as-advised', effect: 'better' },
    'turn-back': { reason: 'not-our-field', suggestion: 'Ask the sleep group.' },
    resubmit: { text: 'Here is the diary.' },
    convert: { service: by.pick(world.services.referral).key, survey },
  };
}
