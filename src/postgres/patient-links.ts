import type { CaseSender, LinkTry, Look, PatientLinks } from '../app/ports/patient-links.ts';
import type { Querier } from './querier.ts';

interface TryRow {
  result: LinkTry['result'];
  tries_left: number;
  link: number | null;
  told: number | null;
}

/** The patient's door in one transaction. */
export function patientLinksOf(q: Querier): PatientLinks {
  return {
    lives: async hash =>
      (await q.one<{ ok: boolean }>(`select patient_link_lives(decode($1, 'hex')) as ok`, [hash]))!.ok,
    open: async (hash, day, session) => {
      const sql = `select * from open_patient_link(decode($1, 'hex'), $2, decode($3, 'hex'))`;
      return tried((await q.one<TryRow>(sql, [hash, day, session]))!);
    },
    refuse: hash => q.one<{ link: number; told: number }>(refuse, [hash]),
    requestKey: async () =>
      (await q.one<{ key: string }>('select key from requests where id = (select app_request())'))?.key ??
      null,
    looks: limit =>
      q.rows<Look>(
        `select at, kind, name, site_en as "siteEn", site_fr as "siteFr", act, what from my_record($1)`,
        [limit],
      ),
    ways: key => q.one('select nonce, made_at as "madeAt", closed from patient_ways($1)', [key]),
    makeLetter: async ({ requestKey, nonce, tokenHash, language }) => {
      const sql = `select make_letter($1, $2, decode($3, 'hex'), $4) as ok`;
      return (await q.one<{ ok: boolean }>(sql, [requestKey, nonce, tokenHash, language]))!.ok;
    },
    renew: key => q.one('select notice, "case" from renew_patient_links($1)', [key]),
    openCase: async id => {
      const sql = `select key from cases where id = $1 and jsonb_typeof(state->'hold') = 'object'`;
      return (await q.one<{ key: string }>(sql, [id]))?.key ?? null;
    },
    waiting: key =>
      q.rows(
        `select c.id as "case", c.key from cases c join requests r on r.id = c.request_id
         where r.key = $1 and c.state ? 'errand'`,
        [key],
      ),
    sender: () => q.one<CaseSender>('select * from case_sender()'),
  };
}

const refuse = `select * from refuse_patient_link(decode($1, 'hex'))`;

function tried({ result, tries_left: triesLeft, link, told }: TryRow): LinkTry {
  if (result === 'dead') return { result, link, told };
  return result === 'opened' ? { result, link: link! } : { result, link: link!, triesLeft };
}
