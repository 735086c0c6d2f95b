import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Mail, MailRefused, MailUnavailable } from '../app/ports/mailer.ts';
import { httpTexter } from './texts.ts';

interface Taken {
  body: Record<string, string>;
  headers: Record<string, string | string[] | undefined>;
}

const taken: Taken[] = [];
let status = 202;
let provider: Server;
const url = () => `http://clinic:p%40ss@127.0.0.1:${(provider.address() as AddressInfo).port}/messages`;
const mail: Mail = {
  ...{ messageId: 'abc@es.example', to: '519-555-0142 ext 7', lang: 'fr', template: 'patient-news' },
  ...{ reference: 'ES-7K3M-9QXD-H', link: 'https://es.example/p/4f2k' },
};

beforeAll(async () => {
  provider = createServer(async (request, answer) => {
    let text = '';
    for await (const part of request) text += part;
    taken.push({ body: JSON.parse(text), headers: request.headers });
    if (status === 0) return request.destroy();
    answer.writeHead(status).end('{"secret":"echo of 519-555-0142"}');
  });
  await new Promise<void>(ready => provider.listen(0, '127.0.0.1', ready));
});
afterAll(() => void provider.close());
beforeEach(() => {
  taken.length = 0;
  status = 202;
});

describe('a provider of text messages', () => {
  it('gets the number as networks want it, one line and a link, and proof of who asks', async () => {
    await httpTexter(url()).send(mail);
    const [{ body, headers }] = taken as [Taken];
    expect(body).toEqual({
      ...{ id: 'abc@es.example', to: '+15195550142', language: 'fr' },
      text: 'eServices : Du nouveau au sujet de votre demande ES-7K3M-9QXD-H. https://es.example/p/4f2k',
    });
    expect(headers['idempotency-key']).toBe('abc@es.example');
    expect(headers.authorization).toBe(`Basic ${Buffer.from('clinic:p@ss').toString('base64')}`);
  });

  it.each([400, 404, 410, 422])('says a lasting no with %i, and what it says is not kept', async code => {
    status = code;
    const refused = httpTexter(url()).send(mail);
    await expect(refused).rejects.toThrow(MailRefused);
    await expect(refused).rejects.toThrow(String(code));
  });

  it.each([0, 301, 401, 429, 500, 503])('is asked again later after %i', async code => {
    status = code;
    await expect(httpTexter(url(), 500).send(mail)).rejects.toThrow(MailUnavailable);
  });
});
