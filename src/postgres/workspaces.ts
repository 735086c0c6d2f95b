import type { Claim, GuestTry, Invitation, Workspaces } from '../app/ports/workspaces.ts';
import type { Querier } from './querier.ts';

type InvitationRow = Omit<Invitation, 'closed'> & { closed: Invitation['closed'] };
type NameRow = { link: number; name: string | null; en: string | null; fr: string | null };

/** Workspaces in one transaction: every call is one function of the database. */
export function workspacesOf(q: Querier): Workspaces {
  const yes = async (sql: string, values: unknown[]) =>
    (await q.one<{ ok: boolean }>(`select ${sql} as ok`, values))?.ok === true;
  return {
    mayInvite: key => yes('case_to_invite($1) is not null', [key]),
    makeLink: async ({ caseKey, nonce, tokenHash, channel, to, language, until }) => {
      const values = [caseKey, nonce, tokenHash, channel, to, language, until];
      const sql = `select make_guest_link($1, $2, decode($3, 'hex'), $4, $5, $6, $7) as id`;
      return (await q.one<{ id: number | null }>(sql, values))?.id ?? null;
    },
    close: async (id, why) => {
      await q.rows('select close_guests($1, $2)', [id, why]);
    },
    invitation: key => q.one<InvitationRow>(invitation, [key]),
    toTell: link =>
      q.one(`select nonce, channel, sent_to as "to", language, reference, code from guest_to_tell($1)`, [
        link,
      ]),
    door: hash =>
      q.one(`select channel, sent_to as "to", language, holder from guest_door(decode($1, 'hex'))`, [hash]),
    askCode: (hash, nonce) =>
      q.one(`select link, "case" from ask_guest_code(decode($1, 'hex'), $2)`, [hash, nonce]),
    try: async (hash, day) => {
      const sql = `select result, nonce, link, "case", tries_left as "triesLeft" from try_guest(decode($1, 'hex'), $2)`;
      return (await q.one<GuestTry>(sql, [hash, day]))!;
    },
    void: hash => yes(`void_guest(decode($1, 'hex'))`, [hash]),
    open: (hash, { code, hash: session, holder }) =>
      yes(`open_guest(decode($1, 'hex'), $2, decode($3, 'hex'), $4)`, [hash, code, session, holder]),
    mine: () =>
      q.one(`select case_key as "caseKey", request_key as "requestKey", holder, until from guest_case()`, []),
    makeRequisition: ({ caseKey, nonce, tokenHash, language }) =>
      yes(`make_requisition($1, $2, decode($3, 'hex'), $4)`, [caseKey, nonce, tokenHash, language]),
    requisition: key =>
      q.one('select nonce, language, made_at as "madeAt", until from requisition_of($1)', [key]),
    claim: async (hash, day) => {
      const sql = `select result, case_key as "caseKey", request_key as "requestKey", link, "case",
        tries_left as "triesLeft" from claim_requisition(decode($1, 'hex'), $2)`;
      return (await q.one<Claim>(sql, [hash, day]))!;
    },
    names: cases => namesIn(q, cases),
  };
}

async function namesIn(q: Querier, cases: readonly number[]) {
  const sql = `select link, name, site_en as en, site_fr as fr from guest_names($1)`;
  const rows = await q.rows<NameRow>(sql, [cases]);
  return rows.map(({ link, name, en, fr }) => ({
    link,
    name,
    site: en === null ? null : { en, fr: fr ?? en },
  }));
}

const invitation = `select link, channel, sent_to as "to", nonce, language, made_at as "madeAt", until,
  opened_at as "openedAt", holder, closed from invitation_of($1)`;
