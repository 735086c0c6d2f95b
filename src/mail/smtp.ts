import { createTransport } from 'nodemailer';
import { type Mail, type Mailer, MailRefused, MailUnavailable } from '../app/ports/mailer.ts';
import { calendarOf } from '../domain/schedule/calendar.ts';
import { mailText } from '../words/mail.ts';
import { words } from '../words/words.ts';

interface SmtpFault {
  responseCode?: number;
  code?: string;
  command?: string;
}

/**
 * Sends over SMTP. `url` as `smtp://user:password@host:port` or `smtps://`; `from` is the bare address people see and
 * its domain is ours to send for. Waits at most 10 s for a connection and 20 s for an answer: the caller holds no lock.
 * After a server could not be reached nobody asks it again for `restMs`, so that messages without hope hold up nothing.
 */
export function smtpMailer(url: string, from: string, restMs = 15_000): Mailer {
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
  let restUntil = 0;
  return {
    send: async mail => {
      if (performance.now() < restUntil) throw new MailUnavailable('the server was away a moment ago');
      try {
        await transport.sendMail(envelope(mail, from));
      } catch (fault) {
        if (isAway(fault as SmtpFault)) restUntil = performance.now() + restMs;
        rethrow(fault as SmtpFault);
      }
    },
    close: async () => transport.close(),
  };
}

/** Marked as sent by a machine, so that nobody's absence notice answers it (RFC 3834, 5). */
function envelope(mail: Mail, from: string) {
  const { subject, text } = mailText(mail.lang, mail.template, mail);
  return {
    from: { name: 'eServices', address: from },
    to: { name: '', address: mail.to },
    subject,
    text,
    ...(mail.visit && { attachments: [calendarFile(mail.lang, mail.reference, mail.visit)] }),
    messageId: `<${mail.messageId}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'Content-Language': mail.lang,
    },
  };
}

/** A visit for the reader's own calendar: its time and the reference number, no place and no name. */
function calendarFile(lang: Mail['lang'], reference: string, visit: NonNullable<Mail['visit']>) {
  const said = words[lang].referralActs.calendar;
  const { confirmLink: _confirm, cannotLink: _cannot, ...times } = visit;
  return {
    filename: `${reference}.ics`,
    content: calendarOf({ ...times, title: said.title, text: said.reference(reference) }),
    contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
  };
}

/** No server answered at all; one that said "not now" to a message may take the next. */
function isAway({ responseCode, code }: SmtpFault): boolean {
  return responseCode === undefined && code !== 'EENVELOPE';
}

/**
 * A lasting no counts when it is about this recipient or this message. One to our password or to our own address is a
 * setting to mend, and the messages wait. Only the code is kept: the server's sentence may repeat the address.
 */
function rethrow({ responseCode, code, command }: SmtpFault): never {
  const about = (code === 'EENVELOPE' || code === 'EMESSAGE') && command !== 'MAIL FROM';
  if (about && (responseCode === undefined || responseCode >= 500))
    throw new MailRefused(String(responseCode ?? code));
  throw new MailUnavailable(String(responseCode ?? code ?? 'unknown'));
}
