import { type BankEntry, bankFaults, bankOf } from '../../domain/forms/bank.ts';
import { freshSlug } from '../../domain/forms/edit.ts';
import { type Fault, faultsOf } from '../../domain/forms/faults.ts';
import { french } from '../../domain/forms/items.ts';
import { type Questionnaire, shapeOf } from '../../domain/forms/questionnaire.ts';
import type { Actor, PersonActor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import type { KnownBurden } from '../ports/form-burden.ts';
import type { FormDraft, FormVersion, LibraryForm } from '../ports/form-library.ts';
import type { FormPlace } from '../ports/forms.ts';
import { key as newKey } from '../ports/ids.ts';

type Reads = Pick<App, 'db' | 'formReader'>;

/** Everything that the page of a form shows. */
export interface OpenedForm {
  form: LibraryForm;
  /** What is written and not published; null when nothing is. */
  draft: FormDraft | null;
  /** The newest version; null before the first. */
  latest: Questionnaire | null;
  versions: (FormVersion & { byName: string })[];
  /** What keeps the draft from being published. */
  faults: Fault[];
}

/** Whoever keeps forms; others get nothing and the try is written down. */
function keeper(actor: Actor): actor is PersonActor {
  return actor.kind === 'person' && actor.roles.some(role => role === 'steward' || role === 'lead');
}

/** The library as this actor sees it, with the name of the site whose own forms are in it. Null for all but keepers. */
export async function readLibrary(app: Reads, actor: Actor) {
  if (!keeper(actor)) return null;
  return app.db.as(actor, async tx => {
    const [site] = await tx.sites.byIds([actor.site]);
    return {
      forms: await tx.formLibrary.all(),
      categories: await tx.listings.categories(),
      site: site!,
      /** Forms that this actor adds belong to the network. */
      programme: site?.kind === 'programme',
    };
  });
}

/** A form with its draft and versions; null when it is not the actor's to read. */
export async function openForm(app: Reads, actor: Actor, key: string): Promise<OpenedForm | null> {
  if (!keeper(actor)) return null;
  const opened = await app.db.as(actor, async tx => {
    const form = await visible(tx, actor, key);
    if (!form) return null;
    const draft = form.mine ? await tx.formLibrary.draft(form.slug) : null;
    const latest = await tx.forms.bySlug(form.slug);
    const versions = await tx.formLibrary.versions(form.slug);
    const by = [...new Set(versions.flatMap(one => one.by ?? []))];
    const cards = by.length > 0 ? await tx.people.cards(by) : [];
    const names = new Map(cards.map(card => [card.member, card.name]));
    const named = versions.map(one => ({ ...one, byName: names.get(one.by ?? 0) ?? '' }));
    const bank = bankOf((await tx.forms.ofNetwork()).filter(one => one.name !== form.slug));
    return { form, draft, latest, versions: named, bank };
  });
  if (!opened) return null;
  const { bank, ...rest } = opened;
  const written = rest.draft?.questionnaire;
  return { ...rest, faults: written ? await allFaults(app, written, bank) : [] };
}

async function allFaults(
  { formReader }: Reads,
  form: Questionnaire,
  bank: readonly BankEntry[],
): Promise<Fault[]> {
  return [...faultsOf(form), ...(await formReader.check(form)), ...bankFaults(form, bank)];
}

/** The network's forms and the actor's own; any other is not there. */
async function visible(tx: Tx, actor: PersonActor, key: string): Promise<LibraryForm | null> {
  const form = await tx.formLibrary.byKey(key);
  if (form && (form.mine || form.site === null || form.site === actor.site)) return form;
  await tx.audit.add({ act: 'form', what: 'form', ids: [], result: 'missing' });
  return null;
}

export type NewForm = FormPlace & { titleEn: string; titleFr: string };
export type FormProblem = 'place-taken' | 'stale' | 'faults' | 'gone' | 'nothing-to-publish';
export type FormOutcome = { ok: true; key: string } | { ok: false; problem: FormProblem };

/** A new form, empty or with the content given. Its draft is there at once; nobody is asked it before it is published. */
export async function addForm(
  app: Reads,
  actor: Actor,
  { content, ...given }: NewForm & { content?: Pick<Questionnaire, 'item' | 'code'> },
): Promise<FormOutcome | null> {
  if (!keeper(actor)) return null;
  const { titleEn, titleFr, kind, serves, category } = given;
  return app.db.as(actor, async tx => {
    const programme = (await tx.sites.programme())?.id === actor.site;
    const slug = freshSlug(titleEn, newKey().slice(0, 6));
    const form = shapeOf({
      ...{ resourceType: 'Questionnaire', url: `urn:eservices:form:${slug}`, version: '1', name: slug },
      ...{ title: titleEn, _title: french(titleFr), status: 'draft', item: content?.item ?? [] },
      ...(content?.code && { code: content.code }),
    });
    const place = { kind, serves, category: serves === 'category' ? category : null };
    const added = await tx.formLibrary.add({ form, site: programme ? null : actor.site, place });
    await note(tx, 'add-form', added ? 'ok' : 'denied', slug);
    return added ? { ok: true, key: added.key } : { ok: false, problem: 'place-taken' };
  });
}

/**
 * Changes what is written of the next version, which begins as the newest one. `version` is that of the draft as it was
 * drawn, 0 without one. Null when the form is not the actor's to keep.
 */
export async function changeForm(
  app: Reads,
  actor: Actor,
  { key, version, change }: { key: string; version: number; change: (form: Questionnaire) => Questionnaire },
): Promise<FormOutcome | null> {
  return mine(app, actor, key, async (tx, form) => {
    const draft = await tx.formLibrary.draft(form.slug);
    if ((draft?.version ?? 0) !== version) return { ok: false, problem: 'stale' };
    const before = draft?.questionnaire ?? (await tx.forms.bySlug(form.slug));
    if (!before) return { ok: false, problem: 'gone' };
    const after = shapeOf({ ...change(before), status: 'draft' });
    const saved = await tx.formLibrary.saveDraft(after, draft?.version ?? null);
    await note(tx, 'change-form', 'ok', form.slug);
    return saved ? { ok: true, key } : { ok: false, problem: 'stale' };
  });
}

/** Publishes what is written, as the next version; requests that were sent keep the one they answered. */
export async function publishForm(
  app: Reads,
  actor: Actor,
  { key, version }: { key: string; version: number },
): Promise<FormOutcome | null> {
  const opened = await openForm(app, actor, key);
  if (opened && opened.faults.length > 0) return { ok: false, problem: 'faults' };
  return mine(app, actor, key, async (tx, form) => {
    const draft = await tx.formLibrary.draft(form.slug);
    if (!draft) return { ok: false, problem: 'nothing-to-publish' };
    if (draft.version !== version) return { ok: false, problem: 'stale' };
    const next = String((form.published ?? 0) + 1);
    const done = await tx.formLibrary.publish({ ...draft.questionnaire, version: next, status: 'active' });
    if (!done) return { ok: false, problem: 'stale' };
    await tx.formLibrary.discardDraft(form.slug);
    await note(tx, 'publish-form', 'ok', `${form.slug} ${next}`);
    return { ok: true, key };
  });
}

/** Takes a form out of use, or back into it. What was answered stays readable. */
export function retireForm(
  app: Reads,
  actor: Actor,
  { key, retired }: { key: string; retired: boolean },
): Promise<FormOutcome | null> {
  return mine(app, actor, key, async (tx, form) => {
    const done = await tx.formLibrary.retire(form.slug, retired);
    await note(tx, retired ? 'retire-form' : 'reuse-form', done ? 'ok' : 'denied', form.slug);
    return done ? { ok: true, key } : { ok: false, problem: 'place-taken' };
  });
}

/** Throws away what is written and not published. */
export function discardFormDraft(app: Reads, actor: Actor, key: string): Promise<FormOutcome | null> {
  return mine(app, actor, key, async (tx, form) => {
    await tx.formLibrary.discardDraft(form.slug);
    await note(tx, 'discard-form-draft', 'ok', form.slug);
    return { ok: true, key };
  });
}

async function mine(
  app: Reads,
  actor: Actor,
  key: string,
  work: (tx: Tx, form: LibraryForm) => Promise<FormOutcome>,
): Promise<FormOutcome | null> {
  if (!keeper(actor)) return null;
  return app.db.as(actor, async tx => {
    const form = await tx.formLibrary.byKey(key);
    if (form?.mine) return work(tx, form);
    await tx.audit.add({ act: 'change-form', what: 'form', ids: [], result: form ? 'denied' : 'missing' });
    return null;
  });
}

function note(tx: Tx, act: string, result: 'ok' | 'denied', why: string): Promise<void> {
  return tx.audit.add({ act, what: 'form', ids: [], why, result });
}

/** The bank of questions, of every form of the network but one. */
export async function readBank(app: Reads, actor: Actor, but: string): Promise<BankEntry[]> {
  if (!keeper(actor)) return [];
  const forms = await app.db.as(actor, tx => tx.forms.ofNetwork());
  return bankOf(forms.filter(one => one.name !== but));
}

/** What the questions of a form cost; null before it was worked out, and for a form that is not the actor's to read. */
export async function readBurden(app: Reads, actor: Actor, slug: string): Promise<KnownBurden | null> {
  return keeper(actor) ? app.db.as(actor, tx => tx.formBurden.of(slug)) : null;
}
