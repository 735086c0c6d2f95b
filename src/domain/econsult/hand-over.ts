import { z } from 'zod';
import type { Facts, ServiceFacts } from '../case/facts.ts';
import { tick } from '../case/input.ts';
import type { Carried, OpenCase, Refusal } from '../case/machine.ts';
import type { CaseState, Urgency } from '../case/state.ts';

/** What moves along to the next case, each a tick the sender may remove; left out altogether, all of it does. */
export const carry = z
  .strictObject({ question: tick, answers: tick, advice: tick, attachments: tick })
  .optional();

function carried(wanted: z.infer<typeof carry>, answered: boolean): Carried {
  const all = { question: true, answers: true, advice: true, attachments: true };
  const { question, answers, advice, attachments } = wanted ?? all;
  return { question, answers, advice: advice && answered, attachments: attachments ? 'all' : [] };
}

/** The service of that key, if it is another one and takes new requests. */
export function serviceFor(
  state: Pick<CaseState, 'receiver'>,
  facts: Facts,
  wanted: string,
): ServiceFacts | Refusal {
  const service = facts.services?.find(({ key }) => key === wanted);
  if (!service) return { refusal: 'no-such-service' };
  if (service.service === state.receiver.service) return { refusal: 'same-service' };
  return service.accepting ? service : { refusal: 'not-accepting' };
}

/** The next case of the same request, at that service. Hops count forwards by an intake, so it begins at none. */
export function nextCase(
  state: Pick<CaseState, 'title' | 'urgency'>,
  service: ServiceFacts,
  with_: { carry: z.infer<typeof carry>; answered: boolean; urgency?: Urgency },
): OpenCase {
  const { site, unit, member, offNetwork } = service;
  return {
    type: service.type,
    service: service.service,
    receiver: {
      site,
      ...(unit !== undefined && { unit }),
      ...(member !== undefined && { member }),
      ...(offNetwork && { offNetwork }),
    },
    hops: 0,
    title: state.title,
    urgency: with_.urgency ?? state.urgency,
    carried: carried(with_.carry, with_.answered),
  };
}
