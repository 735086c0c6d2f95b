import type { Addressee, Messages, ShownMessage, SiteChoices, TakenMessage } from '../app/ports/messages.ts';
import type { Choices } from '../domain/notices/choices.ts';
import type { Querier } from './querier.ts';

/** Messages of one transaction: every call is one function of the database. */
export function messagesOf(q: Querier): Messages {
  return {
    address: upto =>
      q.rows<Addressee>(
        `select notice, message_id as "messageId", template, urgent, person, site, contact, address, language, link,
           closed, choices
         from address_notices($1)`,
        [upto],
      ),
    makeLink: async ({ nonce, tokenHash, contact, address, language }) => {
      const values = [nonce, tokenHash, contact, address, language];
      const sql = `select make_patient_link($1, decode($2, 'hex'), $3, $4, $5) as id`;
      return (await q.one<{ id: number }>(sql, values))!.id;
    },
    add: async messages => {
      const rows = messages.map(({ messageId, sendAfter, ...message }) => ({
        ...message,
        ...{ message_id: messageId, send_after: sendAfter },
      }));
      await q.rows('select add_messages($1)', [JSON.stringify(rows)]);
    },
    take: recipient =>
      q.one<TakenMessage>(
        `select id, message_id as "messageId", "case", channel, address, language, template, params,
           request_key as "requestKey", nonce, tries, too_old as "tooOld", lines from take_message($1)`,
        [recipient],
      ),
    settle: async (message, state, why) => {
      await q.rows('select settle_message($1, $2, $3)', [message, state, why ?? null]);
    },
    claimReminders: limit => q.rows(`select "case", starts, hours from claim_visit_reminders($1)`, [limit]),
    bounced: async (messageId, why) =>
      (await q.one<{ told: number | null }>('select message_bounced($1, $2) as told', [messageId, why]))!
        .told,
    choices: async () =>
      (await q.one<{ chosen: Choices | null }>('select my_message_choices() as chosen'))!.chosen,
    mailAgreed: async () => (await q.one<{ agreed: boolean }>('select my_mail_agreed() as agreed'))!.agreed,
    choose: async choices => {
      await q.rows('select set_my_message_choices($1)', [JSON.stringify(choices)]);
    },
    siteChoices: async () =>
      (await q.one<{ chosen: SiteChoices | null }>('select my_site_notices() as chosen'))!.chosen,
    chooseForSite: async choices =>
      (await q.one<{ ok: boolean }>('select set_my_site_notices($1) as ok', [JSON.stringify(choices)]))!.ok,
    shown: limit =>
      q.rows<ShownMessage>(
        `select id, message_id as "messageId", channel, address, language, template, params,
           request_key as "requestKey", nonce, name, state, why, made_at as "madeAt", send_after as "sendAfter" from demo_messages($1)`,
        [limit],
      ),
  };
}
