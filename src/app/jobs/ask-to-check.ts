import { MailRefused } from '../ports/mailer.ts';
import { actorOf, type Handler } from './handler.ts';

/** Every day: whoever keeps a listing that nobody has checked for a year is asked to, and again every 90 days until it is. */
export const askToCheck: Handler = {
  kind: 'ask-to-check',
  every: 86_400,
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      for (const { site, person } of await tx.listings.askToCheck())
        await tx.jobs.add({
          kind: 'tell-unchecked',
          payload: { site, person, day: tx.now.slice(0, 10) },
        });
      await tx.jobs.finish(job);
    }),
};

/** The mail to one of them, in their language. */
export const tellUnchecked: Handler = {
  kind: 'tell-unchecked',
  run: async (job, app) => {
    const { site, person, day } = job.payload;
    const [at, account] = await app.db.as(actorOf(job), async tx => [
      (await tx.sites.byIds([Number(site)]))[0],
      await tx.people.account(Number(person)),
    ]);
    if (!at || !account) return;
    const { email: to, language: lang } = account;
    const host = new URL(app.config.baseUrl).hostname;
    await app.mailer
      .send({
        ...{ messageId: `unchecked.${at.key}.${person}.${day}@${host}`, to, lang },
        ...{ template: 'listings-unchecked', reference: lang === 'fr' ? at.nameFr : at.nameEn },
        link: `${app.config.baseUrl}/listings`,
      })
      .catch((error: unknown) => {
        if (!(error instanceof MailRefused)) throw error;
      });
  },
};
