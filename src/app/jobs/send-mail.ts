import type { App, AppConfig } from '../app.ts';
import type { Job } from '../ports/jobs.ts';
import { type Mail, type MailLine, MailRefused, MailUnavailable, type MailVisit } from '../ports/mailer.ts';
import type { MessageLine, ShownMessage, TakenMessage } from '../ports/messages.ts';
import type { NoticeParams } from '../ports/notices.ts';
import { patientToken, visitMark } from '../tokens.ts';
import { actorOf, type Handler } from './handler.ts';
import { addSending } from './send-notice.ts';

/**
 * Hands everything that waits for one recipient to the post, oldest first. A message is marked as sent after the server
 * took it: a crash between the two sends it again, with the same Message-ID. A server that is away costs no try: the job
 * makes way for one that comes later, for three days.
 */
export const sendMail: Handler = {
  kind: 'send-mail',
  run: async (job, app) => {
    const to = String(job.payload.to);
    for (;;) {
      const message = await app.db.as(actorOf(job), tx => tx.messages.take(to));
      if (message === null) return;
      const later = await handOver(app, job, message);
      if (later !== undefined) return comeBack(app, job, { to, later });
    }
  },
};

/** What leaves for a message, and what the demonstration's mailbox shows. */
export function mailOf(
  config: AppConfig,
  message: Pick<
    ShownMessage,
    'messageId' | 'address' | 'language' | 'template' | 'params' | 'requestKey' | 'nonce'
  > & { lines?: TakenMessage['lines'] },
): Mail {
  const { messageId, address: to, language: lang, params } = message;
  const first = lineOf(config, { ...message, reference: String(params.reference) });
  const lines = (message.lines ?? []).map(line => lineOf(config, line));
  const visit = visitOf(first, params);
  return { messageId, to, lang, ...first, ...(lines.length > 1 ? { lines } : visit && { visit }) };
}

/** Of a reminder of a visit; its links say which visit they are about by a mark, not by its time. */
function visitOf({ template, link }: MailLine, params: NoticeParams): MailVisit | undefined {
  if (template !== 'patient-visit') return undefined;
  const { uid, turn, start, length, confirmed, at } = params;
  const about = `visit=${visitMark(String(start))}`;
  return {
    ...{
      uid: `${uid}@eservices`,
      sequence: Number(turn),
      start: String(start),
      confirmed: confirmed === true,
    },
    ...{ made: String(at), ...(length !== undefined && { length: Number(length) }) },
    ...(params.form === true && { form: true as const }),
    ...(params.papers === true && { papers: true as const }),
    ...{ confirmLink: `${link}?to=confirm&${about}`, cannotLink: `${link}?to=cannot-come&${about}` },
  };
}

function lineOf(config: AppConfig, { template, reference, requestKey, nonce }: MessageLine): MailLine {
  // The programme never opens a request: it sees the number, the sites and the delay.
  const own = ['late-in-the-network', 'nobody-free-network'].includes(template)
    ? '/programme'
    : `/requests/${requestKey}`;
  const path = nonce === null ? own : `/p/${patientToken(config.secretKey, nonce)}`;
  return { template, reference, link: `${config.baseUrl}${path}` };
}

/** Undefined when the message is done with, else the seconds to wait before the post is asked again. */
async function handOver(app: App, job: Job, message: TakenMessage): Promise<number | undefined> {
  const { id, tries, tooOld } = message;
  const by = message.channel === 'sms' ? app.texter : app.mailer;
  const refused = await by.send(mailOf(app.config, message)).then(
    () => undefined,
    (error: unknown) => {
      if (error instanceof MailRefused || error instanceof MailUnavailable) return error;
      throw error;
    },
  );
  if (refused instanceof MailUnavailable && !tooOld) {
    await app.db.as(actorOf(job), tx => tx.messages.settle(id, 'waiting', refused.message));
    return Math.min(15 * 60, 10 * tries * tries);
  }
  await app.db.as(actorOf(job), async tx => {
    await tx.messages.settle(id, refused ? 'failed' : 'sent', refused?.message);
    // Somebody who works here sees it in the story; a patient has nobody else who would notice.
    if (refused && message.nonce !== null)
      await tx.jobs.add({ kind: 'tell-sender', payload: { case: message.case, template: 'not-delivered' } });
  });
  return undefined;
}

/** Ends this job and adds one for later in one go. */
async function comeBack(app: App, job: Job, next: { to: string; later: number }): Promise<void> {
  const runAfter = new Date(Date.parse(app.clock.now()) + next.later * 1_000).toISOString();
  await app.db.as(actorOf(job), async tx => {
    await addSending(tx, next.to, runAfter);
    await tx.jobs.finish(job);
  });
}
