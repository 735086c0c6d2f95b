import { z } from 'zod';
import type { AnswerSet } from '../forms/answers.ts';
import type { Facts, ServiceFacts } from './facts.ts';
import { keys, optionalOne, optionalText, text, tick, title } from './input.ts';
import type { Carried, OpenCase, Refusal, SaidAnew } from './machine.ts';
import { papers } from './papers.ts';
import {
  type By,
  type CaseState,
  type CaseType,
  type Intake,
  type ReceiverParty,
  urgencies,
} from './state.ts';

/** What moves along to the next case, each a tick the sender may remove; left out altogether, all of it does. */
export const carry = z
  .strictObject({ question: tick, answers: tick, advice: tick, attachments: tick })
  .optional();

/**
 * What the sender wrote on the form of the next service, prefilled with what was known. It stands there instead of the
 * earlier question and answers; files are added to those that move along.
 */
export const anew = z
  .strictObject({
    title,
    question: text(),
    /** As the form module checked and scored them. */
    answers: z.custom<AnswerSet>(value => typeof value === 'object' && value !== null).optional(),
    urgency: optionalOne(urgencies),
    reason: optionalText(2000),
    attachments: keys,
  })
  .optional();

/** The same with its files by inside id; a refusal when one is not there or an urgent one has no reason. */
export function saidAnew(given: z.infer<typeof anew>, facts: Facts): { said?: SaidAnew } | Refusal {
  if (!given) return {};
  const attachments = papers(facts, given.attachments);
  if (!attachments) return { refusal: 'no-such-attachment' };
  if (given.urgency === 'urgent' && !given.reason) return { refusal: 'reason-missing' };
  const { title: heading, question, answers, urgency, reason } = given;
  return {
    said: {
      ...{ title: heading, question, attachments },
      ...(answers && { answers }),
      ...(urgency && { urgency }),
      ...(reason && { reason }),
    },
  };
}

function carried(wanted: z.infer<typeof carry>): Carried {
  if (!wanted) return { question: true, answers: true, advice: true, attachments: 'all' };
  return { ...wanted, attachments: wanted.attachments ? 'all' : [] };
}

/** The service of that key, if it is another one, of the wanted type, and takes new requests. */
export function serviceFor(
  state: Pick<CaseState, 'receiver'>,
  facts: Facts,
  key: string,
  type?: CaseType,
): ServiceFacts | Refusal {
  const service = facts.services?.find(one => one.key === key);
  if (!service || (type && service.type !== type)) return { refusal: 'no-such-service' };
  if (service.service === state.receiver.service) return { refusal: 'same-service' };
  return service.accepting ? service : { refusal: 'not-accepting' };
}

/** As `serviceFor`, for who hands a case on; a central intake may name the service it receives for. */
export function serviceToHandTo(
  { receiver }: Pick<CaseState, 'receiver'>,
  facts: Facts,
  key: string,
): ServiceFacts | Refusal {
  const { service: _asked, ...intake } = receiver;
  return serviceFor({ receiver: receiver.intake ? intake : receiver }, facts, key, 'referral');
}

/** Who hands it on, and whether a sender who may choose wants it to go through the central intake. */
export interface Sender {
  site?: number;
  through?: boolean;
}

/**
 * Who receives what is asked of a service: its central intake, when it takes referrals through one, unless that intake
 * itself sends it on; else the service.
 */
export function receiverOf(service: ServiceFacts, from: Sender): ReceiverParty {
  const { intake, site, unit, member, offNetwork, central } = service;
  if (service.type === 'referral' && intake && intake.site !== from.site && (intake.always || from.through))
    return { site: intake.site, service: service.service, intake: true };
  return {
    ...{ site, service: service.service },
    ...(unit !== undefined && { unit }),
    ...(member !== undefined && { member }),
    ...(offNetwork && { offNetwork }),
    ...(central && { central }),
  };
}

/**
 * The intake of the next case: a central intake from its first hand-over to the end, else whoever hands it on now. None
 * where it is the next receiver itself.
 */
export function intakeAfter(state: Pick<CaseState, 'receiver' | 'via'>, by: By, next: ReceiverParty) {
  const { site, unit, intake, central } = state.receiver;
  const here: Intake = {
    site,
    ...(unit !== undefined && { unit }),
    ...((intake || central) && { central: true }),
  };
  const stays = by.side === 'intake' || (state.via?.central && !here.central);
  const via = stays ? state.via : here;
  return via?.site === next.site ? undefined : via;
}

/**
 * The next case of the same request, at that service or its central intake. A forward or split (with `hops`) goes on with
 * the wait it began; what the requester sends elsewhere begins a wait of its own.
 */
export function nextCase(
  state: Pick<CaseState, 'title' | 'urgency' | 'startedAt'>,
  service: ServiceFacts,
  along: {
    carry: z.infer<typeof carry>;
    from?: Sender;
    via?: (receiver: ReceiverParty) => Intake | undefined;
    hops?: number;
    said?: SaidAnew;
  },
): OpenCase {
  const { service: _asked, ...receiver } = receiverOf(service, along.from ?? {});
  const via = along.via?.(receiver);
  const { promise } = service;
  return {
    type: service.type,
    service: service.service,
    receiver,
    ...(via && { via }),
    hops: along.hops ?? 0,
    title: along.said?.title ?? state.title,
    urgency: along.said?.urgency ?? state.urgency,
    ...(along.hops !== undefined && { startedAt: state.startedAt }),
    // What the service promises is not its intake's promise.
    ...(promise && !receiver.intake && { promise }),
    carried: carried(along.carry),
    ...(along.said && { said: along.said }),
  };
}
