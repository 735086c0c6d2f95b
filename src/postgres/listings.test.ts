import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addPatient, addService, appOn, ask, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, addSite, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { PersonActor } from '../app/actor.ts';
import { indexDirectory } from '../app/directory/import-directory.ts';
import { indexListings } from '../app/exchange/import-listings.ts';
import { addListing } from '../app/listings/add-listing.ts';
import { answerClaim, claimListing } from '../app/listings/claim-listing.ts';
import { editFacility, readFacility } from '../app/listings/edit-facility.ts';
import {
  claimWait,
  editListing,
  endListing,
  readListing,
  verifyListing,
} from '../app/listings/edit-listing.ts';
import type { TypedListing } from '../app/listings/listing-fields.ts';
import { type ListingPart, listingParts } from '../domain/directory/listing.ts';
import { stems } from '../domain/directory/words.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let service: TestService;
let lead: TestMember;
let other: TestMember;
let programme: TestMember;
let facility: { id: number; key: string };
const operator = { kind: 'operator', command: 'test' } as const;

beforeAll(async () => {
  t = await freshDatabase();
  world = await smallWorld(t);
  service = await addService(t, world.clinic.id);
  await t.owner.query(`update services set ways = '{referral}'`);
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  const elsewhere = await addSite(t, 'Elsewhere Clinic');
  other = await addMember(t, elsewhere.id, { name: 'Stella Steward', roles: ['steward'] });
  const run = await addSite(t, 'The Programme', { kind: 'programme' });
  programme = await addMember(t, run.id, { name: 'Prue Gramme', roles: ['steward'] });
  facility = await addSite(t, 'Unclaimed Hospital', { kind: 'facility' });
  await t.owner.query('update sites set on_network = false where id = $1', [facility.id]);
  await t.operator.as(operator, indexDirectory);
});
afterAll(() => t.drop());

async function listing() {
  return (await readListing(t, lead.actor, service.key))!.listing;
}

/** A form as it is drawn, with some fields typed over. */
async function typed(part: ListingPart, over: TypedListing = {}): Promise<TypedListing> {
  const { plain } = await listing();
  const fields = Object.keys(listingParts[part]).map(name => {
    const value = plain[name as keyof typeof plain];
    return [name, typeof value === 'number' ? String(value) : (value ?? '')];
  });
  return { ...Object.fromEntries(fields), ...over };
}

async function edit(
  part: ListingPart,
  over: TypedListing,
  asked: { by?: PersonActor; version?: number } = {},
) {
  const { version } = await listing();
  const given = { key: service.key, part, typed: await typed(part, over), version: asked.version ?? version };
  return editListing(t, asked.by ?? lead.actor, given);
}

async function finds(word: string): Promise<number> {
  const { rows } = await t.owner.query(
    `select count(*)::int as n from directory_postings p join directory_entries e on e.id = p.entry
     where e.service_id = $1 and p.stem = any ($2)`,
    [service.id, stems(word)],
  );
  return rows[0].n;
}

describe('a listing', () => {
  it('is changed by a lead of its site, found by its new name, and says who changed what', async () => {
    expect(await edit('information', { nameEn: 'Zebrafinch clinic', costEn: 'About $40' })).toEqual({
      ...{ ok: true, changed: true },
    });
    expect(await finds('zebrafinch')).toBe(1);
    const read = (await readListing(t, lead.actor, service.key))!;
    expect(read.history[0]).toMatchObject({
      ...{ act: 'changed', byName: 'Lea Lead' },
      changes: { nameEn: { after: 'Zebrafinch clinic' }, costEn: { before: '', after: 'About $40' } },
    });
    expect(await edit('information', { nameEn: 'Plover clinic' })).toMatchObject({ ok: true });
    expect([await finds('zebrafinch'), await finds('plover')]).toEqual([0, 1]);
  });

  it('keeps the counts of the search as if all of it were made anew', async () => {
    await edit('information', { descriptionEn: 'Curlew curlew sandpiper', descriptionFr: 'Courlis' });
    const counts = async () =>
      (await t.owner.query('select stem, entries from directory_stems order by stem collate "C"')).rows;
    const moved = await counts();
    await t.operator.as(operator, indexDirectory);
    expect(moved).toEqual(await counts());
  });

  it('keeps its places with hours, its people and its appointments', async () => {
    const place = {
      p1Address: '12 Elgin Street',
      p1City: 'Ottawa',
      p1PostalCode: 'k2p 1l4',
      p1Day1: '8:30-12, 13-16',
    };
    const second = { p2City: 'Kanata', p2Latitude: '45.3', p2Longitude: '-75.9' };
    expect(await edit('places', { ...place, ...second })).toMatchObject({ ok: true });
    const people = { k1Name: 'Dr. Ida Roy', k1ProfessionFr: 'Cardiologue', k1OutUntil: '2999-01-01' };
    expect(await edit('people', people)).toMatchObject({ ok: true });
    const labels = { labels: ['follow-up', 'initial-visit'], 'medium-follow-up': 'phone' };
    expect(await edit('offer', labels)).toMatchObject({ ok: true });
    const shown = await t.db.as({ kind: 'visitor' }, tx => tx.directory.service(service.key));
    expect(shown).toMatchObject({
      ...{ city: 'Ottawa', postalCode: 'K2P 1L4', labels: ['initial-visit', 'follow-up'], medium: null },
      places: [
        {
          hours: [
            { weekday: 1, opens: 510, closes: 720 },
            { weekday: 1, opens: 780, closes: 960 },
          ],
        },
        { city: 'Kanata', latitude: 45.3 },
      ],
      clinicians: [{ name: 'Dr. Ida Roy', outUntil: '2999-01-01' }],
      appointments: [{ label: 'initial-visit' }, { label: 'follow-up', medium: 'phone' }],
    });
    expect(await finds('Kanata Roy')).toBe(1);
  });

  it('says what is wrong beside each field and keeps nothing', async () => {
    const wrong = await edit('information', {
      nameFr: '',
      link: 'http://plain.example',
      publicEmail: 'nobody',
    });
    expect(wrong).toEqual({
      ok: false,
      problems: [
        { field: 'nameFr', problem: 'missing' },
        { field: 'publicEmail', problem: 'email' },
        { field: 'link', problem: 'link' },
      ],
    });
    expect(await edit('offer', { minAge: '40', maxAge: '18' })).toMatchObject({
      problems: [{ field: 'maxAge', problem: 'ages' }],
    });
    expect(await edit('places', { p1City: 'Ottawa', p1Day2: '9-12, 11-14' })).toMatchObject({
      problems: [{ field: 'p1Day2', problem: 'hours-overlap' }],
    });
    expect(await edit('enablement', { takes: 'intake' })).toMatchObject({
      problems: [{ field: 'intake', problem: 'intake-missing' }],
    });
  });

  it('of two keepers at once, the second sees what the first changed', async () => {
    const { version } = await listing();
    expect(await edit('enablement', { capacity: '12' }, { version })).toMatchObject({ ok: true });
    expect(await edit('enablement', { capacity: '7' }, { version })).toMatchObject({
      ok: false,
      now: { plain: { capacity: 12 } },
      meanwhile: [{ byName: 'Lea Lead', changes: { capacity: { before: null, after: 12 } } }],
    });
  });

  it('is right today, and waits so long, when its keeper says so', async () => {
    await t.owner.query(`update services set verified_on = current_date - 400 where id = $1`, [service.id]);
    const shown = () => t.db.as({ kind: 'visitor' }, tx => tx.directory.service(service.key));
    expect((await shown())!.stale).toBe(true);
    expect(await verifyListing(t, lead.actor, service.key)).toEqual({ ok: true, changed: true });
    expect(await verifyListing(t, lead.actor, service.key)).toEqual({ ok: true, changed: false });
    expect((await shown())!.stale).toBe(false);
    expect(await claimWait(t, lead.actor, { key: service.key, days: 'soon' })).toMatchObject({ ok: false });
    expect(await claimWait(t, lead.actor, { key: service.key, days: '21' })).toMatchObject({ ok: true });
    expect((await shown())!.claimed).toMatchObject({ days: 21 });
    await t.owner.query(`update services set claimed_wait_on = current_date - 200 where id = $1`, [
      service.id,
    ]);
    expect((await shown())!.claimed).toBeNull();
  });

  it('is not there to change for a clerk of its site, another site’s steward or the programme', async () => {
    for (const actor of [world.clerk.actor, other.actor, programme.actor]) {
      expect(await edit('information', { nameEn: 'Mine now' }, { by: actor })).toBeNull();
      expect(await verifyListing(t, actor, service.key)).toBeNull();
      expect(await claimWait(t, actor, { key: service.key, days: '1' })).toBeNull();
      expect(await endListing(t, actor, service.key)).toBeNull();
    }
  });

  it('cannot be written past the pages by another site, nor its history by anybody', async () => {
    const id = service.id;
    for (const actor of [world.clerk.actor, other.actor, programme.actor, { kind: 'visitor' } as const]) {
      const tries = [
        `update services set name_en = 'Mine now' where id = ${id}`,
        `delete from service_places where service_id = ${id}`,
        `delete from service_clinicians where service_id = ${id}`,
      ];
      for (const sql of tries) expect(await asRole(actor, sql), sql).toBe(0);
      for (const sql of [
        `insert into service_places (service_id, position, city) values (${id}, 9, 'Mine')`,
        `insert into service_labels (service_id, position, label) values (${id}, 9, 'mine')`,
        `insert into listing_history (service_id, version, act, changes) values (${id}, 1, 'changed', '{}')`,
        `select index_service(${id}, null)`,
      ])
        await expect(asRole(actor, sql), sql).rejects.toThrow(/row-level security|whoever keeps/);
    }
    for (const sql of [`update listing_history set act = 'added'`, 'delete from listing_history'])
      await expect(asRole(lead.actor, sql)).rejects.toThrow(/permission denied/);
    await expect(asRole(lead.actor, `update services set usual_median = 1 where id = ${id}`)).rejects.toThrow(
      /permission denied/,
    );
  });

  it('ends only when no case is open there, also past the page', async () => {
    const app = appOn(t);
    const patientKey = (await addPatient(t, world.physician.actor)).key;
    await ask(app, world.physician.actor, { service, patientKey });
    expect(await endListing(t, lead.actor, service.key)).toEqual({ ok: false, inUse: 1 });
    await expect(
      asRole(lead.actor, `update services set ended_at = now() where id = ${service.id}`),
    ).rejects.toThrow(/a case is open/);
    const added = await addListing(t, lead.actor, {
      ...{ site: world.clinic.key, kind: 'referral', category: (await listing()).plain.category as string },
      ...{ nameEn: 'Short-lived', nameFr: 'Éphémère' },
    });
    const key = (added as { key: string }).key;
    expect(await endListing(t, lead.actor, key)).toEqual({ ok: true, changed: true });
    expect(await t.db.as({ kind: 'visitor' }, tx => tx.directory.service(key))).toBeNull();
    const { rows } = await t.owner.query(
      'select count(*)::int as n from directory_entries e join services v on v.id = e.service_id where v.key = $1',
      [key],
    );
    expect(rows[0].n).toBe(0);
  });
});

describe('a facility that nobody keeps', () => {
  const form = {
    reason: 'We run it',
    contactName: 'Lea Lead',
    contactPhone: '613-555-0101',
    email: 'lea@clinic.example',
  };
  const claim = (actor: PersonActor, typed = form, key = facility.key) =>
    claimListing(t, actor, { key, typed, language: 'en' });

  it('is asked for once, given by the programme, and then kept by the site that asked', async () => {
    expect(await claim(lead.actor, { ...form, reason: '', email: 'x' })).toMatchObject({
      problems: [{ field: 'reason' }, { field: 'email' }],
    });
    expect(await claim(world.clerk.actor)).toBeNull();
    expect(await claim(lead.actor)).toEqual({ ok: true });
    expect(await claim(other.actor)).toEqual({ ok: false, hindrance: 'already-asked' });
    expect(await claim(lead.actor, form, world.clinic.key)).toEqual({ ok: false, hindrance: 'no-facility' });
    const { rows } = await t.owner.query('select key from listing_claims');
    const answer = { key: rows[0].key, answer: 'refused', note: '' };
    expect(await answerClaim(t, other.actor, answer)).toBeNull();
    expect(await answerClaim(t, programme.actor, answer)).toMatchObject({ problems: [{ field: 'note' }] });
    expect(await answerClaim(t, programme.actor, { ...answer, answer: 'approved' })).toEqual({ ok: true });
    expect(await answerClaim(t, programme.actor, { ...answer, note: 'No' })).toMatchObject({
      answered: { answer: 'approved', answeredByName: 'Prue Gramme' },
    });
    expect(await claim(other.actor)).toEqual({ ok: false, hindrance: 'already-claimed' });
    const jobs = await t.owner.query(`select payload from jobs where kind = 'tell-claim'`);
    expect(jobs.rows).toHaveLength(1);
    const kept = await t.db.as(lead.actor, tx => tx.listings.sites());
    expect(kept.map(site => site.nameEn)).toContain('Unclaimed Hospital');
    const there = await addListing(t, lead.actor, {
      ...{ site: facility.key, kind: 'referral', category: (await listing()).plain.category as string },
      ...{ nameEn: 'Kept here', nameFr: 'Tenu ici' },
    });
    expect(there).toHaveProperty('key');
  });

  it('is changed by who keeps it, stands in its new postal area, and is found by its new name', async () => {
    await t.owner.query(
      `insert into fsa_centres (fsa, latitude, longitude) values ('K1A', 45.42, -75.7) on conflict do nothing`,
    );
    const said = { nameEn: 'Kept Hospital', nameFr: 'Hôpital tenu', address: '1 Main St', city: 'Ottawa' };
    const typed = { ...said, postalCode: 'k1a0b1', phone: '', fax: '' };
    const asked = { key: facility.key, typed, version: 0 };
    expect(await editFacility(t, other.actor, asked)).toBeNull();
    expect(await editFacility(t, lead.actor, { ...asked, typed: { ...typed, nameFr: '' } })).toMatchObject({
      problems: [{ field: 'nameFr', problem: 'missing' }],
    });
    expect(await editFacility(t, lead.actor, asked)).toEqual({ ok: true, changed: true });
    expect(await editFacility(t, lead.actor, asked)).toEqual({ ok: true, changed: false });
    const late = { ...asked, typed: { ...typed, city: 'Hull' } };
    expect(await editFacility(t, lead.actor, late)).toMatchObject({ stale: { version: 1 } });
    expect(await readFacility(t, lead.actor, facility.key)).toMatchObject({
      facility: { point: { latitude: 45.42, longitude: -75.7 }, approximate: true, postalCode: 'K1A 0B1' },
      history: [{ version: 1, byName: 'Lea Lead', changes: { nameEn: { after: 'Kept Hospital' } } }],
    });
    await t.db.as({ kind: 'job', case: null }, tx =>
      indexListings(tx, { sites: [facility.id], services: [] }),
    );
    const { rows } = await t.owner.query(
      `select count(*)::int as n from directory_texts x join directory_entries e on e.id = x.entry
       where e.site_id = $1 and e.service_id is null and x.name_stems && $2`,
      [facility.id, stems('kept')],
    );
    expect(rows).toEqual([{ n: 1 }]);
    await expect(asRole(other.actor, `select edit_facility(${facility.id}, 1, '{}', '{}')`)).rejects.toThrow(
      /keeps/,
    );
  });

  it('cannot be answered past the page by whoever asked', async () => {
    await expect(asRole(lead.actor, `select answer_claim(1, 'approved', '')`)).rejects.toThrow(/steward/);
    await expect(asRole(lead.actor, `update sites set kept_by = app_site()`)).rejects.toThrow(/permission/);
  });
});

/** Plain SQL of the application's role, with the actor's settings and no code of ours in between. */
async function asRole(actor: PersonActor | { kind: 'visitor' }, sql: string): Promise<number> {
  const client: pg.PoolClient = await t.app.connect();
  try {
    await client.query('begin');
    const settings =
      actor.kind === 'visitor'
        ? { kind: 'visitor' }
        : { kind: 'person', person: actor.person, member: actor.member, site: actor.site };
    for (const [name, value] of Object.entries(settings))
      await client.query('select set_config($1, $2, true)', [`app.${name}`, String(value)]);
    return (await client.query(sql)).rowCount ?? 0;
  } finally {
    await client.query('rollback');
    client.release();
  }
}
