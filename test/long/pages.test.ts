import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addFiles } from '../../src/app/files/attachments.ts';
import { pagesApart } from '../../src/pages/pages.ts';
import { hiddenOf } from '../support/act.ts';
import { addPatient, addService, ask } from '../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { twoPages } from '../support/papers.ts';
import { givePassword, type RunningApp, startApp } from '../support/server.ts';
import { addSite, smallWorld } from '../support/world.ts';

const password = 'a long enough passphrase';
const grey = { width: 1728, height: 1100, channels: 3, background: '#ccc' } as const;
const picture = (kind: 'png' | 'tiff') => sharp({ create: grey })[kind]().toBuffer();

describe('a file is seen page by page', () => {
  const pages = pagesApart();
  afterAll(() => pages.close());
  const draw = async (kind: 'pdf' | 'png' | 'tiff' | 'text', bytes: Uint8Array, most = 9) => {
    const drawn = await pages.draw({ kind, bytes }, most);
    return drawn && { all: drawn.all, sizes: drawn.pictures.map(({ width, height }) => [width, height]) };
  };

  it('as a fax shows it: 1728 dots across, the first pages of many, a coarse one as tall as its paper', async () => {
    expect(await draw('pdf', twoPages())).toEqual({
      all: true,
      sizes: [
        [1728, 1728],
        [1728, 1728],
      ],
    });
    expect(await draw('pdf', twoPages(), 1)).toEqual({ all: false, sizes: [[1728, 1728]] });
    expect(
      await draw(
        'png',
        await sharp({ create: { ...grey, width: 400, height: 500 } })
          .png()
          .toBuffer(),
      ),
    ).toEqual({
      all: true,
      sizes: [[1728, 2160]],
    });
    expect(await draw('tiff', await picture('tiff'))).toEqual({ all: true, sizes: [[1728, 2200]] });
  });

  it('or not at all, and the next one is: damaged, no paper, too slow', async () => {
    expect(await draw('pdf', twoPages().subarray(0, 200))).toBeNull();
    expect(await draw('text', Buffer.from('Dear colleague'))).toBeNull();
    expect(await draw('png', Buffer.from('no picture'))).toBeNull();
    expect(await draw('pdf', twoPages())).not.toBeNull();
    const hasty = pagesApart({ perPage: 1, idle: 1_000 });
    expect(await hasty.draw({ kind: 'pdf', bytes: twoPages() }, 9)).toBeNull();
    await hasty.close();
  });
});

describe('a fax to a place off the network', () => {
  let t: TestDatabase;
  let app: RunningApp;
  let folder: string;
  beforeAll(async () => {
    t = await freshDatabase();
    folder = await mkdtemp(join(tmpdir(), 'fax-out-'));
    app = await startApp(t, { FAX_FOLDER: folder, DATA_DIR: folder });
  });
  afterAll(async () => {
    await app.stop();
    await t.drop();
    await rm(folder, { recursive: true });
  });

  it('has the pages of attached PDF files and images behind the referral, and says what has none', async () => {
    const world = await smallWorld(t);
    await givePassword(t, world.physician, password);
    const away = await addSite(t, 'Away Surgery', { onNetwork: false });
    const service = await addService(t, away.id, { name: 'Hand surgery' });
    const { key: patientKey } = await addPatient(t, world.physician.actor);
    const sent = [
      { name: 'letter.pdf', bytes: twoPages() },
      { name: 'wound.png', bytes: await picture('png') },
      { name: 'list.txt', bytes: Buffer.from('Ramipril 5 mg') },
    ];
    const added = await addFiles(app.app, world.physician.actor, sent);
    const attachments = added.flatMap(one => ('attachment' in one ? [one.attachment.key] : []));
    expect(attachments).toHaveLength(3);
    const input = { attachments };
    const { caseKey } = await ask(app.app, world.physician.actor, { service, patientKey, input });
    const office = app.browser();
    await office.signIn(world.physician.email, password);
    const form = await office.get(`/referrals/${caseKey}/invite`);
    const way = { channel: 'fax', email: '', number: '519-555-0199', language: 'en' };
    const reply = await office.post(`/referrals/${caseKey}/invite`, { ...hiddenOf(form), ...way });
    expect(reply.status).toBe(303);
    const texts = await textsOf(await faxIn(folder));
    expect(texts.slice(-3)).toEqual([
      expect.stringContaining('letter.pdf, page 1 of 2'),
      expect.stringContaining('letter.pdf, page 2 of 2'),
      expect.stringContaining('wound.png, page 1 of 1'),
    ]);
    const said = texts.join(' ');
    expect(said).toContain('letter.pdf: 2 pages follow');
    expect(said).toContain('list.txt: opens in the workspace');
    expect(texts[0]).not.toContain('wound');
    const { rows } = await t.superuser.query(`select count(*)::int as n from audit where act = 'fax-file'`);
    expect(rows[0].n).toBe(3);
  });
});

/** What the line was given, as soon as it has it. */
async function faxIn(folder: string): Promise<Uint8Array> {
  for (let i = 0; i < 100; i++) {
    const name = (await readdir(folder)).find(one => one.endsWith('.pdf'));
    if (name) return readFile(join(folder, name));
    await new Promise(resolve => setTimeout(resolve, 100));
  }
  throw new Error('no fax left');
}

async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const texts: string[] = [];
  for (let i = 1; i <= document.numPages; i++) {
    const { items } = await (await document.getPage(i)).getTextContent();
    texts.push(
      items
        .map(item => ('str' in item ? item.str : ''))
        .join(' ')
        .replace(/\s+/g, ' '),
    );
  }
  await document.destroy();
  return texts;
}
