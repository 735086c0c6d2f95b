import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { type Mail, MailRefused, MailUnavailable } from '../app/ports/mailer.ts';
import { smtpMailer } from './smtp.ts';

const mail: Mail = {
  messageId: '0123456789abcdefghjkmnpqrs@example.test',
  to: 'accueil@example.test',
  template: 'patient-news',
  reference: 'ES-7K3M-9QXD-H',
  link: 'http://127.0.0.1/p/abc',
  lang: 'fr',
};
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function post(answer: (address: string) => Error | null, received: string[] = []) {
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: (to, _session, done) => done(answer(to.address)),
    onData: (stream, _session, done) => {
      let text = '';
      stream.on('data', chunk => {
        text += chunk;
      });
      stream.on('end', () => {
        received.push(text);
        done();
      });
    },
  });
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready));
  const mailer = smtpMailer(
    `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    'news@example.test',
  );
  closers.push(
    () => mailer.close(),
    () => new Promise<void>(done => server.close(done)),
  );
  return { mailer, server, received };
}

const refusal = (code: number) => Object.assign(new Error('no'), { responseCode: code });

test('a French notice arrives whole, with its own Message-ID, marked as automatic', async () => {
  const { mailer, received } = await post(() => null);
  await mailer.send(mail);
  expect(received).toHaveLength(1);
  expect(received[0]).toContain(`Message-ID: <${mail.messageId}>`);
  expect(received[0]).toMatch(/Auto-Submitted: auto-generated/i);
  expect(received[0]).toMatch(/^From: eServices <news@example\.test>/m);
  expect(received[0]).toContain('http://127.0.0.1/p/abc');
  expect(received[0]).toContain('ES-7K3M-9QXD-H');
});

test('a second sending after a cut carries the same Message-ID', async () => {
  const { mailer, received } = await post(() => null);
  await mailer.send(mail);
  await mailer.send(mail);
  const ids = received.map(text => /Message-ID: (\S+)/.exec(text)?.[1]);
  expect(ids).toEqual([`<${mail.messageId}>`, `<${mail.messageId}>`]);
});

test('an address that does not exist is refused for good', async () => {
  const { mailer } = await post(() => refusal(550));
  await expect(mailer.send(mail)).rejects.toBeInstanceOf(MailRefused);
});

test('a server that says not now is asked again later', async () => {
  const { mailer } = await post(() => refusal(451));
  await expect(mailer.send(mail)).rejects.toBeInstanceOf(MailUnavailable);
});

test('a server that is away is asked again later', async () => {
  const gone = smtpMailer('smtp://127.0.0.1:1', 'news@example.test');
  closers.push(() => gone.close());
  await expect(gone.send(mail)).rejects.toBeInstanceOf(MailUnavailable);
});

test('a server that was away is left alone for a moment', async () => {
  const gone = smtpMailer('smtp://127.0.0.1:1', 'news@example.test');
  closers.push(() => gone.close());
  await gone.send(mail).catch(() => undefined);
  await expect(gone.send(mail)).rejects.toThrow('away a moment ago');
});

test('a crafted address adds no recipient and no header', async () => {
  const { mailer, received } = await post(() => null);
  await mailer.send({ ...mail, to: 'a@example.test\r\nBcc: b@example.test' }).catch(() => undefined);
  expect(received.join('')).not.toMatch(/^Bcc:/im);
});
