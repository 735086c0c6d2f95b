import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { publishStandardForms } from '../../../src/app/forms/standard-forms.ts';
import { routes } from '../../../src/routes.ts';
import { type Player, people, signInAll } from '../../support/cast.ts';
import { playStory, type Story } from '../../support/cast-story.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type Page, type RunningApp, startApp } from '../../support/server.ts';
import { send, watchWrites, writtenSince } from '../../support/walls.ts';
import { rowsOf } from './routes-table.ts';
import { type Cell, isDenied, nameOf, sending } from './sending.ts';

/** Words of the story that belong to a patient: who it is, how to reach them, what is the matter, what was said. */
const canaries = [
  ...['Whitcombe', '9876543217', '9876 543 217', '519-555-0142', '1992-02-03', 'N1H 3A1'],
  ...[
    'Low mood',
    'Please assess',
    'Switch or add',
    'Medication history',
    'rash ',
    'BY-receiver',
    'BY-requester',
  ],
  ...['list of medicines', 'Achterberg', 'I sleep no more', 'no-capacity-words'],
];
const found = (text: string) => canaries.filter(word => text.toLowerCase().includes(word.toLowerCase()));

let folder: string;
let database: TestDatabase;
let app: RunningApp;
let story: Story;
let players: Player[];
let post: SMTPServer;
const mail: string[] = [];
const walked: { name: string; phi: boolean; denied: boolean; page: Page }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-traces-'));
  post = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData: (stream, _session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', part => parts.push(part));
      stream.on('end', () => {
        mail.push(Buffer.concat(parts).toString());
        done();
      });
    },
  });
  post.on('error', () => {});
  await new Promise<void>(ready => post.listen(0, '127.0.0.1', ready));
  const SMTP_URL = `smtp://127.0.0.1:${(post.server.address() as AddressInfo).port}`;
  database = await freshDatabase({ demo: true });
  app = await startApp(database, { DATA_DIR: folder, TRUST_PROXY: 'loopback', SMTP_URL });
  await database.operator.as({ kind: 'operator', command: 'test' }, publishStandardForms);
  story = await playStory(database, app.app, await people(database), bytes => app.app.files.put(bytes));
  await watchWrites(database);
  players = await signInAll(database, story.actors);
});
afterAll(async () => {
  await app?.stop();
  await database?.drop();
  await new Promise<void>(done => post.close(done));
  await rm(folder, { recursive: true, force: true });
});

/** Every cell of the table for what belongs to the practice, without the ends of sessions. */
function cellsOfPractice(): Cell[] {
  return routes
    .filter(route => !route.url.startsWith('/sign-out'))
    .flatMap(route =>
      rowsOf(nameOf(route)).map(row => ({ route, row, whose: 'ours' as const, cells: row.ours })),
    );
}

const ofKind = (kind: string) => players.find(player => player.kind === kind)!;
const insider = (cell: Cell) => players.find(({ kind }) => !isDenied(cell.cells.get(kind)!));

async function walk(cell: Cell, player: Player): Promise<void> {
  const { route } = cell;
  const page = await send(app, database, player, sending(cell, story));
  const denied = isDenied(cell.cells.get(player.kind)!);
  walked.push({ name: nameOf(route), phi: route.phi, denied, page });
}

/** What people mistype: words of a patient in addresses, queries and forms that do not take them. */
async function mistype(): Promise<void> {
  const physician = ofKind('requester clinician');
  for (const path of [
    '/patients?words=Whitcombe',
    '/directory?q=Whitcombe+low+mood',
    '/requests/Whitcombe',
    '/Whitcombe/9876543217',
    `/patients/${story.ours.patient}?note=Please+assess`,
    '/%E0%A4%A?q=Whitcombe',
  ]) {
    const page = await send(app, database, physician, { method: 'GET', path });
    walked.push({ name: 'mistyped', phi: false, denied: false, page });
  }
  const form = { text: 'Please assess Whitcombe', Whitcombe: '9876543217' };
  const path = `/referrals/${story.ours.referral}/message`;
  const page = await send(app, database, physician, { method: 'POST', path, form });
  walked.push({ name: 'mistyped', phi: false, denied: false, page });
}

describe('after a walk through every route by who may and who may not', () => {
  it('words of the patient were on pages, so that there is something to find', async () => {
    for (const cell of cellsOfPractice()) {
      const inside = insider(cell);
      if (inside) await walk(cell, inside);
      await walk(cell, ofKind('stranger clerk'));
    }
    await mistype();
    expect(walked.length).toBeGreaterThan(120);
    expect(found(walked.map(({ page }) => page.html).join('\n')).length).toBeGreaterThan(6);
    expect(walked.filter(({ page }) => page.status >= 500).map(({ name }) => name)).toEqual([]);
  });

  it('a stranger was shown none of them', () => {
    const shut = walked.filter(({ denied }) => denied);
    expect(shut.length).toBeGreaterThan(30);
    for (const { name, page } of shut) expect([name, ...found(page.html)]).toEqual([name]);
  });

  it('no line of the log and no metric holds one', async () => {
    expect(app.log.length).toBeGreaterThan(100);
    expect(found(app.log.join('\n'))).toEqual([]);
    expect(found((await app.browser().get('/metrics')).html)).toEqual([]);
  });

  it('no address that a page led or linked to holds one', () => {
    for (const { name, page } of walked) {
      // What was mistyped into an address is there already, and goes no further than that page's language link.
      if (name === 'mistyped') continue;
      const links = [...page.html.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(match => match[1]!);
      const all = [page.headers.get('location') ?? '', ...links].map(url => decodeURIComponent(url));
      expect([name, ...found(all.filter(url => !/^(tel|mailto):/.test(url)).join('\n'))]).toEqual([name]);
    }
  });

  it('no message holds one in its subject or text, and none names a site', async () => {
    await vi.waitFor(() => expect(mail.length).toBeGreaterThan(10), { timeout: 20_000 });
    for (const one of mail) {
      const text = one.replace(/^To: .*$/m, '').replace(/=\r\n/g, '');
      expect(found(text)).toEqual([]);
      expect(text).not.toMatch(/General Hospital|Central Intake|Rideau Family|Declining Clinic|Depression/);
    }
  });

  it('no row that is kept for operators holds one', async () => {
    for (const table of ['audit', 'jobs', 'notices', 'messages', 'receipts', 'sign_in_attempts']) {
      const { rows } = await database.superuser.query(
        `select string_agg(t::text, E'\\n') as all from ${table} t`,
      );
      expect([table, ...found(rows[0].all ?? '')]).toEqual([table]);
    }
  });

  it('no page about somebody may be kept, none loads anything from elsewhere, and each is under the strict policy', () => {
    for (const { name, phi, page } of walked) {
      if (phi) expect([name, page.headers.get('cache-control')]).toEqual([name, 'no-store']);
      expect([name, page.headers.get('referrer-policy')]).toEqual([name, 'no-referrer']);
      expect([name, page.headers.get('content-security-policy')]).toEqual([
        name,
        expect.stringMatching(/^default-src 'none'/),
      ]);
      // A canonical address and those of other languages are said, not loaded.
      const html = page.html.replace(/<link rel="(?:canonical|alternate)"[^>]*>/g, '');
      const loaded = [
        ...html.matchAll(/<(?:script|img|link|iframe|source|object)[^>]*(?:src|href)="([^"]*)"/g),
      ];
      expect([name, ...loaded.map(match => match[1]!).filter(url => !/^(\/|data:)/.test(url))]).toEqual([
        name,
      ]);
    }
  });
});

describe('when the log cannot be written', () => {
  it('nothing about anybody is shown and nothing is changed, on any route', async () => {
    await database.owner.query('revoke insert on audit from eservices_app');
    await database.owner.query(
      'revoke insert (patient, result, act, what, ids, why) on audit from eservices_app',
    );
    await writtenSince(database);
    for (const cell of cellsOfPractice().filter(({ route }) => route.phi)) {
      const name = `${nameOf(cell.route)} ${sending(cell, story).path}`;
      const player = players.find(
        ({ kind }) => !isDenied(cell.cells.get(kind)!) && !cell.row.unlogged?.includes(kind),
      );
      if (!player) continue;
      const page = await send(app, database, player, sending(cell, story));
      expect([name, page.status]).toEqual([name, 500]);
      // The form that was sent comes back, to be sent again; nothing else.
      const typed = Object.values(sending(cell, story).form ?? {}).join('\n');
      expect([name, ...found(page.html).filter(word => !found(typed).includes(word))]).toEqual([name]);
    }
    expect(await writtenSince(database)).toEqual([]);
  });
});
