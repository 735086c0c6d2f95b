import { emailAddress, phoneNumber } from '../../domain/patient/contact.ts';
import { paragraphs } from '../../domain/patient/plain-text.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { type Claim, type ClaimAnswer, type ClaimHindrance, claimAnswers } from '../ports/claims.ts';
import type { Tx } from '../ports/database.ts';
import { forProgramme } from '../programme/for-programme.ts';
import {
  type FieldProblem,
  type ListingProblem,
  lineOf,
  optional,
  plainly,
  type Read,
} from './listing-fields.ts';

type Reads = Pick<App, 'db'>;

/** The form of a request to keep a listing, as typed. */
export type TypedClaim = Record<'reason' | 'contactName' | 'contactPhone' | 'email', string>;

export type ClaimOutcome =
  | { ok: true }
  | { ok: false; problems: ListingProblem[] }
  | { ok: false; hindrance: ClaimHindrance };

/** The facility and what keeps it from being asked for; null when there is none, or the actor keeps no listings. */
export function readClaimable(app: Reads, actor: Actor, key: string) {
  return withFacility(app, { actor, key, act: 'claim' }, async (tx, facility) => ({
    facility,
    hindrance: await tx.claims.hindrance(facility.id),
  }));
}

type Facility = NonNullable<Awaited<ReturnType<Tx['directory']['facility']>>>;

async function withFacility<T>(
  app: Reads,
  { actor, key, act }: { actor: Actor; key: string; act: string },
  work: (tx: Tx, facility: Facility) => Promise<T>,
): Promise<T | null> {
  if (actor.kind !== 'person') return null;
  return app.db.as(actor, async tx => {
    const facility = (await tx.listings.sites()).length > 0 ? await tx.directory.facility(key) : null;
    if (facility) return work(tx, facility);
    await tx.audit.add({ act, what: 'listing', ids: [], result: 'missing' });
    return null;
  });
}

/** Asks the programme to let the actor's site keep the listing of a facility. */
export function claimListing(
  app: Reads,
  actor: Actor,
  asked: { key: string; typed: TypedClaim; language: 'en' | 'fr' },
): Promise<ClaimOutcome | null> {
  const { key, typed, language } = asked;
  return withFacility(app, { actor, key, act: 'claim' }, async (tx, facility) => {
    const problems: ListingProblem[] = [];
    const read = <T>(field: keyof TypedClaim, found: Read<T>): T => {
      if ('problem' in found) problems.push({ field, problem: found.problem });
      return ('value' in found ? found.value : '') as T;
    };
    const required = (found: Read<string | null>, problem: FieldProblem): Read<string> =>
      'value' in found && found.value === null ? { problem } : (found as Read<string>);
    const claim = {
      reason: read('reason', plainly(paragraphs(typed.reason, 1_000, true))),
      contactName: read('contactName', lineOf(typed.contactName, 120, true)),
      contactPhone: read(
        'contactPhone',
        required(optional(typed.contactPhone, phoneNumber, 'phone'), 'missing'),
      ),
      email: read('email', required(optional(typed.email, emailAddress, 'email'), 'missing')),
    };
    const hindrance = await tx.claims.hindrance(facility.id);
    if (hindrance === null && problems.length > 0) return { ok: false, problems };
    const id = hindrance ? null : await tx.claims.add({ ...claim, facility: facility.id, language });
    const result = id === null ? 'denied' : 'ok';
    await tx.audit.add({ act: 'claim', what: 'listing', ids: [facility.id], result, why: hindrance ?? '' });
    return id === null ? { ok: false, hindrance: hindrance ?? 'already-asked' } : { ok: true };
  });
}

/** A request with the names of who asked and who answered. */
export interface NamedClaim extends Claim {
  askedByName: string;
  answeredByName: string;
}

/** All requests, for the programme. */
export function readClaims(app: Reads, actor: Actor): Promise<NamedClaim[] | null> {
  return forProgramme(app, actor, 'claims', async tx => named(tx, await tx.claims.all()));
}

export function readClaim(app: Reads, actor: Actor, key: string): Promise<NamedClaim | null> {
  return forProgramme(app, actor, 'claims', async tx => {
    const claim = await tx.claims.byKey(key);
    return claim ? (await named(tx, [claim]))[0]! : notThere(tx);
  });
}

export type ClaimAnswerOutcome =
  | { ok: true }
  | { ok: false; problems: ListingProblem[] }
  /** Somebody answered before. */
  | { ok: false; answered: NamedClaim };

/** Says yes or no, once; whoever asked gets mail. Null when there is no such request, or it is not the actor's to answer. */
export function answerClaim(
  app: Reads,
  actor: Actor,
  given: { key: string; answer: string; note: string },
): Promise<ClaimAnswerOutcome | null> {
  return forProgramme(app, actor, 'answer-claim', async tx => {
    const claim = await tx.claims.byKey(given.key);
    if (!claim) return notThere(tx);
    const answer = claimAnswers.find(one => one === given.answer) as ClaimAnswer | undefined;
    const note = plainly(paragraphs(given.note, 1_000, answer === 'refused'));
    const problems: ListingProblem[] = [];
    if (!answer) problems.push({ field: 'answer', problem: 'choose' });
    if ('problem' in note) problems.push({ field: 'note', problem: note.problem });
    if (!answer || 'problem' in note) return { ok: false, problems };
    if (await tx.claims.answer(claim.id, answer, note.value)) {
      await tx.jobs.add({ kind: 'tell-claim', payload: { claim: claim.id } });
      await tx.audit.add({
        act: 'answer-claim',
        what: 'listing',
        ids: [claim.id],
        why: answer,
        result: 'ok',
      });
      return { ok: true };
    }
    return { ok: false, answered: (await named(tx, [(await tx.claims.byId(claim.id))!]))[0]! };
  });
}

async function named(tx: Tx, claims: readonly Claim[]): Promise<NamedClaim[]> {
  const members = [...new Set(claims.flatMap(one => [one.askedBy, one.answeredBy ?? []].flat()))];
  const cards = members.length > 0 ? await tx.people.cards(members) : [];
  const names = new Map(cards.map(card => [card.member, card.name]));
  const name = (member: number | null) => names.get(member ?? 0) ?? '';
  return claims.map(one => ({
    ...one,
    askedByName: name(one.askedBy),
    answeredByName: name(one.answeredBy),
  }));
}

async function notThere(tx: Tx): Promise<null> {
  await tx.audit.add({ act: 'answer-claim', what: 'listing', ids: [], result: 'missing' });
  return null;
}
