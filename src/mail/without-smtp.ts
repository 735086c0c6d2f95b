import { type Mailer, MailUnavailable } from '../app/ports/mailer.ts';

/** In a demonstration nothing leaves: the mailbox page draws every notice that was made. */
export const mailbox: Mailer = { send: async () => {}, close: async () => {} };

/** Without SMTP_URL messages wait until there is one. */
export const noPost: Mailer = {
  send: async () => {
    throw new MailUnavailable('no SMTP_URL is set');
  },
  close: async () => {},
};
