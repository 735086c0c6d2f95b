import type {
  Account,
  Colleague,
  Credential,
  Link,
  MemberCard,
  Membership,
  PasswordLink,
  People,
  Session,
} from '../app/ports/people.ts';
import type { Instant } from '../domain/case/time.ts';
import type { Querier } from './querier.ts';

/** People of one transaction: every call is one function of the database. */
export function peopleOf(q: Querier): People {
  const byLicence: People['byLicence'] = licence =>
    q.one('select key, name, site from clinician_by_licence($1)', [licence]);
  return { ...credentialsOf(q), ...sessionsOf(q), ...linksOf(q), ...membersOf(q), byLicence };
}

const hash = (parameter: string) => `decode(${parameter}, 'hex')`;

type Part<K extends keyof People> = Pick<People, K>;

function credentialsOf(
  q: Querier,
): Part<
  | 'findCredential'
  | 'account'
  | 'setCredential'
  | 'recordSignInAttempt'
  | 'passSignInAttempt'
  | 'signInFailures'
> {
  return {
    findCredential: email => q.one<Credential>('select * from find_credential($1)', [email]),
    account: person => q.one<Account>('select * from account_of($1)', [person]),
    setCredential: async (person, secret, keep) => {
      await q.rows('select set_credential($1, $2, $3)', [person, secret, keep ?? null]);
    },
    recordSignInAttempt: async ({ email, ip, ok }) =>
      (await q.one<{ id: number }>('select record_sign_in_attempt($1, $2, $3) as id', [email, ip, ok]))!.id,
    passSignInAttempt: async attempt => void (await q.rows('select pass_sign_in_attempt($1)', [attempt])),
    signInFailures: async (email, ip, minutes) => {
      const row = await q.one<{ by_both: number; by_email: number; by_ip: number }>(
        'select * from sign_in_failures($1, $2, make_interval(mins => $3))',
        [email, ip, minutes],
      );
      return { byBoth: row!.by_both, byEmail: row!.by_email, byIp: row!.by_ip };
    },
  };
}

function sessionsOf(
  q: Querier,
): Part<
  | 'openSession'
  | 'readSession'
  | 'touchSession'
  | 'rotateSession'
  | 'switchSession'
  | 'closeSession'
  | 'closeSessionsOf'
  | 'sweep'
  | 'setLanguage'
> {
  return {
    openSession: async (tokenHash, of) => {
      const [person, link] = 'person' in of ? [of.person, null] : [null, of.link];
      const sql = `select open_session(${hash('$1')}, $2, $3) as id`;
      return (await q.one<{ id: number | null }>(sql, [tokenHash, person, link]))!.id;
    },
    readSession: async tokenHash => {
      const row = await q.one<SessionRow>(`select * from read_session(${hash('$1')})`, [tokenHash]);
      return row && sessionFrom(row);
    },
    touchSession: async tokenHash => void (await q.rows(`select touch_session(${hash('$1')})`, [tokenHash])),
    rotateSession: async (session, tokenHash) =>
      void (await q.rows(`select rotate_session($1, ${hash('$2')})`, [session, tokenHash])),
    switchSession: async (session, member, actingFor) => {
      const sql = 'select switch_session($1, $2, $3) as done';
      return (await q.one<{ done: boolean }>(sql, [session, member, actingFor]))!.done;
    },
    closeSession: async tokenHash => void (await q.rows(`select close_session(${hash('$1')})`, [tokenHash])),
    closeSessionsOf: async person =>
      (await q.one<{ n: number }>('select close_sessions_of($1) as n', [person]))!.n,
    sweep: async () => void (await q.rows('select sweep_sign_in()')),
    setLanguage: async (person, language) =>
      void (await q.rows('select set_language($1, $2)', [person, language])),
  };
}

function linksOf(
  q: Querier,
): Part<'makeLink' | 'readLink' | 'wrongDate' | 'useLink' | 'redeemLink' | 'voidLink' | 'passwordLink'> {
  return {
    makeLink: async link => {
      const row = await q.one<{ id: number }>(
        `select make_link(${hash('$1')}, $2, $3, $4, $5, $6, $7, make_interval(hours => $8)) as id`,
        [
          link.tokenHash,
          link.kind,
          link.request ?? null,
          link.case ?? null,
          link.contact ?? null,
          link.person ?? null,
          link.language,
          link.hours,
        ],
      );
      return row!.id;
    },
    readLink: tokenHash =>
      q.one<Link>(
        `select link as id, kind, request, "case", contact, person, language, expires_at as "expiresAt",
           used_at as "usedAt", voided_at as "voidedAt", wrong_dates as "wrongDates"
         from read_link(${hash('$1')})`,
        [tokenHash],
      ),
    wrongDate: async link => (await q.one<{ left: number }>('select wrong_date($1) as left', [link]))!.left,
    useLink: async link => (await q.one<{ ok: boolean }>('select use_link($1) as ok', [link]))!.ok,
    redeemLink: async (tokenHash, secret) => {
      const sql = `select redeem_link(${hash('$1')}, $2) as person`;
      return (await q.one<{ person: number | null }>(sql, [tokenHash, secret]))!.person;
    },
    passwordLink: tokenHash =>
      q.one<PasswordLink>(`select name, email, invited from password_link(${hash('$1')})`, [tokenHash]),
    voidLink: async link => void (await q.rows('select void_link($1)', [link])),
  };
}

const card = `member, key, site, unit, name, title, roles, licence, job_title_en as "jobTitleEn",
  job_title_fr as "jobTitleFr"`;

function membersOf(q: Querier): Part<'createPerson' | 'addMember' | 'delegate' | 'cards' | 'colleagues'> {
  return {
    createPerson: async p => {
      const values = [p.key, p.name, p.given, p.family, p.title, p.email, p.language];
      const sql = 'select create_person($1, $2, $3, $4, $5, $6, $7) as id';
      return (await q.one<{ id: number }>(sql, values))!.id;
    },
    addMember: async m => {
      const job = [m.responsible, m.licence, m.jobTitleEn, m.jobTitleFr];
      const sql = 'select add_member($1, $2, $3, $4, $5, $6, $7, $8, $9) as id';
      return (await q.one<{ id: number }>(sql, [m.key, m.person, m.site, m.unit, m.roles, ...job]))!.id;
    },
    delegate: async (giver, delegate) => void (await q.rows('select delegate($1, $2)', [giver, delegate])),
    cards: members => q.rows<MemberCard>(`select ${card} from member_cards($1)`, [members]),
    colleagues: site =>
      q.rows<Colleague>(`select ${card}, person, responsible, language, email from site_members($1)`, [site]),
  };
}

interface SessionRow {
  session: number;
  person: number | null;
  person_key: string;
  name: string;
  email: string;
  language: 'en' | 'fr';
  member: number | null;
  acting_for: number | null;
  opened_at: Instant;
  seen_at: Instant;
  memberships: MembershipRow[];
  link: number;
  link_kind: string;
  request: number;
  case: number;
  contact: number | null;
}

interface MembershipRow extends Pick<Membership, 'member' | 'key' | 'site' | 'zone' | 'unit' | 'roles'> {
  site_key: string;
  site_name_en: string;
  site_name_fr: string;
  unit_name_en: string | null;
  unit_name_fr: string | null;
  job_title_en: string | null;
  job_title_fr: string | null;
  acts_for: Membership['actsFor'];
}

function sessionFrom(row: SessionRow): Session {
  const { opened_at: openedAt, seen_at: seenAt, language, contact, link } = row;
  const common = { id: row.session, openedAt, seenAt, language };
  if (row.person === null)
    return row.link_kind === 'patient'
      ? { ...common, of: 'patient', link, request: row.request, contact }
      : { ...common, of: 'guest', link, case: row.case, contact };
  const memberships = row.memberships.map(membershipFrom);
  const membership = memberships.find(m => m.member === row.member) ?? memberships[0] ?? null;
  // A permission that was taken back, or a place that ended, ends the acting too.
  const actingFor = membership?.actsFor.some(g => g.member === row.acting_for) ? row.acting_for : null;
  const { person, person_key: personKey, name, email } = row;
  return { ...common, of: 'person', person, personKey, name, email, memberships, membership, actingFor };
}

function membershipFrom(row: MembershipRow): Membership {
  const { member, key, site, zone, unit, roles, acts_for: actsFor } = row;
  return {
    ...{ member, key, site, zone, unit, roles, actsFor },
    siteKey: row.site_key,
    siteNameEn: row.site_name_en,
    siteNameFr: row.site_name_fr,
    unitNameEn: row.unit_name_en,
    unitNameFr: row.unit_name_fr,
    jobTitleEn: row.job_title_en,
    jobTitleFr: row.job_title_fr,
  };
}
