import type { CodeToSend, Helper, OtherRequest, PortalPeople } from '../app/ports/portal-people.ts';
import type { Querier } from './querier.ts';

/** Helpers and codes in one transaction: every call is one function of the database. */
export function portalPeopleOf(q: Querier): PortalPeople {
  const yes = async (sql: string, values: unknown[] = []) =>
    (await q.one<{ ok: boolean | null }>(`select ${sql} as ok`, values))?.ok === true;
  return {
    helpers: () => q.rows<Helper>('select key, name, email, given_at as "givenAt" from my_helpers()'),
    mayLetIn: () => yes('may_let_in()'),
    letIn: ({ key, name, email, language }) =>
      q.one('select helper, "case" from let_in($1, $2, $3, $4)', [key, name, email, language]),
    takeBack: key => yes('take_back_access($1)', [key]),
    secondChannel: () => q.one('select channel, address from my_second_channel()'),
    askCode: nonce => yes('ask_code($1)', [nonce]),
    codeToSend: link =>
      q.one<CodeToSend>('select nonce, channel, address, language from code_to_send($1)', [link]),
    tryCode: async () => (await q.one<{ nonce: string | null }>('select try_code() as nonce'))?.nonce ?? null,
    passCode: (session, nonce) => yes(`pass_code(decode($1, 'hex'), $2)`, [session, nonce]),
    requests: session =>
      q.rows<OtherRequest>(`select id, key, reference from my_requests(decode($1, 'hex'))`, [session]),
    goTo: (session, { key, nonce, tokenHash }) =>
      yes(`go_to_request(decode($1, 'hex'), $2, $3, decode($4, 'hex'))`, [session, key, nonce, tokenHash]),
  };
}
