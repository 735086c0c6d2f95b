import { MailRefused } from '../ports/mailer.ts';
import { actorOf, type Handler } from './handler.ts';

/**
 * Writes to whoever asked to join that the programme said no, with its reason. A site that is opened is told with its invitation
 * instead. An answer that was changed has a Message-ID of its own.
 */
export const tellJoin: Handler = {
  kind: 'tell-join',
  run: async (job, app) => {
    const asked = await app.db.as(actorOf(job), tx => tx.joinRequests.byId(Number(job.payload.request)));
    if (!asked?.answer || asked.answer === 'invited') return;
    const { key, version, email: to, language: lang, siteName: reference, answer, note } = asked;
    const host = new URL(app.config.baseUrl).hostname;
    const declined = answer === 'declined';
    await app.mailer
      .send({
        ...{ messageId: `join.${key}.${version}@${host}`, to, lang, reference },
        template: declined ? 'join-declined' : 'join-duplicate',
        link: `${app.config.baseUrl}/${declined ? 'join' : 'sign-in'}`,
        ...(declined && { reason: note }),
      })
      .catch((error: unknown) => {
        if (!(error instanceof MailRefused)) throw error;
      });
  },
};
