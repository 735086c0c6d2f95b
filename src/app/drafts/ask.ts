import type { Service } from '../../domain/directory/service.ts';
import type { TypedAnswers } from '../../domain/forms/answers.ts';
import { formFor } from '../../domain/forms/precedence.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { type AskRoutes, routesIn } from '../directory/ask-routes.ts';
import { someFit } from '../directory/unmet-needs.ts';
import { soundsUrgent } from '../directory/urgent-phrases.ts';
import type { Tx } from '../ports/database.ts';
import type { Draft } from '../ports/drafts.ts';
import type { KnownService } from '../ports/favourites.ts';
import type { PatientLine, PatientRecord } from '../ports/patients.ts';
import { withoutRecent } from './recent-files.ts';

/** What the box of Ask holds. */
export interface Asked {
  /** Key of the draft that keeps it; absent before anything was typed. */
  draftKey?: string;
  /** Key of a patient of the site; '' before one is chosen. */
  patientKey: string;
  problem: string;
  urgency: 'routine' | 'urgent';
  /** Key of the service that was chosen before anything was typed, for a draft that begins now. */
  serviceKey?: string;
  /** Key of a thing said that the search passes over from now on, or no longer does. */
  turned?: string;
}

export interface ReadAsk {
  draft: Draft | null;
  /** The route that is chosen already: by the draft, or in the directory before there is one. */
  chosen: Service | null;
  patient: PatientRecord | null;
  /** The words may mean an emergency; known before there is a patient. */
  urgent: boolean;
  /** Once patient and problem are known. */
  routes: AskRoutes | null;
  /** To choose from, before a patient is chosen. */
  recent: readonly PatientLine[];
  /** Services that the member keeps, and those it asked last. */
  favourites: readonly KnownService[];
  lately: readonly KnownService[];
}

/**
 * What Ask shows for a draft, or before there is one: audited. `counts`: somebody pressed for it, so that a search without any fit
 * is counted as an unmet need; not while the words are being typed. A patient named here stands instead of the draft's. Null when
 * the draft or the patient is not there for this actor.
 */
export function readAsk(
  app: App,
  actor: Actor,
  given: { draftKey?: string; patientKey?: string; serviceKey?: string; counts?: boolean },
): Promise<ReadAsk | null> {
  return app.db.as(actor, async tx => {
    const draft = given.draftKey === undefined ? null : await tx.drafts.byKey(given.draftKey);
    if (given.draftKey !== undefined && !draft) return missing(tx, 'draft');
    const named = given.patientKey === undefined ? undefined : await tx.patients.byKey(given.patientKey);
    if (named === null) return missing(tx, 'patient');
    const kept = draft?.patient == null ? null : await tx.patients.byId(draft.patient);
    const patient = named ?? kept;
    const problem = draft?.question ?? '';
    const routes =
      patient && problem !== ''
        ? await routesIn(tx, {
            ...{ text: problem, patient, without: draft?.passOver ?? [] },
            urgency: draft?.urgency || 'routine',
          })
        : null;
    const urgent = routes?.urgent ?? (await soundsUrgent(tx, problem));
    const recent = patient ? [] : await tx.patients.recent(6);
    await auditAsk(tx, { patient, recent, searched: routes !== null });
    if (given.counts && patient && routes && !someFit(routes.visits))
      await tx.unmetNeeds.count(patient.id, problem, routes.visits[0]?.entry.key ?? null);
    const chosen = await chosenIn(tx, draft, given.serviceKey);
    const [favourites, lately] = [await tx.favourites.all(), await tx.favourites.askedLately()];
    return { draft, chosen, patient, urgent, routes, recent, favourites, lately };
  });
}

async function chosenIn(tx: Tx, draft: Draft | null, serviceKey = ''): Promise<Service | null> {
  if (draft)
    return draft.service === null ? null : ((await tx.directory.servicesByIds([draft.service]))[0] ?? null);
  return serviceKey === '' ? null : asked(tx, serviceKey);
}

/** A service that one may ask or refer to. */
async function asked(tx: Tx, key: string): Promise<Service | null> {
  const service = await tx.directory.service(key);
  return service && service.kind !== 'community' ? service : null;
}

/** Keeps what was typed in a draft, a new one when there is none yet. Null as above. */
export function keepAsked(app: App, actor: Actor, given: Asked): Promise<Draft | null> {
  return app.db.as(actor, async tx => {
    const { draftKey, patientKey, problem, urgency, serviceKey = '', turned = '' } = given;
    const patient = patientKey === '' ? undefined : await tx.patients.byKey(patientKey);
    if (patient === null) return missing(tx, 'patient');
    const before = draftKey === undefined ? null : await tx.drafts.byKey(draftKey);
    if (draftKey !== undefined && !before) return missing(tx, 'draft');
    const passOver = turn(before?.passOver ?? [], turned);
    const content = { question: problem, urgency, passOver, ...(patient && { patient: patient.id }) };
    const another = before && patient && before.patient !== null && before.patient !== patient.id;
    const files = another ? { attachments: await withoutRecent(tx, before) } : {};
    const draft = before
      ? await tx.drafts.save(before.key, before.version, {
          ...content,
          ...files,
          answers: stillTrue(before, content),
        })
      : await tx.drafts.begin({ kind: 'econsult', ...content, ...(await routeFrom(tx, serviceKey)) });
    if (draft) await auditDraft(tx, before ? 'save' : 'begin', draft);
    return draft ?? missing(tx, 'draft');
  });
}

/** Things passed over, a hundred at most: out when it was in, in when it was out. */
function turn(kept: readonly string[], turned: string): readonly string[] {
  if (turned === '') return kept;
  const others = kept.filter(one => one !== turned);
  return others.length < kept.length ? others : [...kept.slice(-99), turned];
}

async function routeFrom(tx: Tx, serviceKey: string) {
  const service = serviceKey === '' ? null : await asked(tx, serviceKey);
  return service ? routeOf(tx, service) : {};
}

/**
 * The chosen route: the draft is of its kind and has its form from now on, and keeps every answer. Written advice cannot be urgent;
 * `gone` when there is no such draft or service any longer.
 */
export function chooseRoute(
  app: App,
  actor: Actor,
  { draft, serviceKey }: { draft: Draft; serviceKey: string },
): Promise<'chosen' | 'cannot-wait' | 'gone'> {
  return app.db.as(actor, async tx => {
    const service = await asked(tx, serviceKey);
    if (!service) return 'gone';
    if (cannotWait({ kind: service.kind, urgency: draft.urgency })) return 'cannot-wait';
    const saved = await tx.drafts.save(draft.key, draft.version, await routeOf(tx, service));
    if (saved) await auditDraft(tx, 'choose', saved);
    return saved ? 'chosen' : 'gone';
  });
}

/** An urgent problem and a group that answers within days: one of the two has to change before there is a form. */
export function cannotWait({ kind, urgency }: { kind: Service['kind']; urgency: Draft['urgency'] }): boolean {
  return kind === 'econsult' && urgency === 'urgent';
}

/** What a service makes of a draft. */
export async function routeOf(
  tx: Tx,
  service: Service,
): Promise<Pick<Draft, 'kind' | 'service' | 'form' | 'options'>> {
  const kind = service.kind === 'econsult' ? 'econsult' : 'referral';
  const form = formFor(kind, await tx.forms.offered(service.id, kind));
  return { kind, service: service.id, form, options: [] };
}

/** The answers without those that were filled in from a problem or a patient that is another one now. */
function stillTrue(before: Draft, now: { question: string; patient?: number }): TypedAnswers {
  const gone: string[] = [];
  if (now.question !== before.question) gone.push('question');
  if (now.patient !== undefined && now.patient !== before.patient) gone.push('patient');
  return Object.fromEntries(
    Object.entries(before.answers).filter(([, { from }]) => !from || !gone.includes(from.source)),
  );
}

async function auditAsk(
  tx: Tx,
  { patient, recent, searched }: Pick<ReadAsk, 'patient' | 'recent'> & { searched: boolean },
) {
  const ids = patient ? [patient.id] : recent.map(one => one.id);
  if (ids.length === 0) return;
  const about = { act: searched ? 'ask' : patient ? 'open' : 'list', what: 'patient', ids };
  await tx.audit.add({ ...about, ...(patient && { patient: patient.id }), result: 'ok' });
}

function auditDraft(tx: Tx, act: string, draft: Draft): Promise<void> {
  const patient = draft.patient === null ? {} : { patient: draft.patient };
  return tx.audit.add({ act, what: 'draft', ids: [draft.id], ...patient, result: 'ok' });
}

async function missing(tx: Tx, what: 'draft' | 'patient'): Promise<null> {
  await tx.audit.add({ act: 'ask', what, ids: [], result: 'missing' });
  return null;
}
