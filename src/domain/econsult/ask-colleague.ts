import { z } from 'zod';
import type { Facts, ServiceFacts } from '../case/facts.ts';
import { carry, nextCase, serviceFor } from '../case/hand-over.ts';
import { key, keys, optionalKey, text, title } from '../case/input.ts';
import type { OpenCase, Refusal, Verb } from '../case/machine.ts';
import { papers } from '../case/papers.ts';
import type { RefusalCode } from '../case/refusals.ts';
import type { By, CaseState, RequesterParty } from '../case/state.ts';
import { memberOf, unfit } from './assign.ts';
import type { EConsult } from './econsult.ts';
import { said } from './said.ts';
import { specialistOnly } from './specialist.ts';

/** How many colleagues may be asked for one answer. */
export const mostColleagues = 3;

const input = z.strictObject({
  /** The group that is asked. */
  service: key,
  /** One of it, by name. */
  specialist: optionalKey,
  title,
  question: text(),
  attachments: keys,
  /** Of the first question. */
  carry,
});
type Given = z.infer<typeof input>;

/** Only an eConsult that stands on its own has a colleague asked for it, and not without end. */
function able(state: EConsult, by: By): RefusalCode | undefined {
  if (state.helps) return 'helps-another';
  return specialistOnly(state, by) ?? ((state.colleagues ?? 0) < mostColleagues ? undefined : 'enough-asked');
}

/** The member of the asked group by name, when there is one; a refusal when they cannot take it, or are who asks. */
function whom(
  { requester, receiver }: Pick<EConsult, 'requester' | 'receiver'>,
  { given, service }: { given: Given; service: ServiceFacts },
  facts: Facts,
): { member?: number } | Refusal {
  if (service.site === requester.site) return { refusal: 'asks-the-requester' };
  if (service.member === receiver.member) return { refusal: 'asks-oneself' };
  if (given.specialist === undefined) return service.member === undefined ? {} : { member: service.member };
  const chosen = memberOf(facts, given.specialist);
  if (chosen?.member === receiver.member) return { refusal: 'asks-oneself' };
  const refusal = unfit(chosen, {
    site: service.site,
    ...(service.unit !== undefined && { unit: service.unit }),
  });
  return refusal || !chosen ? { refusal: refusal ?? 'no-such-member' } : { member: chosen.member };
}

/** The eConsult is where nobody is to answer it: what colleagues have not answered by then is not needed. */
export function helpless(state: CaseState): boolean {
  return state.type === 'econsult' && ['cancelled', 'redirected', 'returned', 'void'].includes(state.status);
}

/** Who asks a colleague: the specialist at the group's site, for whom a delegate may do it. */
function asker({ receiver: { site, unit, member } }: EConsult): RequesterParty {
  return {
    site,
    ...(unit !== undefined && { unit }),
    ...(member !== undefined && { clinician: member }),
  };
}

/**
 * Whoever is to answer asks another specialist: an eConsult of the same request, of which the first requester gets a copy.
 * Nothing moves here and the clock goes on. Docs/decisions/0063.
 */
export const askColleague: Verb<EConsult, Given> = {
  name: 'ask-colleague',
  who: [{ side: 'receiver', rank: 'c' }],
  from: ['assigned', 'more-info'],
  to: 'same',
  input,
  can: able,
  decide(state, given, facts) {
    const service = serviceFor(state, facts, given.service, 'econsult');
    if ('refusal' in service) return service;
    const colleague = whom(state, { given, service }, facts);
    if ('refusal' in colleague) return colleague;
    const attachments = papers(facts, given.attachments);
    if (!attachments) return { refusal: 'no-such-attachment' };
    const nth = (state.colleagues ?? 0) + 1;
    const { title: heading, question } = given;
    const next = nextCase({ ...state, urgency: 'routine' }, service, {
      carry: given.carry,
      said: { title: heading, question, attachments },
    });
    const helping: OpenCase['helping'] = { requester: asker(state), copy: state.requester, nth };
    const opens = [{ ...next, receiver: { ...next.receiver, ...colleague }, helping }];
    return { ...said('colleague-asked', 'all', { service: service.service, nth }), opens };
  },
};
