import type { Actor } from '../../src/app/actor.ts';
import { faxWrites } from './sql-faxes.ts';
import { isProgrammeSteward, keepsService, type View } from './sql-model.ts';
import { scheduleWrites } from './sql-schedules.ts';

/** A write, and who may do it. */
export interface Write {
  name: string;
  sql: string;
  values?(view: View): unknown[];
  may(view: View): boolean;
}

const isPerson = ({ actor }: View) => actor?.kind === 'person';
const siteOf = ({ actor }: View) => (actor && 'site' in actor ? actor.site : null);
const memberOf = ({ actor }: View) => (actor?.kind === 'person' ? actor.member : null);
const linkOf = ({ actor }: View) => (actor && 'link' in actor ? actor.link : null);
const anySite = (view: View) => siteOf(view) ?? 1;
const file = `insert into attachments (key, site_id, member_id, link_id, name, kind, size, blob, hash, scan)
  values ('k', $1, $2, $3, 'n', 'pdf', 1, 'b', 'h', 'clean')`;
const patient = `insert into patients (key, site_id, details, birth_date, card, card_number, words, sort_name)
  values ('k', $1, '{}', '2000-01-01', '', '', '', '')`;
const draft = `insert into drafts (key, site_id, author_id, kind, content) values ('k', $1, $2, 'econsult', '{}')`;
const other = (view: View) => (view.world.sites!.find(site => site.id !== siteOf(view))!.id as number) ?? 0;
const job = ({ actor }: View) => actor?.kind === 'job';
export const notice = `insert into notices (message_id, case_id, seq, recipient_kind, recipient_id, template, params, made_at, state_at)
  values ('m', $1, 1, 'site', 1, 'x', '{}', now(), now())`;
const caseOf = ({ actor, world }: View) =>
  actor?.kind === 'job' && actor.case !== null ? actor.case : (world.cases![0]!.id as number);
/** A service whose listing they keep, any where they keep none; and one of somebody else. */
const keptBy = (view: View) =>
  (view.world.services!.find(one => keepsService(view, one.id)) ?? view.world.services![0]!).id as number;
const notKeptBy = (view: View) =>
  view.world.services!.findLast(one => !keepsService(view, one.id))!.id as number;
const placeOf = 'select id from service_places where service_id = $1';

/** Everything that a listing says, changed by those who keep it and by others. */
const listingWrites: readonly Write[] = [
  ['changes a listing', `update services set phone = 'x' where id = $1`],
  ['adds a place', 'insert into service_places (service_id, position) values ($1, 9)'],
  ['forgets places', 'delete from service_places where service_id = $1'],
  [
    'opens a place',
    `insert into place_hours (place_id, weekday, opens, closes) select id, 7, 1, 2 from (${placeOf}) p`,
  ],
  ['closes places', `delete from place_hours where place_id in (${placeOf})`],
  ['adds a clinician', `insert into service_clinicians (service_id, position, name) values ($1, 9, 'x')`],
  ['forgets clinicians', 'delete from service_clinicians where service_id = $1'],
  ['adds a label', `insert into service_labels (service_id, position, label) values ($1, 9, 'x')`],
  [
    'splits what arrives',
    `insert into service_splits (service_id, into_id, position) select $1, max(id), 2 from services where id <> $1`,
  ],
  ['splits nothing any more', 'delete from service_splits where service_id = $1'],
  ['forgets labels', 'delete from service_labels where service_id = $1'],
  [
    'writes its history',
    `insert into listing_history (service_id, version, act, changes) values ($1, 1, 'changed', '{}')`,
  ],
].flatMap(([name, sql]): Write[] => [
  {
    name: `${name} of theirs`,
    sql: sql!,
    values: view => [keptBy(view)],
    may: view => keepsService(view, keptBy(view)),
  },
  { name: `${name} of others`, sql: sql!, values: view => [notKeptBy(view)], may: () => false },
]);

const service = `insert into services (key, site_id, kind, category, name_en, name_fr)
  select 'k', $1, 'referral', min(code), 'x', 'x' from service_categories`;
const claim = `insert into listing_claims (key, facility_id, site_id, asked_by, reason, contact_name, contact_phone, email, language)
  values ('k', $3, $1, $2, 'r', 'n', '', 'e', 'en')`;
/** A function writes it, for whoever keeps the facility. */
const facilityLine = `insert into facility_history (site_id, version, changes, by_member) select $1, 9, '{}', min(id) from members`;
const search = `insert into saved_searches (key, member_id, name, asked) values ('k', $1, 'n', 'q=other')`;
const favourite = 'insert into favourite_services (member_id, service_id) values ($1, $2)';
const wish = 'insert into opening_wishes (member_id, service_id) values ($1, $2)';
const keeps = ({ actor }: View) =>
  actor?.kind === 'person' && actor.roles.some(role => role === 'lead' || role === 'steward');
/** Nobody asks for it yet. */
const unclaimed = ({ world }: View) =>
  world.sites!.find(site => world.listing_claims!.every(one => one.facility_id !== site.id))?.id;
const lastService = ({ world }: View) => Math.max(...world.services!.map(one => one.id as number));
const otherMember = (view: View) => view.world.members!.find(one => one.id !== memberOf(view))!.id;

const learnt = `insert into learning_entries (key, person_id, on_day, kind, topic, asked, learnt, changed, sources, minutes)
  values ('k', $1, '2026-03-04', 'other', '', '', 'l', '', '', 5)`;
const personOf = ({ actor }: View) => (actor?.kind === 'person' ? actor.person : 1);
const otherPerson = (view: View) =>
  view.world.learning_entries!.map(one => one.person_id as number).find(one => one !== personOf(view));
const relearnt = 'update learning_entries set minutes = 6 where person_id = $1';
const unlearnt = 'delete from learning_entries where person_id = $1';

/** What somebody learnt: their own, at whichever place they work. */
const learningWrites: readonly Write[] = [
  { name: 'keeps what they learnt', sql: learnt, values: view => [personOf(view)], may: isPerson },
  { name: 'keeps it for another', sql: learnt, values: view => [otherPerson(view)], may: () => false },
  { name: 'changes what they learnt', sql: relearnt, values: view => [personOf(view)], may: isPerson },
  {
    name: 'changes what another learnt',
    sql: relearnt,
    values: view => [otherPerson(view)],
    may: () => false,
  },
  { name: 'removes what they learnt', sql: unlearnt, values: view => [personOf(view)], may: isPerson },
  {
    name: 'removes what another learnt',
    sql: unlearnt,
    values: view => [otherPerson(view)],
    may: () => false,
  },
];

const view_ = `insert into worklist_views (key, member_id, name, folder, filters) values ('k', $1, 'Other', 'overdue', '{}')`;
/** Who has not set up their lists yet. */
const lastMember = (view: View) => Math.max(...view.world.members!.map(one => one.id as number));
const begun = `insert into worklist_settings (member_id, columns, opens_next) values ($1, '{}', true)`;
const settings = `update worklist_settings set opens_next = false where member_id = $1`;
const choice = `insert into triage_choices (site_id, kind, position, name_en, name_fr) values ($1, 'protocol', 9, 'x', 'x')`;
const forget = 'delete from triage_choices where site_id = $1';

/** How members like their lists, and how their site triages. Who looks at what is written by a function alone. */
const listWrites: readonly Write[] = [
  { name: 'keeps a view', sql: view_, values: view => [memberOf(view) ?? 1], may: isPerson },
  { name: 'keeps a view for another', sql: view_, values: view => [otherMember(view)], may: () => false },
  {
    name: 'sets up their lists',
    sql: settings,
    values: view => [memberOf(view) ?? 1],
    may: view => isPerson(view) && memberOf(view) !== lastMember(view),
  },
  {
    name: 'sets up the lists of one who never did',
    sql: begun,
    values: view => [lastMember(view)],
    may: view => memberOf(view) === lastMember(view),
  },
  {
    name: 'sets up the lists of another',
    sql: settings,
    values: view => [otherMember(view)],
    may: () => false,
  },
  {
    name: 'forgets the view of another',
    sql: 'delete from worklist_views where member_id = $1',
    values: view => [otherMember(view)],
    may: () => false,
  },
  { name: 'adds a protocol', sql: choice, values: view => [anySite(view)], may: keeps },
  { name: 'adds a protocol elsewhere', sql: choice, values: view => [other(view)], may: () => false },
  { name: 'forgets priorities', sql: forget, values: view => [anySite(view)], may: keeps },
  { name: 'forgets priorities elsewhere', sql: forget, values: view => [other(view)], may: () => false },
  {
    name: 'says that another looks',
    sql: `insert into request_looks (request_id, member_id, site_id) values (1, $1, $2)`,
    values: view => [otherMember(view), anySite(view)],
    may: () => false,
  },
];
/** What a keeper does with a form: of their site, of another, of the network. */
const formWrites: readonly Write[] = [
  ['changes a form', 'update form_library set retired_at = now() where slug = SLUG'],
  ['rewrites a draft of a form', `update form_drafts set questionnaire = '{"a": 1}' where slug = SLUG`],
  ['throws a draft of a form away', 'delete from form_drafts where slug = SLUG'],
  [
    'publishes a form',
    `insert into forms (slug, version, title_en, title_fr, questionnaire, published_by)
     values (SLUG, 999, 'x', 'x', '{}', app_member())`,
  ],
].flatMap(([name, sql]): Write[] => {
  const own = sql!.replace('SLUG', `'own-' || $1`);
  return [
    { name: `${name} of theirs`, sql: own, values: view => [anySite(view)], may: keeps },
    { name: `${name} of others`, sql: own, values: view => [other(view)], may: () => false },
    { name: `${name} of the network`, sql: sql!.replace('SLUG', `'of-all'`), may: isProgrammeSteward },
  ];
});

/** Every way in which the role may write to a table, for its own and for others. */
export const allWrites: readonly Write[] = [
  ...scheduleWrites,
  ...faxWrites,
  ...listingWrites,
  ...formWrites,
  {
    name: 'publishes a form in the name of another',
    sql: `insert into forms (slug, version, title_en, title_fr, questionnaire, published_by)
      values ('own-' || $1, 998, 'x', 'x', '{}', $2)`,
    values: view => [anySite(view), otherMember(view)],
    may: () => false,
  },
  {
    name: 'notes the time of a question',
    sql: `insert into form_times (slug, link_id, seconds) values ('of-all', 'x', 5)`,
    may: isPerson,
  },
  { name: 'forgets the times of questions', sql: 'delete from form_times', may: () => false },
  { name: 'says what a form costs', sql: `update form_burden set figures = '{"a": 1}'`, may: job },
  {
    name: 'says first what a form costs',
    sql: `insert into form_burden (slug, figures, computed_at) values ('x', '{}', now())`,
    may: job,
  },
  {
    name: 'adds a form of the network',
    sql: `insert into form_library (slug, key, kind, serves) values ('x', 'x', 'referral', 'listing')`,
    may: isProgrammeSteward,
  },
  {
    name: 'adds a form of the site',
    sql: `insert into form_library (slug, key, site_id, kind, serves) values ('x', 'x', $1, 'referral', 'listing')`,
    values: view => [anySite(view)],
    may: keeps,
  },
  {
    name: 'adds a form elsewhere',
    sql: `insert into form_library (slug, key, site_id, kind, serves) values ('x', 'x', $1, 'referral', 'listing')`,
    values: view => [other(view)],
    may: () => false,
  },
  {
    name: 'writes a draft of a form that others keep',
    sql: `insert into form_drafts (slug, questionnaire) select 'bare-' || $1, '{}'`,
    values: view => [other(view)],
    may: () => false,
  },
  { name: 'adds a service', sql: service, values: view => [anySite(view)], may: keeps },
  { name: 'adds a service elsewhere', sql: service, values: view => [other(view)], may: () => false },
  {
    name: 'claims a facility',
    sql: claim,
    values: view => [anySite(view), memberOf(view), unclaimed(view)],
    may: keeps,
  },
  {
    name: 'claims a facility for others',
    sql: claim,
    values: view => [other(view), memberOf(view) ?? 1, unclaimed(view)],
    may: () => false,
  },
  { name: 'writes of a facility', sql: facilityLine, values: view => [anySite(view)], may: () => false },
  {
    name: 'adds a kind of service',
    sql: `insert into service_categories (code, name_en, name_fr) values ('x', 'X', 'X')`,
    may: isProgrammeSteward,
  },
  {
    name: 'rewords a kind of service',
    sql: `update service_categories set terms = 'x'`,
    may: isProgrammeSteward,
  },
  {
    name: 'waits for a service',
    sql: wish,
    values: view => [memberOf(view) ?? 1, lastService(view)],
    may: isPerson,
  },
  {
    name: 'lets another wait for a service',
    sql: wish,
    values: view => [otherMember(view), lastService(view)],
    may: () => false,
  },
  {
    name: 'keeps a service at hand',
    sql: favourite,
    values: view => [memberOf(view) ?? 1, lastService(view)],
    may: isPerson,
  },
  {
    name: 'keeps a service at hand for another',
    sql: favourite,
    values: view => [otherMember(view), lastService(view)],
    may: () => false,
  },
  ...listWrites,
  ...learningWrites,
  {
    name: 'saves a search',
    sql: search,
    values: view => [memberOf(view) ?? 1],
    may: isPerson,
  },
  { name: 'saves a search for another', sql: search, values: view => [otherMember(view)], may: () => false },
  {
    name: 'names a search of theirs',
    sql: `update saved_searches set name = 'x' where member_id = $1`,
    values: view => [memberOf(view) ?? 1],
    may: isPerson,
  },
  {
    name: 'names the search of another',
    sql: `update saved_searches set name = 'x' where member_id = $1`,
    values: view => [otherMember(view)],
    may: () => false,
  },
  {
    name: 'removes the search of another',
    sql: 'delete from saved_searches where member_id = $1',
    values: view => [otherMember(view)],
    may: () => false,
  },
  { name: 'adds a patient of the site', sql: patient, values: view => [anySite(view)], may: isPerson },
  { name: 'adds a patient elsewhere', sql: patient, values: view => [other(view)], may: () => false },
  {
    name: 'adds a contact elsewhere',
    sql: `insert into patient_contacts (patient_id, site_id, position, details) values ($1, $2, 9, '{}')`,
    values: view => {
      const row = view.world.patients!.find(one => one.site_id !== siteOf(view))!;
      return [row.id, row.site_id];
    },
    may: () => false,
  },
  {
    name: 'begins a draft',
    sql: draft,
    values: view => [anySite(view), memberOf(view) ?? 1],
    may: isPerson,
  },
  {
    name: 'begins a draft elsewhere',
    sql: draft,
    values: view => [other(view), memberOf(view) ?? 1],
    may: () => false,
  },
  {
    name: 'adds a file',
    sql: file,
    values: view => [siteOf(view), memberOf(view), linkOf(view)],
    may: ({ actor }) => ['person', 'patient', 'guest'].includes(actor?.kind ?? ''),
  },
  {
    name: 'adds a file as another site',
    sql: file,
    values: view => [other(view), memberOf(view), linkOf(view)],
    may: () => false,
  },
  { name: 'adds a job', sql: `insert into jobs (kind) values ('x')`, may: ({ actor }) => actor !== null },
  { name: 'changes jobs', sql: 'update jobs set attempts = attempts + 1', may: job },
  {
    name: 'adds what recurs',
    sql: `insert into recurring (kind, every) values ('y', '1 day')`,
    may: job,
  },
  { name: 'forgets words', sql: 'update synonyms set removed_at = now()', may: isProgrammeSteward },
  {
    name: 'forgets what is urgent',
    sql: 'update urgent_phrases set removed_at = now()',
    may: isProgrammeSteward,
  },
  { name: 'forgets it without a trace', sql: 'delete from urgent_phrases', may: () => false },
  {
    name: 'makes something urgent',
    sql: `insert into urgent_phrases (key, language, phrase) values ('x', 'en', 'x')`,
    may: isProgrammeSteward,
  },
  { name: 'rewrites who changed it', sql: 'update urgent_phrase_changes set was = now', may: () => false },
  { name: 'forgets words without a trace', sql: 'delete from synonyms', may: () => false },
  { name: 'says who changed words', sql: 'update synonyms set changed_by = 1', may: () => false },
  { name: 'lets go of a word', sql: 'delete from synonym_words', may: isProgrammeSteward },
  {
    name: 'takes a word',
    sql: `insert into synonym_words (word, synonym_id) select 'blue', id from synonyms`,
    may: isProgrammeSteward,
  },
  { name: 'forgets what recurs', sql: 'delete from recurring', may: job },
  {
    name: 'makes up a wait',
    sql: `insert into waits (service_id, measure, urgency, computed_at) select id, 'wait1', 'urgent', now() from services limit 1`,
    may: job,
  },
  { name: 'forgets the waits', sql: 'delete from waits', may: job },
  {
    name: 'makes up what waits were',
    sql: `insert into wait_points (service_id, measure, at, median, median_more, ninetieth, ninetieth_more, people)
      select id, 'wait1', '2026-01-01', 1, false, 2, false, 6 from services limit 1`,
    may: job,
  },
  { name: 'forgets what waits were', sql: 'delete from wait_points', may: job },
  {
    name: 'writes in the log',
    sql: `insert into audit (act, what, ids, result) values ('x', 'case', '{}', 'o')`,
    may: ({ actor }) => actor !== null,
  },
  { name: 'makes a notice without an event', sql: notice, values: view => [caseOf(view)], may: ofItsCase },
  {
    name: 'moves notices',
    sql: `update notices set why = 'x' where case_id = $1`,
    values: view => [caseOf(view)],
    may: ofItsCase,
  },
  {
    name: 'moves notices of another case',
    sql: `update notices set why = 'x' where case_id <> $1`,
    values: view => [caseOf(view)],
    may: () => false,
  },
  {
    name: 'asks to join',
    sql: `insert into join_requests (key, receipt, site_name, kind, address, city, postal_code, phone, uses, lead_name,
      lead_title, email, language, remarks)
      values ('k', 'r', 's', 'clinic', '', '', '', '', '{ask}', 'n', '', 'e', 'en', '')`,
    may: ({ actor }) => actor?.kind === 'visitor' || actor?.kind === 'person',
  },
  {
    name: 'answers who asks to join',
    sql: `update join_requests set answer = 'duplicate'`,
    may: isProgrammeSteward,
  },
  { name: 'answers in another name', sql: 'update join_requests set answered_by = 1', may: () => false },
  { name: 'changes who asks to join', sql: `update join_requests set email = 'x@y'`, may: () => false },
  {
    name: 'keeps a receipt of somebody else',
    sql: `insert into receipts (sender, key, body_hash, led) values ('person:999', 'k', '', '{}')`,
    may: () => false,
  },
  {
    name: 'keeps a receipt',
    sql: `insert into receipts (sender, key, body_hash, led) values (app_sender(), 'k', '', '{}')`,
    may: ({ actor }) => actor !== null && !['visitor', 'operator'].includes(actor.kind) && !isLooseJob(actor),
  },
  {
    name: 'renames the site',
    sql: `update sites set city = 'x' where id = $1`,
    values: view => [anySite(view)],
    may: isPerson,
  },
  {
    name: 'renames other sites',
    sql: `update sites set city = 'x' where id <> $1`,
    values: view => [anySite(view)],
    may: () => false,
  },
  {
    name: 'adds a unit',
    sql: `insert into units (key, site_id, name_en, name_fr) values ('k', $1, 'x', 'x')`,
    values: view => [anySite(view)],
    may: isPerson,
  },
  {
    name: 'adds a unit elsewhere',
    sql: `insert into units (key, site_id, name_en, name_fr) values ('k', $1, 'x', 'x')`,
    values: view => [other(view)],
    may: () => false,
  },
  ...['first', 'last'].map(
    (which): Write => ({
      name: `makes a link of the ${which} request`,
      sql: `select make_link(sha256('x'), 'patient', $1, null, null, null, 'en', interval '1 hour')`,
      values: view => [requestOf(view, which)],
      may: view => worksOn(view, { request: requestOf(view, which) }),
    }),
  ),
  ...['first', 'last'].map(
    (which): Write => ({
      name: `makes a link of the ${which} case`,
      sql: `select make_link(sha256('x'), 'guest', null, $1, null, null, 'en', interval '1 hour')`,
      values: view => [pick(view.world.cases!, which).id],
      may: view => worksOn(view, { case: pick(view.world.cases!, which).id }),
    }),
  ),
  {
    name: 'closes a link',
    sql: 'select void_link($1)',
    values: view => [pick(view.world.links!, 'first').id],
    may: view => {
      const { request_id, case_id } = pick(view.world.links!, 'first');
      return worksOn(view, { request: request_id ?? undefined, case: case_id ?? undefined });
    },
  },
  {
    name: 'makes a link that sets a password',
    sql: `select make_link(sha256('x'), 'reset', null, null, null, $1, 'en', interval '1 hour')`,
    values: () => [1],
    may: job,
  },
  {
    name: 'opens a session without a password',
    sql: `select open_session(sha256('x'), $1, null)`,
    values: view => [(view.actor?.kind === 'person' && view.actor.person) || 1],
    may: () => false,
  },
  {
    name: 'opens a session of a link',
    sql: `select open_session(sha256('x'), null, $1)`,
    values: view => [pick(view.world.links!, 'first').id],
    may: () => false,
  },
  {
    name: 'teaches the directory a word',
    sql: `insert into synonyms (key, english, french, also) values ('x', '{x}', '{y}', '')`,
    may: isProgrammeSteward,
  },
];

type Row = View['world'][string][number];

const pick = (rows: readonly Row[], which: string): Row => rows.at(which === 'first' ? 0 : -1)!;
const requestOf = ({ world }: View, which: string) => pick(world.cases!, which).request_id;

/** Those who work on a case: both sides and the intake, while it is theirs; a copy or a guest does not. Its own job. */
function worksOn({ actor, parts }: View, about: { request?: unknown; case?: unknown }): boolean {
  const sides = { person: ['requester', 'receiver', 'intake'], job: ['system'] }[actor?.kind as string];
  return parts.some(
    part =>
      (part.request === about.request || part.case === about.case) &&
      part.until === null &&
      sides?.includes(part.side),
  );
}

function isLooseJob(actor: Actor): boolean {
  return actor.kind === 'job' && actor.case === null;
}

function ofItsCase({ actor }: View): boolean {
  return actor?.kind === 'job' && actor.case !== null;
}
