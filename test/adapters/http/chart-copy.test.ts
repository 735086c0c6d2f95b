import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Kind } from '../../support/cast.ts';
import { type CastStage, castStage } from '../../support/cast-stage.ts';

let stage: CastStage;
beforeAll(async () => {
  stage = await castStage();
});
afterAll(() => stage?.stop());

/** What the copy says that somebody of the cast gets. */
async function copyFor(
  kind: Kind,
  query = '',
): Promise<{ status: number; text: string; name: string | null }> {
  const { token } = stage.players.find(player => player.kind === kind)!;
  const { request } = stage.story.ours;
  const answer = await fetch(`${stage.app.url}/requests/${request}/copy.pdf${query}`, {
    headers: { cookie: `session=${token}` },
    redirect: 'manual',
  });
  const name = answer.headers.get('content-disposition');
  if (answer.status !== 200) return { status: answer.status, text: '', name };
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const document = await getDocument({ data: new Uint8Array(await answer.arrayBuffer()), verbosity: 0 })
    .promise;
  const said: string[] = [];
  for (let i = 1; i <= document.numPages; i++) {
    const { items } = await (await document.getPage(i)).getTextContent();
    said.push(...items.map(item => ('str' in item ? item.str : '')));
  }
  await document.destroy();
  return { status: 200, text: said.join(' ').replace(/\s+/g, ' '), name };
}

it('everybody on a request takes the copy of what they may see, and nobody else any', async () => {
  const physician = await copyFor('requester clinician');
  expect(physician.name).toMatch(/^attachment; filename="ES-[0-9A-Z-]+\.pdf"/);
  const decliner = await copyFor('declined clerk');
  // Notes are for the side that wrote them.
  expect(decliner.text).toContain('BY-decliner-FOR-itself');
  expect(physician.text).not.toContain('BY-decliner-FOR-itself');
  expect(physician.text.length).toBeGreaterThan(decliner.text.length);
  for (const kind of ['stranger clinician', 'programme steward'] as const)
    expect([kind, (await copyFor(kind)).status]).toEqual([kind, 404]);
});

it('in either language, with the log saying that it was taken', async () => {
  const { text } = await copyFor('requester clinician', '?in=fr');
  expect(text).toMatch(/Copie faite par .+ Page 1 de \d/);
  const { rows } = await stage.database.superuser.query(
    `select why, result::text from audit where act = 'open' and why = 'copy' and kind = 'p' order by id desc limit 1`,
  );
  expect(rows[0]).toEqual({ why: 'copy', result: 'o' });
});

it('as text to copy, in either language, a look that the log calls a copy', async () => {
  const { token } = stage.players.find(player => player.kind === 'requester clinician')!;
  const copies = async () => {
    const { rows } = await stage.database.superuser.query<{ count: number }>(
      `select count(*)::integer as count from audit where act = 'open' and why = 'copy' and result = 'o'`,
    );
    return rows[0]!.count;
  };
  const before = await copies();
  const answer = await fetch(`${stage.app.url}/requests/${stage.story.ours.request}/text?in=fr`, {
    headers: { cookie: `session=${token}` },
  });
  const html = await answer.text();
  expect(html).toMatch(/<textarea[^>]*readonly[^>]*>[^<]*Copie faite par/i);
  expect(html).toMatch(/data-copy="[^"]*Copie faite par/);
  expect(await copies()).toBe(before + 1);
});
