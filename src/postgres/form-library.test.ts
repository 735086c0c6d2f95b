import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addService, type TestService } from '../../test/support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../test/support/database.ts';
import { addMember, addSite, smallWorld, type TestMember } from '../../test/support/world.ts';
import type { PersonActor } from '../app/actor.ts';
import {
  addForm,
  changeForm,
  discardFormDraft,
  type NewForm,
  openForm,
  publishForm,
  readLibrary,
  retireForm,
} from '../app/forms/form-library.ts';
import { publishStandardForms, standardForms } from '../app/forms/standard-forms.ts';
import { formReader } from '../calculator/form-reader.ts';
import { addItem, newItem } from '../domain/forms/edit.ts';
import { french } from '../domain/forms/items.ts';
import { formFor } from '../domain/forms/precedence.ts';
import type { Questionnaire } from '../domain/forms/questionnaire.ts';

let t: TestDatabase;
let world: Awaited<ReturnType<typeof smallWorld>>;
let service: TestService;
let lead: TestMember;
let intake: TestMember;
let programme: TestMember;
let app: { db: TestDatabase['db']; formReader: ReturnType<typeof formReader> };
const operator = { kind: 'operator', command: 'test' } as const;

beforeAll(async () => {
  t = await freshDatabase();
  app = { db: t.db, formReader: formReader() };
  world = await smallWorld(t);
  service = await addService(t, world.clinic.id);
  lead = await addMember(t, world.clinic.id, { name: 'Lea Lead', roles: ['lead'] });
  const centre = await addSite(t, 'Central Intake', { kind: 'central-intake' });
  intake = await addMember(t, centre.id, { name: 'Ina Take', roles: ['steward'] });
  const run = await addSite(t, 'The Programme', { kind: 'programme' });
  programme = await addMember(t, run.id, { name: 'Prue Gramme', roles: ['steward'] });
  await t.operator.as(operator, publishStandardForms);
  await t.owner.query(
    `insert into service_categories (code, name_en, name_fr) values ('psychiatry', 'P', 'P') on conflict do nothing`,
  );
  await t.owner.query(`update services set intake_site = $1, takes = 'both', category = 'psychiatry'`, [
    centre.id,
  ]);
});
afterAll(async () => {
  await app.formReader.close();
  await t.drop();
});

const general: NewForm = {
  ...{ titleEn: 'Our form', titleFr: 'Notre formulaire' },
  ...{ kind: 'referral', serves: 'general', category: null },
};
const asking = (text: string) => (form: Questionnaire) =>
  addItem(form, { ...newItem(form, 'string'), text, _text: french(text) }, {});

async function made(by: PersonActor, given: NewForm): Promise<string> {
  const added = await addForm(app, by, given);
  if (!added?.ok) throw new Error(`not added: ${added?.problem}`);
  return added.key;
}

async function change(by: PersonActor, key: string, text: string) {
  const version = (await openForm(app, by, key))?.draft?.version ?? 0;
  return changeForm(app, by, { key, version, change: asking(text) });
}

async function publish(by: PersonActor, key: string) {
  const version = (await openForm(app, by, key))?.draft?.version ?? 0;
  return publishForm(app, by, { key, version });
}

async function chosen(): Promise<string> {
  const offered = await t.db.as(world.physician.actor, tx => tx.forms.offered(service.id, 'referral'));
  return formFor('referral', offered);
}

describe('the form that is asked', () => {
  it('is the network’s until the site, the intake and the service have theirs, each before the other', async () => {
    expect(await chosen()).toBe('mental-health-referral');
    const slugs: string[] = [];
    const of = { ...general, serves: 'category', category: 'psychiatry' } as const;
    for (const [by, given] of [
      [lead.actor, general],
      [intake.actor, general],
      [intake.actor, of],
      [lead.actor, of],
    ] as const) {
      const key = await made(by, given);
      const before = await chosen();
      await change(by, key, 'Why?');
      expect(await chosen()).toBe(before);
      expect(await publish(by, key)).toMatchObject({ ok: true });
      slugs.push((await openForm(app, by, key))!.form.slug);
      expect(await chosen()).toBe(slugs.at(-1));
    }
    const named = await made(lead.actor, { ...general, serves: 'listing' });
    await change(lead.actor, named, 'Why?');
    await publish(lead.actor, named);
    const { slug } = (await openForm(app, lead.actor, named))!.form;
    await t.owner.query('update services set form = $1', [slug]);
    expect(await chosen()).toBe(slug);
    // What is retired is asked of nobody, and the next one takes its place.
    await retireForm(app, lead.actor, { key: named, retired: true });
    expect(await chosen()).toBe(slugs[3]);
    expect(await addForm(app, lead.actor, general)).toEqual({ ok: false, problem: 'place-taken' });
  });
});

describe('a form', () => {
  it('is written, published as version 1, changed and published as 2; the first one stays readable', async () => {
    const key = await made(lead.actor, { ...general, serves: 'listing', titleEn: 'Versions' });
    expect(await publish(lead.actor, key)).toEqual({ ok: false, problem: 'faults' });
    await change(lead.actor, key, 'First');
    await publish(lead.actor, key);
    await change(lead.actor, key, 'Second');
    const opened = (await openForm(app, lead.actor, key))!;
    expect(opened.latest?.item).toHaveLength(1);
    expect(opened.draft?.questionnaire.item).toHaveLength(2);
    await publish(lead.actor, key);
    const after = (await openForm(app, lead.actor, key))!;
    expect(after.draft).toBeNull();
    expect(after.versions).toMatchObject([{ version: 2, byName: 'Lea Lead' }, { version: 1 }]);
    const [first, newest] = await t.db.as({ kind: 'visitor' }, tx =>
      Promise.all([tx.forms.bySlug(after.form.slug, 1), tx.forms.bySlug(after.form.slug)]),
    );
    expect([first!.item.length, newest!.item.length, newest!.version]).toEqual([1, 2, '2']);
    await change(lead.actor, key, 'Third');
    await discardFormDraft(app, lead.actor, key);
    expect((await openForm(app, lead.actor, key))!.draft).toBeNull();
  });

  it('is changed by two at once only once, and says so to the other', async () => {
    const key = await made(lead.actor, { ...general, serves: 'listing', titleEn: 'Twice' });
    const { version } = (await openForm(app, lead.actor, key))!.draft!;
    const both = [asking('A'), asking('B')].map(each =>
      changeForm(app, lead.actor, { key, version, change: each }),
    );
    const outcomes = await Promise.all(both);
    expect(outcomes.filter(one => one?.ok)).toHaveLength(1);
    expect(outcomes.filter(one => one && !one.ok)).toEqual([{ ok: false, problem: 'stale' }]);
  });

  it('is nobody else’s to change, and of another site not even to read', async () => {
    const key = await made(lead.actor, { ...general, serves: 'listing', titleEn: 'Ours' });
    for (const other of [intake.actor, programme.actor, world.clerk.actor]) {
      expect(await openForm(app, other, key)).toBeNull();
      expect(await changeForm(app, other, { key, version: 1, change: asking('x') })).toBeNull();
      expect(await retireForm(app, other, { key, retired: true })).toBeNull();
    }
    const shipped = (await readLibrary(app, lead.actor))!.forms.find(one => one.slug === 'general-referral')!;
    expect(shipped).toMatchObject({ mine: false, published: Number(standardForms[1]!.form.version) });
    expect(
      await changeForm(app, lead.actor, { key: shipped.key, version: 0, change: asking('x') }),
    ).toBeNull();
    expect(await readLibrary(app, world.clerk.actor)).toBeNull();
  });

  it('that came with the product is the programme’s once it published a version of it', async () => {
    const { key } = (await readLibrary(app, programme.actor))!.forms.find(
      one => one.slug === 'general-econsult',
    )!;
    await change(programme.actor, key, 'One more thing');
    expect(await publish(programme.actor, key)).toMatchObject({ ok: true });
    await t.operator.as(operator, publishStandardForms);
    const newest = await t.db.as({ kind: 'visitor' }, tx => tx.forms.bySlug('general-econsult'));
    expect(newest!.item.at(-1)!.text).toBe('One more thing');
    const { form, place } = standardForms[1]!;
    await expect(
      t.operator.as(operator, tx => tx.forms.ship({ ...form, title: 'Other' }, place)),
    ).rejects.toThrow('another content');
  });
});
