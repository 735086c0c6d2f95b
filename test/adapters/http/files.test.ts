import { readdirSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AskingWorld, askingWorld, chooseRoute } from '../../support/asking.ts';
import { startApp, type TestBrowser } from '../../support/server.ts';

const eicar = Buffer.from(
  'WDVPIVAlQEFQWzRcUFpYNTQoUF4pN0NDKTd9JEVJQ0FSLVNUQU5EQVJELUFOVElWSVJVUy1URVNULUZJTEUhJEgrSCo=',
  'base64',
);
const pdf = Buffer.from('%PDF-1.4\n% Medication history\n%%EOF');
let world: AskingWorld;
let database: AskingWorld['database'];
let physician: TestBrowser;
let clerk: TestBrowser;
let folder: string;
let draft: string;
let form: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'eservices-http-files-'));
  world = await askingWorld(folder);
  database = world.database;
  physician = await world.signedIn(world.physician);
  clerk = await world.signedIn(world.clerk);
  const { patient, advice } = world;
  form = await chooseRoute(physician, { patient: patient.key, problem: 'Low mood', service: advice.key });
  draft = form.slice(form.lastIndexOf('/') + 1);
});
afterAll(async () => {
  await world?.stop();
  await rm(folder, { recursive: true, force: true });
});

const upload = (name: string, bytes: Uint8Array, browser = physician, to = form) =>
  browser.postFiles(to, [
    ['do', 'files'],
    ['file', new File([new Uint8Array(bytes)], name)],
  ]);

/** A form without the token of its session, whose end is sent when the test says so. */
function slowly(browser: TestBrowser) {
  const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const write = (text: string) => void writer.write(Buffer.from(text));
  write('--x\r\nContent-Disposition: form-data; name="do"\r\n\r\nfiles\r\n');
  const headers = { cookie, 'content-type': 'multipart/form-data; boundary=x', origin: world.app.url };
  const how = { method: 'POST', body: readable, headers, duplex: 'half', redirect: 'manual' };
  const end = () => {
    write('--x--\r\n');
    void writer.close();
  };
  return { answer: fetch(world.app.url + form, how as RequestInit), end };
}

async function newest() {
  const { rows } = await database.owner.query<{ key: string; name: string; id: number }>(
    'select id, key, name from attachments order by id desc limit 1',
  );
  return rows[0]!;
}

describe('a file for a draft', () => {
  it('is kept sealed, listed in the draft and given back as it was sent', async () => {
    const sent = await upload('../Médication "Achterberg".pdf', pdf);
    expect(sent.status).toBe(200);
    const one = await newest();
    expect(one.name).toBe('Médication _Achterberg_.pdf');
    const kept = await database.db.as(world.physician.actor, tx => tx.drafts.byKey(draft));
    expect(kept!.attachments).toEqual([one.id]);
    const got = await physician.get(`/attachments/${one.key}`);
    expect(got.html).toBe(pdf.toString());
    expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename=/);
    expect(got.headers.get('content-security-policy')).toContain('sandbox');
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    expect(got.headers.get('cache-control')).toBe('no-store');
    const blobs = readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' })
      .map(path => join(folder, 'files', path))
      .filter(path => statSync(path).isFile());
    expect(blobs).toHaveLength(1);
    expect(readFileSync(blobs[0]!).includes('Medication')).toBe(false);
  });

  it('is found by nobody of another site, and the try is audited', async () => {
    const { key } = await newest();
    for (const path of [`/attachments/${key}`, `/attachments/${key}/look`, `/attachments/${key}/picture`]) {
      expect((await clerk.get(path)).status).toBe(404);
      expect((await world.app.browser().get(path)).headers.get('location')).toContain('/sign-in');
    }
    expect((await upload('theirs.pdf', pdf, clerk)).status).toBe(404);
    const { rows } = await database.owner.query(
      `select from audit where what = 'attachment' and result = 'm' and member = $1`,
      [world.clerk.member],
    );
    expect(rows).toHaveLength(3);
  });

  it.each([
    ['photo.pdf', Buffer.from('GIF89a\u0001\u0000'), 'its name says PDF, but inside it is GIF image'],
    ['page.pdf', Buffer.from('<!doctype html><script>alert(1)</script>'), 'can run code'],
    ['drawing.svg', Buffer.from('<svg onload="alert(1)"/>'), 'send a PDF'],
    ['nothing.pdf', Buffer.alloc(0), 'is empty'],
    ['list.txt', eicar, 'the check found harm in it'],
    ['<img src=x>.exe', Buffer.from('MZ'), 'send a PDF'],
  ])('called %s is refused in words and leaves nothing behind', async (name, bytes, words) => {
    const before = (await newest()).id;
    const refused = await upload(name, bytes);
    expect(refused.status).toBe(422);
    expect(refused.html).toContain(words);
    expect(refused.html).not.toContain('<img src=x>');
    expect((await newest()).id).toBe(before);
  });

  it('waits its turn while others are slow with theirs, instead of being refused', async () => {
    const slow = Array.from({ length: 6 }, () => slowly(clerk));
    // Long enough that all six have begun, and only some may be read.
    await sleep(150);
    for (const { end } of slow) end();
    const statuses = await Promise.all(slow.map(async ({ answer }) => (await answer).status));
    expect(statuses).toEqual(Array(6).fill(403));
  });

  it('of 60 MB is refused early, and one of 11 MB too', async () => {
    for (const size of [60, 11]) {
      const refused = await upload('large.pdf', Buffer.alloc(size * 1024 * 1024)).catch(() => ({
        status: 413,
      }));
      expect(refused.status).toBe(413);
    }
    expect((await physician.get('/account')).status).toBe(200);
  });

  it('that is a picture is shown drawn anew, and a picture is all that can be drawn', async () => {
    const create = { width: 30, height: 10, channels: 3, background: 'red' } as const;
    const gif = Buffer.concat([
      await sharp({ create }).gif().toBuffer(),
      Buffer.from('<script>alert(1)</script>'),
    ]);
    expect((await upload('polyglot.gif', gif)).status).toBe(200);
    const { key } = await newest();
    const drawn = await physician.get(`/attachments/${key}/picture`);
    expect(drawn.headers.get('content-type')).toBe('image/webp');
    expect(drawn.html).not.toContain('script');
    const page = await physician.get(`/attachments/${key}/look`);
    expect(page.html).toContain(`src="/attachments/${key}/picture"`);
    expect(page.html).not.toMatch(/<title>[^<]*polyglot/);
    await upload('notes.txt', Buffer.from('plain'));
    const text = await newest();
    expect((await physician.get(`/attachments/${text.key}/picture`)).status).toBe(404);
  });

  it('that waits for the scanner or was found harmful stays closed', async () => {
    const { key, id } = await newest();
    for (const [scan, words] of [
      ['checking', 'still being checked'],
      ['infected', 'found harm'],
    ] as const) {
      await database.owner.query('update attachments set scan = $2 where id = $1', [id, scan]);
      for (const path of ['', '/picture']) {
        const closed = await physician.get(`/attachments/${key}${path}`);
        expect([closed.status, closed.html.includes(words)]).toEqual([409, true]);
      }
    }
  });

  it('may be left out of the draft again', async () => {
    await upload('wrong.pdf', pdf);
    const one = await newest();
    const out = (browser: TestBrowser) => browser.post(form, { do: `leave-${one.key}` });
    expect((await out(clerk)).status).toBe(404);
    expect((await out(physician)).status).toBe(200);
    const kept = await database.db.as(world.physician.actor, tx => tx.drafts.byKey(draft));
    expect(kept!.attachments).not.toContain(one.id);
  });

  it('of another draft stays there, whatever this one says', async () => {
    const { patient, advice } = world;
    const another = await chooseRoute(physician, {
      ...{ patient: patient.key, problem: 'Poor sleep', service: advice.key },
    });
    await upload('theirs.pdf', pdf, physician, another);
    const there = await newest();
    await physician.post(form, { do: `leave-${there.key}` });
    expect((await physician.get(another)).html).toContain('theirs.pdf');
  });

  it('that cannot be scanned now waits, and is looked at later', async () => {
    const closed = await startApp(database, { DATA_DIR: folder, SCANNER_URL: 'unix:/nowhere/clamd.sock' });
    try {
      const browser = await world.signedIn(world.physician, closed);
      expect((await upload('wait.pdf', pdf, browser)).status).toBe(200);
      const { key } = await newest();
      expect((await browser.get(`/attachments/${key}`)).status).toBe(409);
      const { rows } = await database.owner.query(`select from jobs where kind = 'scan-file'`);
      expect(rows).toHaveLength(1);
    } finally {
      await closed.stop();
    }
  });
});
