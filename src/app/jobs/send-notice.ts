import { planOf, usualChoices } from '../../domain/notices/choices.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { secret } from '../ports/ids.ts';
import type { Addressee, NewMessage } from '../ports/messages.ts';
import { messageIdFor, patientToken, tokenHash } from '../tokens.ts';
import { actorOf, type Handler } from './handler.ts';

/**
 * Finds the people a notice is for and writes each a message, which `send-mail` hands to the post. Notices of a case are
 * taken in their order; a notice whose people were found already makes nothing.
 */
export const sendNotice: Handler = {
  kind: 'send-notice',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const found = await tx.messages.address(Number(job.payload.notice));
      const messages = await messagesFor(app, tx, found);
      await tx.messages.add(messages);
      await addSendings(tx, messages);
      await tx.jobs.finish(job);
    }),
};

/**
 * A job that sends all that waits for a recipient. While the post is away one of them stands by; new messages bring their
 * own, which cannot be lost to one that has just looked and found nothing.
 */
export function addSending(tx: Tx, to: string, runAfter?: string): Promise<void> {
  const later = runAfter === undefined ? {} : { runAfter, unique: `send-mail:${to}` };
  return tx.jobs.add({ kind: 'send-mail', payload: { to }, ...later });
}

async function messagesFor(app: App, tx: Tx, found: readonly Addressee[]): Promise<NewMessage[]> {
  const made = new Map<string, number>();
  const messages: NewMessage[] = [];
  for (const one of found) {
    if (one.closed) continue;
    const link = one.person === null && one.site === null ? await linkOf(app, tx, one, made) : null;
    messages.push(messageTo(one, link, app.clock.now()));
  }
  return messages;
}

/** The message of one notice to one recipient, by the way and at the time they chose. */
function messageTo(one: Addressee, link: number | null, now: string): NewMessage {
  const choices = one.choices ?? usualChoices;
  const plan = planOf({ template: one.template, pressing: one.urgent }, choices, now);
  const staff = one.site === null ? `person:${one.person}` : `site:${one.site}`;
  const recipient = link === null ? staff : `link:${link}`;
  const { notice, language } = one;
  const { smsTo } = choices;
  const chosen = choices.channel === 'sms' ? smsTo : null;
  // Who agreed to texts alone has no other address.
  const texts = chosen !== null || !one.address.includes('@');
  return {
    ...{ notice, recipient, link, language, channel: texts ? 'sms' : 'mail' },
    address: chosen ?? one.address,
    messageId: messageIdFor(one.messageId, recipient),
    ...('at' in plan ? { sendAfter: plan.at, together: plan.when === 'together' } : {}),
    ...(plan.when === 'never' ? { unwanted: true } : {}),
  };
}

/** Sends now what may go now; the rest has a job for its own moment. */
async function addSendings(tx: Tx, messages: readonly NewMessage[]): Promise<void> {
  const wanted = messages.filter(message => !message.unwanted);
  const now = wanted.filter(message => message.sendAfter === undefined);
  for (const to of new Set(now.map(message => message.recipient))) await addSending(tx, to);
  for (const { recipient: to, sendAfter } of wanted)
    if (sendAfter !== undefined)
      await tx.jobs.add({
        ...{ kind: 'send-mail', payload: { to } },
        ...{ runAfter: sendAfter, unique: `send-mail:${to}:${sendAfter}` },
      });
}

/** The link a contact has, or a new one; two notices found together share it. */
async function linkOf(app: App, tx: Tx, one: Addressee, made: Map<string, number>): Promise<number> {
  if (one.link !== null) return one.link;
  const mailbox = one.address.toLowerCase();
  const before = made.get(mailbox);
  if (before !== undefined) return before;
  const nonce = secret();
  const { contact, address, language } = one;
  const hash = tokenHash(patientToken(app.config.secretKey, nonce));
  const link = await tx.messages.makeLink({ nonce, tokenHash: hash, contact, address, language });
  made.set(mailbox, link);
  return link;
}
