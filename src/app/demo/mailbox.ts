import type { Instant } from '../../domain/case/time.ts';
import { type Actor, visitor } from '../actor.ts';
import type { App } from '../app.ts';
import { mailOf } from '../jobs/send-mail.ts';
import type { Mail } from '../ports/mailer.ts';
import type { ShownMessage } from '../ports/messages.ts';

/** A message of a demonstration, as it leaves. */
export interface DemoMail
  extends Mail,
    Pick<ShownMessage, 'name' | 'state' | 'why' | 'channel' | 'sendAfter'> {
  madeAt: Instant;
}

const most = 500;

/**
 * The newest 500 messages of a demonstration, made by what sends them, so that they are what was sent; of them those to
 * whoever's name or address has `to` in it. Else none.
 */
export function readMailbox(
  app: Pick<App, 'db' | 'config'>,
  { actor = visitor, to = '' }: { actor?: Actor; to?: string } = {},
): Promise<DemoMail[]> {
  return app.db.as(actor, async tx => {
    const shown = await tx.messages.shown(most);
    const notices = shown.map(message => {
      const { name, state, why, channel, sendAfter, madeAt } = message;
      return { ...mailOf(app.config, message), name, state, why, channel, sendAfter, madeAt };
    });
    const others = await tx.demo.keptMails(most);
    const sent = { state: 'sent', why: null, channel: 'mail', sendAfter: null } as const;
    const rest = others.map(mail => ({ ...mail, ...sent }));
    const wanted = to.toLocaleLowerCase();
    return [...notices, ...rest]
      .filter(mail => `${mail.name ?? ''} <${mail.to}>`.toLocaleLowerCase().includes(wanted))
      .sort((a, b) => b.madeAt.localeCompare(a.madeAt))
      .slice(0, most);
  });
}
