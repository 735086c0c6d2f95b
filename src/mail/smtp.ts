import { createTransport } from 'nodemailer';
import { type Mail, type Mailer, MailRefused, MailUnavailable } from '../app/ports/mailer.ts';

interface SmtpFault {
  responseCode?: number;
  code?: string;
}

/**
 * Sends over SMTP. `url` as `smtp://user:password@host:port` or `smtps://`; `from` is the address people see and
 * its domain is ours to send for. Waits at most 10 s for a connection and 20 s for an answer: the caller holds no lock.
 */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof createTransport>[0]);
  return {
    send: mail => transport.sendMail(envelope(mail, from)).then(() => undefined, rethrow),
    close: async () => transport.close(),
  };
}

/** Marked as sent by a machine, so that nobody's absence notice answers it (RFC 3834, 5). */
function envelope(mail: Mail, from: string) {
  return {
    from: { name: 'eServices', address: from },
    to: { name: '', address: mail.to },
    subject: mail.subject,
    text: mail.text,
    messageId: mail.messageId,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': mail.lang,
    },
  };
}

/** Only the code is kept: the server's sentence may repeat the address. */
function rethrow(fault: SmtpFault): never {
  const code = fault.responseCode;
  if (code !== undefined && code >= 500 && code < 600) throw new MailRefused(String(code));
  if (fault.code === 'EENVELOPE' && code === undefined) throw new MailRefused('EENVELOPE');
  throw new MailUnavailable(String(code ?? fault.code ?? 'unknown'));
}
