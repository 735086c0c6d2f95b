import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.ts';
import { visitor } from '../../app/actor.ts';
import type { App } from '../../app/app.ts';
import type { Reply } from '../../http/reply.ts';
import type { Ask, Route } from '../../http/route.ts';
import { render } from '../../ui/render.ts';
import { testUi } from '../../ui/test-ui.ts';
import type { Lang } from '../../words/lang.ts';
import { words } from '../../words/words.ts';
import { routes as accessibility } from './accessibility.tsx';
import { routes as front } from './front.tsx';
import { routes as join } from './join.tsx';
import { routes as privacy } from './privacy.tsx';

let t: TestDatabase;
beforeAll(async () => {
  t = await freshDatabase();
});
afterAll(() => t.drop());

const all = [...front, ...join, ...privacy, ...accessibility];
const drawn = (reply: Reply, lang: Lang) => {
  if (reply.kind !== 'page') throw new Error(`a ${reply.kind}, not a page`);
  return render(reply.vnode, testUi({ lang }));
};

function ask(lang: Lang, given: { body?: unknown; receipt?: string } = {}): Ask {
  const app = { db: t.db } as App;
  const ui = testUi({ lang });
  const rest = { params: {}, query: {}, body: {}, files: [], ip: '', url: '/', wantsJson: false };
  return { ...rest, app, actor: visitor, lang, words: words[lang], ui, ...given };
}
const post = all.find(route => route.method === 'POST') as Route;
const good = {
  ...{ siteName: 'Clinique du Parc', kind: 'clinic', address: '1, rue du Parc', city: 'Sudbury' },
  ...{ postalCode: 'P3E 1A1', phone: '705-555-0100', uses: ['receive'], leadName: 'Ana Roy' },
  ...{ leadTitle: 'Gestionnaire', email: 'ana@example.org', language: 'fr', remarks: '' },
};

describe('the public pages', () => {
  it('are open to everybody and show no health information', () => {
    for (const route of all) expect([route.enter, route.phi]).toEqual([['public'], false]);
  });

  it.each(['en', 'fr'] as const)('are whole in %s: one heading, no style or script inside', async lang => {
    for (const route of all.filter(one => one.method === 'GET')) {
      const html = drawn(await route.handle(ask(lang)), lang);
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(html).not.toMatch(/\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=|undefined|\[object/);
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(match => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      expect(html).toContain('988');
    }
  });
});

describe('a site that asks to join', () => {
  it('is sent back with what was typed, and told beside each field what is wrong', async () => {
    const body = { ...good, postalCode: 'P3', uses: [] };
    const reply = await post.handle(ask('fr', { body, receipt: 'receipt-0000009' }));
    expect(reply).toMatchObject({ kind: 'page', status: 422 });
    const html = drawn(reply, 'fr');
    expect(html).toContain('2 réponses sont à compléter');
    expect(html).toContain('href="#f-postalCode"');
    expect(html).toMatch(/value="P3"[^>]*aria-invalid="true"/);
    expect(html).toContain('value="Clinique du Parc"');
    expect(html).toContain('name="receipt" value="receipt-0000009"');
  });

  it('is kept for the programme and hears who holds it now', async () => {
    const reply = await post.handle(ask('fr', { body: good, receipt: 'receipt-0000010' }));
    expect(reply).toMatchObject({ kind: 'redirect', url: '/join/received' });
    const { rows } = await t.owner.query('select site_name, uses from join_requests');
    expect(rows).toEqual([{ site_name: 'Clinique du Parc', uses: ['receive'] }]);
    const { rows: audited } = await t.owner.query(`select result from audit where act = 'ask-to-join'`);
    expect(audited).toHaveLength(1);
  });
});
