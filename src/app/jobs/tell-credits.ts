import { MailRefused } from '../ports/mailer.ts';
import { actorOf, type Handler } from './handler.ts';

/** Every day: authors whose public answers settled something are told of all of it at once, at most every 30 days. */
export const findCredits: Handler = {
  kind: 'find-credits',
  every: 86_400,
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      for (const { person, settled } of await tx.library.creditsToTell())
        await tx.jobs.add({ kind: 'tell-credits', payload: { person, settled, day: tx.now.slice(0, 10) } });
      await tx.jobs.finish(job);
    }),
};

/** The mail to one of them, in their language: how many, and where they see which. */
export const tellCredits: Handler = {
  kind: 'tell-credits',
  run: async (job, app) => {
    const { person, settled, day } = job.payload;
    const account = await app.db.as(actorOf(job), tx => tx.people.account(Number(person)));
    if (!account) return;
    const host = new URL(app.config.baseUrl).hostname;
    await app.mailer
      .send({
        ...{ messageId: `credits.${person}.${day}@${host}`, to: account.email, lang: account.language },
        ...{ template: 'library-settled', reference: String(settled) },
        link: `${app.config.baseUrl}/library/mine`,
      })
      .catch((error: unknown) => {
        if (!(error instanceof MailRefused)) throw error;
      });
  },
};
