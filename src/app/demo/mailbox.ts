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

/** The newest 200 messages of a demonstration, made by what sends them, so that they are what was sent. Else none. */
export function readMailbox(app: Pick<App, 'db' | 'config'>, actor: Actor = visitor): Promise<DemoMail[]> {
  return app.db.as(actor, async tx => {
    const shown = await tx.messages.shown(200);
    const notices = shown.map(message => {
      const { name, state, why, channel, sendAfter, madeAt } = message;
      return { ...mailOf(app.config, message), name, state, why, channel, sendAfter, madeAt };
    });
    const others = await tx.demo.keptMails(200);
    const sent = { state: 'sent', why: null, channel: 'mail', sendAfter: null } as const;
    const rest = others.map(mail => ({ ...mail, ...sent }));
    return [...notices, ...rest].sort((a, b) => b.madeAt.localeCompare(a.madeAt)).slice(0, 200);
  });
}
