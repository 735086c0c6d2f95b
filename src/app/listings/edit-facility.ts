import {
  type FacilityDetails,
  facilityChanges,
  facilityFields,
  standingAfter,
} from '../../domain/directory/facility-details.ts';
import { canadianPostalCode } from '../../domain/patient/address.ts';
import { phoneNumber } from '../../domain/patient/contact.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { locate } from '../directory/directory.ts';
import type { Tx } from '../ports/database.ts';
import type { FacilityHistoryLine, OwnFacility } from '../ports/facilities.ts';
import { type ListingProblem, lineOf, optional, type Read } from './listing-fields.ts';

type Reads = Pick<App, 'db'>;

/** The form as typed. */
export type TypedFacility = Record<(typeof facilityFields)[number], string>;

/** A line of the history with who did it. */
export interface NamedFacilityLine extends FacilityHistoryLine {
  byName: string;
}

export type FacilityOutcome =
  | { ok: true; changed: boolean }
  | { ok: false; problems: ListingProblem[] }
  /** Somebody changed it since the form was drawn. */
  | { ok: false; problems: []; stale: OwnFacility };

/** A facility that the actor's site keeps, with what was changed; null for anybody else. */
export function readFacility(app: Reads, actor: Actor, key: string) {
  return withFacility(app, { actor, key, act: 'facility' }, async (tx, facility) => ({
    facility,
    history: await named(tx, await tx.facilities.history(facility.id)),
  }));
}

async function withFacility<T>(
  app: Reads,
  { actor, key, act }: { actor: Actor; key: string; act: string },
  work: (tx: Tx, facility: OwnFacility) => Promise<T>,
): Promise<T | null> {
  if (actor.kind !== 'person') return null;
  return app.db.as(actor, async tx => {
    const facility = await tx.facilities.byKey(key);
    if (facility) return work(tx, facility);
    await tx.audit.add({ act, what: 'listing', ids: [], result: 'missing' });
    return null;
  });
}

/**
 * Saves what the site says of a facility that it keeps, as it was at `version`. Its place on the map follows the address. Null when
 * it is not the actor's to keep.
 */
export function editFacility(
  app: Reads,
  actor: Actor,
  asked: { key: string; typed: TypedFacility; version: number | undefined },
): Promise<FacilityOutcome | null> {
  return withFacility(app, { actor, key: asked.key, act: 'edit-facility' }, async (tx, before) => {
    const checked = check(asked.typed);
    if ('problems' in checked) return { ok: false, problems: checked.problems };
    const { after } = checked;
    const changes = facilityChanges(before, after);
    if (Object.keys(changes).length === 0) return { ok: true, changed: false };
    const centre = after.postalCode === null ? null : await locate(tx.directory, after.postalCode);
    const said = { ...after, ...standingAfter(before, after, centre) };
    const { id } = before;
    if (!(await tx.facilities.edit({ id, version: asked.version ?? -1 }, said, changes)))
      return { ok: false, problems: [], stale: before };
    const why = Object.keys(changes).join(' ');
    await tx.audit.add({ act: 'edit-facility', what: 'listing', ids: [id], result: 'ok', why });
    await tx.jobs.add({ kind: 'index-facility', payload: { site: id } });
    return { ok: true, changed: true };
  });
}

function check(typed: TypedFacility): { after: FacilityDetails } | { problems: ListingProblem[] } {
  const problems: ListingProblem[] = [];
  const read = <T>(field: keyof TypedFacility, found: Read<T>): T => {
    if ('problem' in found) problems.push({ field, problem: found.problem });
    return ('value' in found ? found.value : null) as T;
  };
  const after: FacilityDetails = {
    nameEn: read('nameEn', lineOf(typed.nameEn, 200, true)),
    nameFr: read('nameFr', lineOf(typed.nameFr, 200, true)),
    address: read('address', lineOf(typed.address, 200)) || null,
    city: read('city', lineOf(typed.city, 100)) || null,
    postalCode: read('postalCode', optional(typed.postalCode, canadianPostalCode, 'postal-code')),
    phone: read('phone', optional(typed.phone, phoneNumber, 'phone')),
    fax: read('fax', optional(typed.fax, phoneNumber, 'phone')),
  };
  return problems.length > 0 ? { problems } : { after };
}

async function named(tx: Tx, lines: readonly FacilityHistoryLine[]): Promise<NamedFacilityLine[]> {
  const members = [...new Set(lines.map(line => line.by))];
  const cards = members.length > 0 ? await tx.people.cards(members) : [];
  const names = new Map(cards.map(card => [card.member, card.name]));
  return lines.map(line => ({ ...line, byName: names.get(line.by) ?? '' }));
}

/** The form as it is first drawn. */
export function typedFacility(facility: FacilityDetails): TypedFacility {
  return Object.fromEntries(facilityFields.map(field => [field, facility[field] ?? ''])) as TypedFacility;
}
