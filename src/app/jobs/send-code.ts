import { MailRefused } from '../ports/mailer.ts';
import { messageIdFor, patientCode } from '../tokens.ts';
import { actorOf, type Handler } from './handler.ts';

/**
 * Sends a code to the second channel of a link. Away, it is tried again; the code is good for ten minutes, and nothing is
 * sent after them. The message says the code and nothing else.
 */
export const sendCode: Handler = {
  kind: 'send-code',
  run: async (job, app) => {
    const found = await app.db.as(actorOf(job), tx => tx.portalPeople.codeToSend(Number(job.payload.link)));
    if (!found) return;
    const { nonce, channel, address: to, language: lang } = found;
    const host = new URL(app.config.baseUrl).hostname;
    await (channel === 'sms' ? app.texter : app.mailer)
      .send({
        ...{ messageId: messageIdFor(`${nonce}@${host}`, 'code'), to, lang, template: 'patient-code' },
        ...{ reference: patientCode(app.config.secretKey, nonce), link: `${app.config.baseUrl}/p/all` },
      })
      .catch((error: unknown) => {
        // The page says how to ask for another one.
        if (!(error instanceof MailRefused)) throw error;
      });
  },
};
