import { MailRefused } from '../ports/mailer.ts';
import { actorOf, type Handler } from './handler.ts';

/**
 * Writes to whoever asked to keep a listing what the programme answered. Tried again while the post is away; the Message-ID is
 * the claim's own, so nobody gets two.
 */
export const tellClaim: Handler = {
  kind: 'tell-claim',
  run: async (job, app) => {
    const claim = await app.db.as(actorOf(job), tx => tx.claims.byId(Number(job.payload.claim)));
    if (!claim?.answer) return;
    const host = new URL(app.config.baseUrl).hostname;
    await app.mailer
      .send({
        ...{ messageId: `claim.${claim.key}@${host}`, to: claim.email, lang: claim.language },
        template: claim.answer === 'approved' ? 'listing-validated' : 'listing-refused',
        reference: claim.language === 'fr' ? claim.facility.nameFr : claim.facility.nameEn,
        link: `${app.config.baseUrl}/listings`,
        ...(claim.answer === 'refused' && { reason: claim.note }),
      })
      .catch((error: unknown) => {
        if (!(error instanceof MailRefused)) throw error;
      });
  },
};
