import type { Staff, StaffMember, StaffOutcome } from '../app/ports/staff.ts';
import type { Querier } from './querier.ts';

/** The members of one's own site, in one transaction: every call is one function of the database. */
export function staffOf(q: Querier): Staff {
  const outcome = async (sql: string, values: unknown[]) =>
    (await q.one<{ outcome: StaffOutcome }>(`select ${sql} as outcome`, values))!.outcome;
  return {
    all: () =>
      q.rows<StaffMember>(
        `select member, key, person, name, title, email, language, unit, roles, licence, job_title_en as "jobTitleEn",
           job_title_fr as "jobTitleFr", responsible, from_day as "fromDay", until_day as "untilDay", suspended, ended,
           has_password as "hasPassword", acts_for as "actsFor", holds::int as holds,
           mail_failed as "mailFailed"
         from site_staff()`,
        [],
      ),
    unreached: async () =>
      (await q.one<{ count: number }>('select unreached_staff() as count', []))?.count ?? 0,
    personWithEmail: async email =>
      (await q.one<{ person: number | null }>('select person_with_email($1) as person', [email]))!.person,
    change: (key, { roles, unit, licence, jobTitleEn, jobTitleFr, responsible }) =>
      outcome('change_member($1, $2, $3, $4, $5, $6, $7)', [
        ...[key, roles, unit, licence, jobTitleEn, jobTitleFr, responsible],
      ]),
    suspend: (key, suspended) => outcome('suspend_member($1, $2)', [key, suspended]),
    settleMail: key => outcome('settle_mail($1)', [key]),
    end: (key, until) => outcome('end_member($1, $2)', [key, until]),
    delegates: async () =>
      (await q.rows<{ member: number }>('select member from my_delegates()', [])).map(row => row.member),
    revoke: async (giver, delegate) =>
      void (await q.rows('select revoke_delegation($1, $2)', [giver, delegate])),
  };
}
