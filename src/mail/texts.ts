import { type Mailer, MailRefused, MailUnavailable } from '../app/ports/mailer.ts';
import { shortText } from '../words/mail.ts';

/** Answers that a second try does not change: the number is wrong, or the owner asked for no more texts. */
const lasting = [400, 404, 410, 422];

/**
 * Hands text messages to a provider over HTTP. `url` as `https://user:password@sms.example.ca/messages`; its user and password
 * go as Basic authentication (RFC 7617). One POST of JSON for each text: `{ id, to, text, language }`, with the id as
 * `Idempotency-Key` too, so that a repeated one is sent once. 2xx: taken; 400, 404, 410, 422: never; anything else: later.
 */
export function httpTexter(url: string, waitMs = 10_000): Mailer {
  const { username, password, ...address } = parts(url);
  const key = Buffer.from(`${username}:${password}`).toString('base64');
  return {
    send: async mail => {
      const { messageId: id, lang: language } = mail;
      const body = { id, to: dialled(mail.to), text: shortText(language, mail.template, mail), language };
      const answer = await fetch(address.href, {
        ...{ method: 'POST', body: JSON.stringify(body), redirect: 'error' },
        headers: {
          'Content-Type': 'application/json',
          'Idempotency-Key': id,
          ...(username && { Authorization: `Basic ${key}` }),
        },
        signal: AbortSignal.timeout(waitMs),
      }).catch(() => {
        throw new MailUnavailable('no answer');
      });
      await answer.body?.cancel();
      if (lasting.includes(answer.status)) throw new MailRefused(String(answer.status));
      if (!answer.ok) throw new MailUnavailable(String(answer.status));
    },
    close: async () => {},
  };
}

function parts(url: string) {
  const address = new URL(url);
  const [username, password] = [address.username, address.password].map(decodeURIComponent) as [
    string,
    string,
  ];
  address.username = '';
  address.password = '';
  return { username, password, href: address.href };
}

/** As networks want it, `+15195550142` (E.164); an extension cannot be texted and is left out. */
function dialled(phone: string): string {
  const digits = phone.replace(/\s*ext.*$/, '').replace(/[^\d+]/g, '');
  return digits.startsWith('+') ? digits : `+1${digits}`;
}

/** Without SMS_URL: a line in the log for each text that would have gone, without its number; the next news comes by mail. */
export function loggedTexts(log: (line: { message: string; template: string }) => void): Mailer {
  return {
    send: async ({ messageId: message, template }) => log({ message, template }),
    close: async () => {},
  };
}
