import { afterAll, beforeAll, expect, it } from 'vitest';
import { key } from '../../src/app/ports/ids.ts';
import { csrfToken } from '../../src/http/csrf.ts';
import type { Route } from '../../src/http/route.ts';
import { routes } from '../../src/routes.ts';
import { type CastStage, castStage } from '../support/cast-stage.ts';
import { chance } from './chance.ts';
import { times } from './runs.ts';

let stage: CastStage;
let { app, story, players } = {} as CastStage;

beforeAll(async () => {
  stage = await castStage();
  ({ app, story, players } = stage);
});
afterAll(() => stage?.stop());

const { seed, pick, next } = chance();
// Signing out everywhere would end the cast's sessions, the clock of cases would run away.
const tried = routes.filter(({ url }) => !url.startsWith('/sign-out') && url !== '/demo/clock');

const odd = [
  ...[
    '',
    ' ',
    '0',
    '-1',
    '1e309',
    'NaN',
    'null',
    'undefined',
    'true',
    '[]',
    '{}',
    '../../etc/passwd',
    '%00',
    '\u0000',
  ],
  ...[
    "' or 1=1 --",
    '$1',
    '<script>alert(1)</script>',
    '\u202egnitset',
    '\ufeff',
    '👩‍⚕️'.repeat(20),
    '\ud800',
    'é'.repeat(300),
  ],
  ...[
    '2026-02-30',
    '9999-12-31T23:59:59.999Z',
    '0000-00-00',
    '-271821-04-20',
    '1'.repeat(30),
    'x'.repeat(11_000),
  ],
  ...[
    '__proto__',
    'constructor',
    'ES-7K3M-9QXD-H',
    'K1A 0B1',
    'a@b',
    'javascript:alert(1)',
    '//evil.example',
    '\r\nX: y',
  ],
];

function someKey(): string {
  const { ours, theirs } = story;
  const known = [...Object.values(ours), ...Object.values(theirs)].filter(one => typeof one === 'string');
  return next() < 0.75 ? pick(known) : key();
}

const someValue = () => (next() < 0.35 ? someKey() : pick(odd));
const verbs = [
  'message',
  'note',
  'accept',
  'decline',
  'book',
  'forward',
  'convert',
  'void',
  'attach',
  'strike',
  'x',
];

function somePath({ url }: Route): string {
  const path = url.replace(/:[a-z]+/g, name => {
    if (next() < 0.1) return encodeURIComponent(pick(odd).replace('\ud800', '')) || 'x';
    if (name === ':verb') return pick(verbs);
    if (name === ':lang') return pick(['en', 'fr', 'de']);
    if (name === ':folder') return pick(['needs-me', 'waits-on-others', 'drafts', 'sent-referral-sent', 'x']);
    return someKey();
  });
  return path;
}

/** Names that a schema takes, and some that it does not. */
function fieldsOf(schema: unknown): string[] {
  const shape = (schema as { shape?: object } | undefined)?.shape;
  const own = shape
    ? Object.keys(shape)
    : ['text', 'to', 'service', 'reason', 'member', 'comment', 'start', 'label'];
  return [
    ...own,
    ...(next() < 0.1 ? ['status', 'turn', 'receipt', 'a-reason', '__proto__', 'constructor'] : []),
  ];
}

function someFields(schema: unknown): URLSearchParams {
  const fields = new URLSearchParams();
  for (const name of fieldsOf(schema)) {
    if (next() < 0.2) continue;
    fields.append(name, someValue());
    if (next() < 0.08) fields.append(name, someValue());
  }
  return fields;
}

interface Sent {
  method: string;
  path: string;
  body?: string;
  type?: string;
}

function someRequest(route: Route, csrf: string): Sent {
  const query = route.query && next() < 0.5 ? `?${someFields(route.query)}` : '';
  const path = `${somePath(route)}${query}`;
  if (route.method === 'GET') return { method: 'GET', path };
  const fields = someFields(route.body);
  if (next() < 0.97) fields.set('csrf', csrf);
  if (next() < 0.3) fields.set('receipt', pick(['r1', 'r2', key(), pick(odd)]));
  if (next() < 0.3) fields.set('turn', pick(['1', '2', '9', pick(odd)]));
  const form = 'application/x-www-form-urlencoded';
  if (next() < 0.95) return { method: 'POST', path, body: fields.toString(), type: form };
  const types = [
    'application/json',
    'text/plain',
    'multipart/form-data; boundary=x',
    'multipart/form-data',
    form,
  ];
  return {
    method: 'POST',
    path,
    body: pick(['{', '--x\r\n\r\n--x--', '%', '=&=&', '[1,2]']),
    type: pick(types),
  };
}

async function one(count: number): Promise<string[]> {
  const player = pick(players);
  const cookie = player.token ?? 'v'.repeat(43);
  const sent = someRequest(pick(tried), csrfToken(app.app.config.secretKey, cookie));
  const response = await fetch(`${app.url}${sent.path}`, {
    ...{ method: sent.method, body: sent.body, redirect: 'manual' },
    headers: {
      cookie: `${player.token ? 'session' : 'visit'}=${cookie}`,
      'x-forwarded-for': `10.${(count >> 16) & 255}.${(count >> 8) & 255}.${count & 255}`,
      ...(sent.type && { 'content-type': sent.type }),
      ...(next() < 0.05 && { accept: 'application/json' }),
    },
  });
  const text = await response.text();
  const said = `${player.kind}: ${sent.method} ${sent.path.slice(0, 200)} ${sent.body?.slice(0, 500) ?? ''}`;
  const trace = /\n\s+at \S+|node_modules|\/src\/|violates|syntax error at|pg_catalog/.exec(text)?.[0];
  return [
    ...(response.status >= 500 ? [`${response.status} ${said}`] : []),
    ...(trace ? [`${trace} in ${said}`] : []),
  ];
}

it('whatever is sent to any route, it is answered without a fault of ours', async () => {
  const total = times(100_000, 1_500);
  const wrong: string[] = [];
  let count = 0;
  const lane = async () => {
    while (count < total && wrong.length < 10) wrong.push(...(await one(++count)));
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  const faults = app.log.filter(line => line.includes('"level":50')).slice(0, 5);
  expect({ seed, wrong, faults }).toEqual({ seed, wrong: [], faults: [] });
  expect((await app.browser().get('/health/ready')).status).toBe(200);
});
