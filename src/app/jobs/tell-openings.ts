import { MailRefused } from '../ports/mailer.ts';
import { actorOf, type Handler } from './handler.ts';

/** Wishes that one round tells. */
const most = 500;

/** Every ten minutes: whoever waits for a service hears that it takes people again, whether somebody said so or a pause ended. */
export const findOpenings: Handler = {
  kind: 'find-openings',
  every: 600,
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      for (const { person, service } of await tx.openingWishes.take(most))
        await tx.jobs.add({ kind: 'tell-opening', payload: { person, service, at: tx.now } });
      await tx.jobs.finish(job);
    }),
};

/** The mail to one of them, in their language. */
export const tellOpening: Handler = {
  kind: 'tell-opening',
  run: async (job, app) => {
    const person = Number(job.payload.person);
    const [service, account] = await app.db.as(actorOf(job), async tx => [
      (await tx.directory.servicesByIds([Number(job.payload.service)]))[0],
      await tx.people.account(person),
    ]);
    if (!service || !account) return;
    const { email: to, language: lang } = account;
    const host = new URL(app.config.baseUrl).hostname;
    const at = Date.parse(String(job.payload.at));
    await app.mailer
      .send({
        ...{ messageId: `open.${service.key}.${person}.${at}@${host}`, to, lang },
        ...{ template: 'service-open', reference: service.name[lang] },
        link: `${app.config.baseUrl}/directory/${service.key}`,
      })
      .catch((error: unknown) => {
        if (!(error instanceof MailRefused)) throw error;
      });
  },
};
