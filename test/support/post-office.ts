import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { App } from '../../src/app/app.ts';
import { askLater, askLaterOf } from '../../src/app/jobs/ask-later.ts';
import { askSurvey, askSurveys } from '../../src/app/jobs/ask-survey.ts';
import type { Handler } from '../../src/app/jobs/handler.ts';
import { remindVisit, remindVisits } from '../../src/app/jobs/remind-visits.ts';
import { sendCode } from '../../src/app/jobs/send-code.ts';
import { sendMail } from '../../src/app/jobs/send-mail.ts';
import { sendNotice } from '../../src/app/jobs/send-notice.ts';
import { tellHelper } from '../../src/app/jobs/tell-helper.ts';
import { tellSender } from '../../src/app/jobs/tell-sender.ts';
import type { Mailer } from '../../src/app/ports/mailer.ts';
import { smtpMailer } from '../../src/mail/smtp.ts';

/** A message as the server took it. */
export interface Received {
  id: string;
  to: string;
  subject: string;
  /** Headers and body as they came, quoted-printable undone. */
  raw: string;
  /** The address of ours that is in it. */
  link: string;
}

export interface PostOffice {
  /** For `SMTP_URL`. */
  url: string;
  received: Received[];
  mailer: Mailer;
  /** Nothing listens any more. */
  close(): Promise<void>;
  /** Listens again on the same port. */
  open(): Promise<void>;
  stop(): Promise<void>;
}

/** A real SMTP server on loopback; `refuses` says which addresses it does not know. */
export async function postOffice(refuses: (address: string) => boolean = () => false): Promise<PostOffice> {
  const received: Received[] = [];
  let server = listenerOf(received, refuses);
  const port = await listen(server, 0);
  const url = `smtp://127.0.0.1:${port}`;
  const mailer = smtpMailer(url, 'no-reply@eservices.example.test', 0);
  const close = () => new Promise<void>(done => server.close(done));
  return {
    ...{ url, received, mailer },
    close,
    open: async () => {
      server = listenerOf(received, refuses);
      await listen(server, port);
    },
    stop: async () => {
      await mailer.close();
      await close();
    },
  };
}

function listenerOf(received: Received[], refuses: (address: string) => boolean): SMTPServer {
  return new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    closeTimeout: 100,
    onRcptTo: ({ address }, _session, done) =>
      done(refuses(address) ? Object.assign(new Error('unknown'), { responseCode: 550 }) : undefined),
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        received.push(readMail(Buffer.concat(parts), session.envelope.rcptTo[0]!.address));
        done();
      });
    },
  });
}

async function listen(server: SMTPServer, port: number): Promise<number> {
  await new Promise<void>(ready => server.listen(port, '127.0.0.1', ready));
  server.on('error', () => {});
  return (server.server.address() as AddressInfo).port;
}

function readMail(bytes: Buffer, to: string): Received {
  const raw = Buffer.from(
    bytes
      .toString('latin1')
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
  const header = (name: string) => new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'im').exec(raw)?.[1] ?? '';
  return {
    id: header('Message-ID'),
    to,
    subject: header('Subject'),
    raw,
    link: /https?:\/\/\S+/.exec(raw)?.[0] ?? '',
  };
}

const handlers: readonly Handler[] = [
  sendNotice,
  sendMail,
  tellSender,
  remindVisits,
  remindVisit,
  askSurveys,
  askSurvey,
  askLater,
  askLaterOf,
  sendCode,
  tellHelper,
];

/** Does all the mail work that is due now, as the worker would, and what follows from it. Failures are thrown. */
export async function deliver(app: Pick<App, 'db' | 'mailer' | 'clock' | 'config'>): Promise<void> {
  const system = { kind: 'job', case: null } as const;
  const kinds = handlers.map(handler => handler.kind);
  for (;;) {
    const jobs = await app.db.as(system, tx => tx.jobs.claim(kinds, 20));
    if (jobs.length === 0) return;
    for (const job of jobs) {
      await handlers.find(handler => handler.kind === job.kind)!.run(job, app as App);
      await app.db.as(system, tx => tx.jobs.done(job));
    }
  }
}
