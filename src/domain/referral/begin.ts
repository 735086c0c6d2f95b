import { z } from 'zod';
import type { Facts, OpeningFacts } from '../case/facts.ts';
import type { Refusal } from '../case/machine.ts';
import { settle } from '../case/standing.ts';
import type { Urgency } from '../case/state.ts';
import type { AnswerSet } from '../forms/answers.ts';
import type { SentBody } from './begun.ts';
import { heldIn } from './holds.ts';

/** Form answers as the form module checked and scored them. */
export const answers = z.custom<AnswerSet>(value => typeof value === 'object' && value !== null).optional();

/** Why nobody may be referred here now, whoever asks. */
export function unopenable(opening: OpeningFacts | undefined): Refusal | undefined {
  if (!opening) return { refusal: 'no-such-service' };
  if (opening.patient.deceased) return { refusal: 'patient-deceased' };
  return opening.accepting ? undefined : { refusal: 'not-accepting' };
}

/** Why what a requester writes may not go out: unsigned, without consent, or urgent without a reason. */
export function unsendable(
  typed: { mayContact: boolean; urgency: Urgency; reason?: string | undefined },
  opening: OpeningFacts,
  { by }: Facts,
): Refusal | undefined {
  if (opening.handedOver) return undefined;
  if (!by.clinical) return { refusal: 'needs-clinician' };
  if (!typed.mayContact) return { refusal: 'consent-missing' };
  return typed.urgency === 'urgent' && !typed.reason ? { refusal: 'reason-missing' } : undefined;
}

/** The beginning of a referral: who asks whom, and the receiver's clock. */
export function beginning(
  opening: OpeningFacts,
  facts: Facts,
  typed: { title: string; urgency: Urgency; letter?: { due: string } | undefined },
): SentBody {
  const { requester, receiver, via, hops, patient } = opening;
  const { title, urgency, letter } = typed;
  const copy = opening.copy;
  const parties = { requester, receiver, ...(via && { via }), ...(copy && { copy }), patient, urgency };
  return {
    title,
    ...parties,
    hops,
    startedAt: opening.startedAt ?? facts.now,
    status: 'sent',
    ...(letter && { letter }),
    ...settle(parties, heldIn('sent', parties, facts), { letter }),
  };
}
