import { z } from 'zod';
import type { Facts, ServiceFacts } from './facts.ts';
import { tick } from './input.ts';
import type { Carried, OpenCase, Refusal } from './machine.ts';
import type { CaseState, CaseType, Intake } from './state.ts';

/** What moves along to the next case, each a tick the sender may remove; left out altogether, all of it does. */
export const carry = z
  .strictObject({ question: tick, answers: tick, advice: tick, attachments: tick })
  .optional();

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

/**
 * The next case of the same request, at that service. A forward or split (with `hops`) goes on with the wait it began;
 * what the requester sends elsewhere begins a wait of its own.
 */
export function nextCase(
  state: Pick<CaseState, 'title' | 'urgency' | 'startedAt'>,
  service: ServiceFacts,
  along: { carry: z.infer<typeof carry>; via?: Intake; hops?: number },
): OpenCase {
  const { site, unit, member, offNetwork, promise } = service;
  return {
    type: service.type,
    service: service.service,
    receiver: {
      site,
      ...(unit !== undefined && { unit }),
      ...(member !== undefined && { member }),
      ...(offNetwork && { offNetwork }),
    },
    ...(along.via && { via: along.via }),
    hops: along.hops ?? 0,
    title: state.title,
    urgency: state.urgency,
    ...(along.hops !== undefined && { startedAt: state.startedAt }),
    ...(promise && { promise }),
    carried: carried(along.carry),
  };
}
