import { passwordLinkHours } from '../people/choose-password.ts';
import { MailRefused } from '../ports/mailer.ts';
import type { Account } from '../ports/people.ts';
import { passwordToken, tokenHash } from '../tokens.ts';
import { actorOf, type Handler } from './handler.ts';

/** Links to a new password that one person is sent within an hour. */
const mostResets = 3;

/** The messages about an account, by what its job says. */
const templates = ['password-reset', 'password-invite', 'password-changed', 'place-added'] as const;

/**
 * Writes to somebody about their password. The token of the link is worked out from the job's own number, so that a second try
 * after a cut sends the same link under the same Message-ID.
 */
export const tellPassword: Handler = {
  kind: 'tell-password',
  run: async (job, app) => {
    const { person, nonce } = { person: Number(job.payload.person), nonce: String(job.payload.nonce) };
    const template = templates.find(one => one === job.payload.template);
    const token = passwordToken(app.config.secretKey, nonce);
    const account = await app.db.as(actorOf(job), async tx => {
      const found = await tx.people.account(person);
      if (found === null || template !== 'password-reset') return found;
      if (await tx.people.readLink(tokenHash(token))) return found;
      if (found.resets >= mostResets) return null;
      await tx.people.makeLink({ ...linkOf(person, found), tokenHash: tokenHash(token) });
      return found;
    });
    if (account === null || template === undefined) return;
    const path =
      template === 'password-changed' || template === 'place-added' ? '/account' : `/password/${token}`;
    const host = new URL(app.config.baseUrl).hostname;
    await app.mailer
      .send({
        ...{ messageId: `${nonce}@${host}`, to: account.email, lang: account.language, template },
        ...{ reference: account.email, link: `${app.config.baseUrl}${path}` },
      })
      .catch((error: unknown) => {
        if (!(error instanceof MailRefused)) throw error;
      });
  },
};

function linkOf(person: number, { language }: Account) {
  return { kind: 'reset', person, language, hours: passwordLinkHours.reset } as const;
}
