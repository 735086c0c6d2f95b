import { planOf, usualChoices } from '../../domain/notices/choices.ts';
import { MailRefused } from '../ports/mailer.ts';
import { actorOf, type Handler } from './handler.ts';

const template = 'draft-to-sign' as const;

/** A draft was given to sign: whoever may sign it hears so at the moment that they chose for such messages. */
export const tellSigners: Handler = {
  kind: 'tell-signers',
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const draft = Number(job.payload.draft);
      for (const { person, choices } of await tx.drafts.signers({ draft })) {
        const plan = planOf({ template, pressing: false }, choices ?? usualChoices, app.clock.now());
        const payload = { person, at: tx.now };
        // What comes before that moment is told of together.
        const later = 'at' in plan ? { runAfter: plan.at, unique: `tell-signer:${person}:${plan.at}` } : {};
        if (plan.when !== 'never') await tx.jobs.add({ kind: 'tell-signer', payload, ...later });
      }
      await tx.jobs.finish(job);
    }),
};

/** The message to one of them: how many wait, and nothing of whom they are about. None when all are signed by now. */
export const tellSigner: Handler = {
  kind: 'tell-signer',
  run: async (job, app) => {
    const person = Number(job.payload.person);
    const [found] = await app.db.as(actorOf(job), tx => tx.drafts.signers({ person }));
    if (!found) return;
    const { address, language: lang, waiting } = found;
    const { channel, smsTo } = found.choices ?? usualChoices;
    const texts = channel === 'sms' && smsTo !== null;
    const host = new URL(app.config.baseUrl).hostname;
    await (texts ? app.texter : app.mailer)
      .send({
        ...{ messageId: `sign.${person}.${Date.parse(String(job.payload.at))}@${host}` },
        ...{ to: texts ? smsTo : address, lang, template, reference: String(waiting) },
        link: `${app.config.baseUrl}/worklist/drafts`,
      })
      .catch((error: unknown) => {
        if (!(error instanceof MailRefused)) throw error;
      });
  },
};
