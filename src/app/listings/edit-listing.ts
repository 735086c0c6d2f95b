import { changesOf, type ListingPart, plainFields } from '../../domain/directory/listing.ts';
import { stems } from '../../domain/directory/words.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import type { HistoryLine, KeptListing } from '../ports/listings.ts';
import { checkListing } from './check-listing.ts';
import type { Known, ListingProblem, TypedListing } from './listing-fields.ts';

type Reads = Pick<App, 'db'>;

/** A line of the history with who did it; '' for an import. */
export interface NamedHistory extends HistoryLine {
  byName: string;
}

export type ListingOutcome =
  | { ok: true; changed: boolean }
  | { ok: false; problems: ListingProblem[] }
  /** Somebody changed it since the form was drawn: what it is now, and what was done meanwhile, newest first. */
  | { ok: false; now: KeptListing; meanwhile: NamedHistory[] }
  /** A case is open at the service, so it cannot end. */
  | { ok: false; inUse: number };

/** Does `work` on a listing that the actor keeps; null for anybody else, and the try is written down as `act`. */
async function withListing<T>(
  app: Reads,
  { actor, key, act, lock }: { actor: Actor; key: string; act: string; lock: boolean },
  work: (tx: Tx, listing: KeptListing) => Promise<T>,
): Promise<T | null> {
  if (actor.kind !== 'person') return null;
  return app.db.as(actor, async tx => {
    const listing = await tx.listings.byKey(key, lock);
    if (listing && (!lock || listing.endedAt === null)) return work(tx, listing);
    await tx.audit.add({ act, what: 'listing', ids: [], result: 'missing' });
    return null;
  });
}

/** A listing with what its forms may name; null when it is not the actor's to keep. */
export function readListing(app: Reads, actor: Actor, key: string) {
  return withListing(app, { actor, key, act: 'listing', lock: false }, async (tx, listing) => ({
    listing,
    choices: await choicesOf(tx),
    history: await named(tx, await tx.listings.history(listing.id)),
    splits: { into: await tx.listings.splits(listing.id), own: await tx.listings.mine() },
  }));
}

/** What a form of a listing offers to choose. */
export type ListingChoices = Awaited<ReturnType<typeof choicesOf>>;

/** For a transaction of somebody who works at the site. */
export async function choicesOf(tx: Tx) {
  const site = tx.actor.kind === 'person' ? tx.actor.site : 0;
  return {
    categories: await tx.listings.categories(),
    intakes: await tx.listings.intakes(),
    forms: await tx.forms.list(),
    members: await tx.people.colleagues(site),
  };
}

function knownOf(choices: ListingChoices, { kind }: KeptListing): Known {
  return {
    kind,
    categories: choices.categories.map(one => one.code),
    intakes: kind === 'referral' ? choices.intakes.map(one => one.key) : [],
    forms: choices.forms.map(one => one.slug),
    members: new Map(choices.members.map(one => [one.key, one.member])),
  };
}

/** Saves one form of a listing as it was at `version`. Null when it is not the actor's to keep, or has ended. */
export function editListing(
  app: Reads,
  actor: Actor,
  asked: { key: string; part: ListingPart; typed: TypedListing; version: number | undefined },
): Promise<ListingOutcome | null> {
  const { key, part, typed } = asked;
  return withListing(app, { actor, key, act: 'edit-listing', lock: true }, async (tx, before) => {
    const checked = checkListing(part, typed, { before, known: knownOf(await choicesOf(tx), before) });
    if ('problems' in checked) return { ok: false, problems: checked.problems };
    const { after } = checked;
    const changes = changesOf(before, after);
    // Pressed twice, or nothing typed: it is so already.
    if (Object.keys(changes).length === 0) return { ok: true, changed: false };
    if (before.version !== asked.version) return stale(tx, before, asked.version);
    const values = plainFields.filter(field => changes[field]).map(field => [field, after.plain[field]]);
    await tx.listings.setPlain(before.id, Object.fromEntries(values));
    if (changes.places) await tx.listings.setPlaces(before.id, after.places);
    if (changes.clinicians) await tx.listings.setClinicians(before.id, after.clinicians);
    if (changes.appointments) await tx.listings.setAppointments(before.id, after.appointments);
    await tx.listings.note(before.id, 'changed', changes);
    await tx.audit.add({
      ...{ act: 'edit-listing', what: 'listing', ids: [before.id], result: 'ok' },
      why: Object.keys(changes).join(' '),
    });
    await indexListing(tx, before.id);
    return { ok: true, changed: true };
  });
}

async function stale(tx: Tx, now: KeptListing, version: number | undefined): Promise<ListingOutcome> {
  return { ok: false, now, meanwhile: await named(tx, await tx.listings.history(now.id, version ?? 0)) };
}

/** So that a search finds the service by what it says now. */
export async function indexListing(tx: Tx, service: number): Promise<void> {
  const entry = await tx.listings.entry(service);
  const said = entry && {
    ...entry,
    stems: { name: stems(entry.name), terms: stems(entry.terms), text: stems(entry.text) },
  };
  await tx.listings.index(service, said);
}

/** All of it is right today, says whoever keeps it. */
export function verifyListing(app: Reads, actor: Actor, key: string): Promise<ListingOutcome | null> {
  return withListing(
    app,
    { actor, key, act: 'verify-listing', lock: true },
    async (tx, { id, verifiedOn }) => {
      if (verifiedOn === tx.now.slice(0, 10)) return { ok: true, changed: false };
      await tx.listings.verify(id);
      await tx.listings.note(id, 'verified', {
        verifiedOn: { before: verifiedOn, after: tx.now.slice(0, 10) },
      });
      await tx.audit.add({ act: 'verify-listing', what: 'listing', ids: [id], result: 'ok' });
      return { ok: true, changed: true };
    },
  );
}

/** The wait a site states itself, in days, for six months; '' takes it back. */
export function claimWait(
  app: Reads,
  actor: Actor,
  asked: { key: string; days: string },
): Promise<ListingOutcome | null> {
  const { key } = asked;
  return withListing(app, { actor, key, act: 'claim-wait', lock: true }, async (tx, { id, claimed }) => {
    const days = asked.days === '' ? null : Number(asked.days);
    if (days !== null && (!/^\d{1,4}$/.test(asked.days) || days > 3_660))
      return { ok: false, problems: [{ field: 'days', problem: 'number' }] };
    const today = tx.now.slice(0, 10);
    if ((claimed?.days ?? null) === days && (days === null || claimed?.on === today))
      return { ok: true, changed: false };
    await tx.listings.claimWait(id, days);
    await tx.listings.note(id, 'wait', { claimedWait: { before: claimed?.days ?? null, after: days } });
    await tx.audit.add({ act: 'claim-wait', what: 'listing', ids: [id], result: 'ok' });
    return { ok: true, changed: true };
  });
}

/** Takes a service off the directory for good; not while a case is open there. */
export function endListing(app: Reads, actor: Actor, key: string): Promise<ListingOutcome | null> {
  return withListing(app, { actor, key, act: 'end-listing', lock: true }, async (tx, { id }) => {
    const inUse = await tx.listings.openCases(id);
    if (inUse > 0) {
      await tx.audit.add({ act: 'end-listing', what: 'listing', ids: [id], why: 'in-use', result: 'denied' });
      return { ok: false, inUse };
    }
    await tx.listings.end(id);
    await tx.listings.note(id, 'ended', {});
    await tx.audit.add({ act: 'end-listing', what: 'listing', ids: [id], result: 'ok' });
    await indexListing(tx, id);
    return { ok: true, changed: true };
  });
}

async function named(tx: Tx, lines: readonly HistoryLine[]): Promise<NamedHistory[]> {
  const members = [...new Set(lines.flatMap(line => line.by ?? []))];
  const cards = members.length > 0 ? await tx.people.cards(members) : [];
  const names = new Map(cards.map(card => [card.member, card.name]));
  return lines.map(line => ({ ...line, byName: names.get(line.by ?? 0) ?? '' }));
}
