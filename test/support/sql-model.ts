import type pg from 'pg';
import type { Actor } from '../../src/app/actor.ts';
import { hears } from '../../src/domain/case/access.ts';
import type { Audience } from '../../src/domain/case/events.ts';
import type { Side } from '../../src/domain/case/state.ts';
import type { Kind } from './cast.ts';
import type { Story } from './cast-story.ts';
import { seesSchedules } from './sql-schedules.ts';

/** Anybody whom the database may be told of: the cast, jobs, a partner, an operator's word on the wrong connection, nobody. */
export interface Asker {
  name: Kind | 'job of the case' | 'job' | 'partner' | 'false operator' | 'nobody';
  actor: Actor | null;
}

/** A part in a case. `until`: the last event that is seen. */
interface Part {
  case: number;
  request: number;
  side: Side;
  until: number | null;
}

export type Row = Record<string, unknown>;
type World = Record<string, Row[]>;

/** What one asker may see, worked out from the story and the rules of the domain without a word of SQL. */
export interface View {
  actor: Actor | null;
  parts: readonly Part[];
  party: string | null;
  world: World;
}

const isPerson = (actor: Actor | null) => actor?.kind === 'person';

/** The words of an event: for its audience and for the side that wrote it. Decision 0002. */
function reads(side: Side, of: { audience: unknown; side: unknown }): boolean {
  return side === 'system' || hears(of.audience as Audience, side) || of.side === side;
}

/** That it happened: a clinical event moves the case, so its line is for every side but the patient. */
function knows(side: Side, of: { audience: unknown; side: unknown }): boolean {
  return reads(side, of) || (of.audience === 'clinical' && side !== 'patient');
}

const anyPart = (view: View, row: Row, fits: (part: Part) => boolean) =>
  view.parts.some(
    part => part.case === row.case_id && (part.until === null || Number(row.seq) <= part.until) && fits(part),
  );

function ownDraft({ actor }: View, row: Row): boolean {
  if (actor?.kind !== 'person' || row.site_id !== actor.site) return false;
  const mine = [actor.member, ...(actor.actingFor === null ? [] : [actor.actingFor])];
  return mine.includes(row.author_id as number) || mine.includes(row.acting_for as number);
}

function looseFile(view: View, row: Row): boolean {
  const { actor, world } = view;
  if (actor?.kind !== 'person' || row.site_id !== actor.site) return false;
  const drafts = world.drafts!.filter(draft => ownDraft(view, draft));
  return (
    row.member_id === actor.member ||
    row.member_id === actor.actingFor ||
    drafts.some(draft => (draft.attachments as number[]).includes(row.id as number))
  );
}

/** A fax that came is for everybody of its site until it is in a case. */
function faxOfSite({ actor, world }: View, row: Row): boolean {
  return world.faxes_in!.some(fax => fax.attachment_id === row.id && ofSite({ actor } as View, fax));
}

/** A paper of a kind of visit is for everybody at work where it is given out. */
function sheetOfSite({ actor, world }: View, row: Row): boolean {
  const given = world.clinic_sheets!.some(sheet => sheet.attachment_id === row.id);
  return given && ofSite({ actor } as View, row);
}

const inCase = (view: View, row: Row) =>
  row.struck_at === null && anyPart(view, row, part => reads(part.side, row as never));
const ofSite = ({ actor }: View, row: Row) => actor?.kind === 'person' && row.site_id === actor.site;
const ofMember = ({ actor }: View, row: Row) => actor?.kind === 'person' && row.member_id === actor.member;
/** Works as steward of the site that runs the network. */
export function isProgrammeSteward({ actor, world }: View): boolean {
  if (actor?.kind !== 'person' || !actor.roles.includes('steward')) return false;
  return world.sites!.some(site => site.id === actor.site && site.kind === 'programme');
}

/** Leads and stewards of the site a service is at, or of the site that keeps that one. */
export function keepsService(view: View, service: unknown): boolean {
  return keepsSite(view, view.world.services!.find(one => one.id === service)?.site_id);
}

function keepsSite({ actor, world }: View, at: unknown): boolean {
  if (actor?.kind !== 'person' || !actor.roles.some(role => role === 'lead' || role === 'steward'))
    return false;
  return at === actor.site || world.sites!.some(one => one.id === at && one.kept_by === actor.site);
}

/** Stewards of the programme for the network's forms; leads and stewards for those of their site. */
export function keepsForm(view: View, row: Row): boolean {
  const { actor, world } = view;
  const site = world.form_library!.find(one => one.slug === row.slug)?.site_id;
  if (site === null) return isProgrammeSteward(view);
  return (
    actor?.kind === 'person' &&
    actor.site === site &&
    actor.roles.some(role => role === 'lead' || role === 'steward')
  );
}

/** The rule of what is public. */
export const everybody = () => true;

/**
 * Which rows of a table are for whom; null: the application's role may not even ask. A table without a line here fails
 * the build.
 */
export const sees: Readonly<Record<string, ((view: View, row: Row) => boolean) | null>> = {
  requests: (view, row) => view.parts.some(part => part.request === row.id),
  cases: (view, row) => view.parts.some(part => part.case === row.id && part.until === null),
  case_events: (view, row) => anyPart(view, row, part => knows(part.side, row as never)),
  event_bodies: (view, row) => anyPart(view, row, part => reads(part.side, row as never)),
  case_access: (view, row) => view.party === row.party,
  notices: (view, row) => anyPart(view, row, part => part.side !== 'patient'),
  case_attachments: inCase,
  attachments: (view, row) =>
    row.in_case
      ? view.world.case_attachments!.some(one => one.attachment_id === row.id && inCase(view, one))
      : looseFile(view, row) || faxOfSite(view, row) || sheetOfSite(view, row),
  drafts: ownDraft,
  patients: ofSite,
  patient_contacts: ofSite,
  favourite_services: ofMember,
  opening_wishes: ofMember,
  worklist_settings: ofMember,
  worklist_views: ofMember,
  triage_choices: ofSite,
  // A colleague looks at a request of which the site has a case.
  request_looks: (view, row) => ofSite(view, row) && view.parts.some(part => part.request === row.request_id),
  saved_searches: ofMember,
  // What somebody learnt is theirs at every place they work, and nobody else's.
  learning_entries: ({ actor }, row) => actor?.kind === 'person' && row.person_id === actor.person,
  receipts: ({ actor }, row) => actor?.kind === 'person' && row.sender === `person:${actor.person}`,
  imports: isProgrammeSteward,
  // A job makes the search anew.
  import_changes: view => view.actor?.kind === 'job' || isProgrammeSteward(view),
  // The programme starts again what failed for good.
  jobs: (view, row) => view.actor?.kind === 'job' || (row.parked_at !== null && isProgrammeSteward(view)),
  recurring: ({ actor }) => actor?.kind === 'job',
  // The mail of an answer is written by a job.
  join_requests: ({ actor, world }) =>
    actor?.kind === 'job' ||
    (isPerson(actor) &&
      world.sites!.some(site => site.id === (actor as { site: number }).site && site.kind === 'programme')),
  // Whoever keeps a listing; a facility that was claimed is kept by the site that asked.
  listing_history: (view, row) => keepsService(view, row.service_id),
  facility_history: (view, row) => keepsSite(view, row.site_id),
  listing_claims: (view, row) => view.actor?.kind === 'job' || ofSite(view, row) || isProgrammeSteward(view),
  ...seesSchedules,
  // The directory is public, and says nothing of any person.
  ...{
    service_places: everybody,
    place_hours: everybody,
    service_clinicians: everybody,
    service_labels: everybody,
    service_splits: everybody,
  },
  ...{ sites: everybody, units: everybody, services: everybody, service_categories: everybody },
  ...{ waits: everybody, wait_points: everybody },
  ...{ directory_entries: everybody, directory_stems: everybody, directory_texts: everybody },
  ...{ directory_postings: everybody, synonyms: everybody, synonym_words: everybody, fsa_centres: everybody },
  urgent_phrases: everybody,
  urgent_phrase_changes: view => isProgrammeSteward(view),
  // Times of nobody: counted, never read.
  form_times: null,
  form_burden: (view, row) =>
    view.actor?.kind === 'job' ||
    keepsForm(view, row) ||
    (isPerson(view.actor) &&
      view.world.form_library!.some(one => one.slug === row.slug && one.site_id === null)),
  ...{ form_library: everybody, form_drafts: keepsForm },
  ...{ forms: everybody, installation: everybody, schema_migrations: everybody },
  // Reached by functions alone.
  ...{ people: null, members: null, delegations: null, credentials: null, links: null, sessions: null },
  ...{
    sign_in_attempts: null,
    unmet_searches: null,
    unmet_searches_seen: null,
    demo_mails: null,
    request_fingerprints: null,
    ...{
      advice_groups: null,
      advice_members: null,
      absences: null,
      advice_turns: null,
      advice_waits: null,
      library_entries: null,
      library_uses: null,
      library_reads: null,
      library_told: null,
      standard_answers: null,
      ...{ econsult_figures: null, pay_periods: null, pay_sent: null },
      ...{ pay_answers: null, pay_answers_taken: null, pay_answers_undone: null },
      ...{ pay_reckoned: null, pay_steps: null, pay_settled: null },
      case_later: null,
    },
    ...{ asking_regions: null, clinic_sheets: null },
    ...{ programme_terms: null, terms_accepted: null },
    ...{ peer_review_groups: null, peer_reviewers: null, peer_draws: null, peer_reviews: null },
    advice_harms: null,
    overlap_silent: null,
    overlap_checks: null,
    overlap_told: null,
    parallel_requests: null,
    audit: null,
    audit_seals: null,
    audit_horizon: null,
    ...{ messages: null, message_choices: null, site_notices: null, visit_reminders: null },
    ...{ request_helpers: null, patient_codes: null, guest_codes: null, faxes_out: null, faxes_in: null },
    ...{
      retention: null,
      legal_holds: null,
      visit_surveys: null,
      survey_asks: null,
      visit_form_drafts: null,
    },
  },
};

/** Who has which part in the story; everything the model knows of access. */
function partsOf(name: Asker['name'], story: Story, until: number, cases: Row[]): Part[] {
  const { ours, theirs } = story;
  const all = (request: number, side: Side) =>
    cases
      .filter(one => one.request_id === request)
      .map(one => ({ case: one.id as number, request, side, until: null }));
  const on = (id: number, side: Side): Part => ({
    ...{ case: id, request: ours.requestId, side, until: null },
  });
  if (name.startsWith('requester') || name === 'suspended person' || name === 'partner')
    return all(ours.requestId, 'requester');
  if (name.startsWith('stranger')) return all(theirs.requestId, 'requester');
  if (name === 'patient') return all(ours.requestId, 'patient');
  if (name === 'other patient') return all(theirs.requestId, 'patient');
  if (name.startsWith('receiver')) return [on(ours.referralId, 'receiver')];
  if (name === 'intake clerk') return [on(ours.referralId, 'intake'), on(ours.forwardedId, 'receiver')];
  if (name === 'copy clinician' || name === 'suspended site' || name === 'guest')
    return [on(ours.referralId, 'copy')];
  if (name === 'declined clerk') return [{ ...on(ours.declinedId, 'receiver'), until }];
  if (name === 'job of the case') return [on(ours.referralId, 'system')];
  return [];
}

function partyOf(actor: Actor | null): string | null {
  switch (actor?.kind) {
    case 'person':
    case 'partner':
      return `site:${actor.site}`;
    case 'patient':
      return `request:${actor.request}`;
    case 'guest':
      return `link:${actor.link}`;
    case 'job':
      return actor.case === null ? null : `case:${actor.case}`;
    default:
      return null;
  }
}

/** Everybody who asks. */
export function askersOf(story: Story): Asker[] {
  const { actors, ours } = story;
  const practice = (actors['requester clinician'] as { site: number }).site;
  return [
    ...Object.entries(actors).map(([name, actor]) => ({ name: name as Kind, actor })),
    { name: 'visitor', actor: { kind: 'visitor' } },
    { name: 'job of the case', actor: { kind: 'job', case: ours.referralId } },
    { name: 'job', actor: { kind: 'job', case: null } },
    { name: 'partner', actor: { kind: 'partner', partner: 1, site: practice } },
    { name: 'false operator', actor: { kind: 'operator', command: 'test' } },
    { name: 'nobody', actor: null },
  ];
}

/** Reads every table as a superuser: the rows that there are. */
export async function readWorld(client: pg.ClientBase): Promise<World> {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const world: World = {};
  for (const { name } of rows)
    world[name] = (await client.query(`select ctid::text as "#", t.* from "${name}" t`)).rows;
  return world;
}

/** What each asker may see. */
export function viewsOf(story: Story, world: World): { asker: Asker; view: View }[] {
  const declined = world.case_events!.filter(event => event.case_id === story.ours.declinedId);
  const end = declined.find(event => event.type === 'declined')!.seq as number;
  // The reason in words goes with the decline, in the same transaction.
  const until = declined.find(event => event.seq === end + 1 && event.type === 'remarked') ? end + 1 : end;
  return askersOf(story).map(asker => {
    const parts = partsOf(asker.name, story, until, world.cases!);
    return { asker, view: { actor: asker.actor, parts, party: partyOf(asker.actor), world } };
  });
}
