import type { Template } from '../../domain/notices/template.ts';
import type { App } from '../app.ts';
import { key } from '../ports/ids.ts';
import { MailRefused } from '../ports/mailer.ts';
import type { GuestToTell } from '../ports/workspaces.ts';
import { guestCode, guestToken, messageIdFor } from '../tokens.ts';
import { actorOf, type Handler } from './handler.ts';

/** Codes that a guest asks for, and news, are a page each when they go by fax. */
const faxKinds = { 'guest-code': 'code', 'guest-news': 'news' } as const;
type Told = 'guest-invite' | keyof typeof faxKinds;

/** Writes to a receiver off the network: a link, a code or that there is news. What cannot be delivered closes the link. */
export const tellGuest: Handler = {
  kind: 'tell-guest',
  run: async (job, app) => {
    const { link, case: id } = { link: Number(job.payload.link), case: Number(job.payload.case) };
    const template = job.payload.template as Told;
    const found = await app.db.as(actorOf(job), tx => tx.workspaces.toTell(link));
    if (!found || found.channel === 'paper') return;
    if (found.channel === 'fax') {
      if (template === 'guest-invite') return;
      await app.db.as(actorOf(job), async tx => {
        const fax = await tx.faxes.add({ key: key(), link, kind: faxKinds[template], blob: null });
        if (fax) await tx.jobs.add({ kind: 'hand-fax', payload: fax });
        await tx.jobs.finish(job);
      });
      return;
    }
    const notice = guestNotice(app, found, template);
    if (!notice) return;
    const host = new URL(app.config.baseUrl).hostname;
    const messageId = messageIdFor(`${found.nonce}@${host}`, `${template} ${job.id}`);
    await app.mailer.send({ ...notice, to: found.to, messageId }).catch(async (error: unknown) => {
      if (!(error instanceof MailRefused)) throw error;
      const payload = { case: id, why: 'not-delivered' };
      await app.db.as(actorOf(job), tx => tx.jobs.add({ kind: 'close-invitation', payload }));
    });
  },
};

/** What a message to a guest says; undefined for a code that is no longer good. */
export function guestNotice(app: Pick<App, 'config'>, found: GuestToTell, template: Template) {
  const { secretKey, baseUrl } = app.config;
  const link = `${baseUrl}/w/${guestToken(secretKey, found.nonce)}`;
  const { language: lang, reference } = found;
  if (template !== 'guest-code') return { lang, template, reference, link };
  if (found.code === null) return undefined;
  return { lang, template, reference: guestCode(secretKey, found.code), link };
}
