import type { Addressee, Messages, ShownMessage, TakenMessage } from '../app/ports/messages.ts';
import type { Querier } from './querier.ts';

/** Messages of one transaction: every call is one function of the database. */
export function messagesOf(q: Querier): Messages {
  return {
    address: upto =>
      q.rows<Addressee>(
        `select notice, message_id as "messageId", person, contact, address, language, link, closed
         from address_notices($1)`,
        [upto],
      ),
    makeLink: async ({ nonce, tokenHash, contact, address, language }) => {
      const values = [nonce, tokenHash, contact, address, language];
      const sql = `select make_patient_link($1, decode($2, 'hex'), $3, $4, $5) as id`;
      return (await q.one<{ id: number }>(sql, values))!.id;
    },
    add: async messages => {
      const rows = messages.map(({ messageId, ...message }) => ({ ...message, message_id: messageId }));
      await q.rows('select add_messages($1)', [JSON.stringify(rows)]);
    },
    take: recipient =>
      q.one<TakenMessage>(
        `select id, message_id as "messageId", "case", address, language, template, params,
           request_key as "requestKey", nonce, tries, too_old as "tooOld" from take_message($1)`,
        [recipient],
      ),
    settle: async (message, state, why) => {
      await q.rows('select settle_message($1, $2, $3)', [message, state, why ?? null]);
    },
    shown: limit =>
      q.rows<ShownMessage>(
        `select id, message_id as "messageId", address, language, template, params, request_key as "requestKey",
           nonce, name, state, why, made_at as "madeAt" from demo_messages($1)`,
        [limit],
      ),
  };
}
