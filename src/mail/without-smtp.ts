import type { Database } from '../app/ports/database.ts';
import { type Mailer, MailUnavailable } from '../app/ports/mailer.ts';

/** In a demonstration nothing leaves: the mailbox page draws every notice that was made, and what is kept here. */
export function mailbox(db: Database): Mailer {
  return {
    send: mail => db.as({ kind: 'job', case: null }, tx => tx.demo.keepMail(mail)),
    close: async () => {},
  };
}

/** Without SMTP_URL messages wait until there is one. */
export const noPost: Mailer = {
  send: async () => {
    throw new MailUnavailable('no SMTP_URL is set');
  },
  close: async () => {},
};
