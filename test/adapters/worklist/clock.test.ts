import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { busyClinic } from '../../support/busy-clinic.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type RunningApp, startApp } from '../../support/server.ts';

let t: TestDatabase;
let app: RunningApp;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  await busyClinic(t);
  app = await startApp(t);
});
afterAll(async () => {
  await app?.stop();
  await t?.drop();
});

const now = async () => Date.parse(await t.db.as({ kind: 'visitor' }, async tx => tx.now));
const hour = 3_600_000;

describe('the clock of a demonstration', () => {
  it('is moved by a week, and the page says whom the system had to tell', async () => {
    const browser = app.browser();
    await browser.get('/demo/clock');
    const before = await now();
    const answer = await browser.post('/demo/clock', { step: 'week' });
    expect(answer.status).toBe(303);
    expect((await now()) - before).toBeGreaterThanOrEqual(7 * 24 * hour);
    const { html } = await browser.get(answer.headers.get('location')!);
    expect(html).toContain('The clock was moved.');
    expect(html).toMatch(/\d+ told to leads/);
    expect(html).toMatch(/\d+ told to the programme/);
    const { rows } = await t.superuser.query(
      `select count(*)::int as n from case_events where type in ('reminded', 'escalated')`,
    );
    expect(rows[0].n).toBeGreaterThan(5);
  });

  it('is moved by a business day, or by some hours', async () => {
    const browser = app.browser();
    await browser.get('/demo/clock');
    const before = await now();
    await browser.post('/demo/clock', { step: 'business-day' });
    const days = Math.round(((await now()) - before) / (24 * hour));
    expect(days).toBeGreaterThanOrEqual(1);
    expect(days).toBeLessThanOrEqual(6);
    const noon = await now();
    await browser.post('/demo/clock', { amount: '3', unit: 'hours' });
    expect(Math.round(((await now()) - noon) / hour)).toBe(3);
  });

  it.each(['', '-1', '0', '1.5', '400', 'ten'])('is not moved by %j days', async amount => {
    const browser = app.browser();
    await browser.get('/demo/clock');
    const before = await now();
    const answer = await browser.post('/demo/clock', { amount, unit: 'days' });
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('Type a whole number');
    expect((await now()) - before).toBeLessThan(60_000);
  });

  it('does not exist in a database that is no demonstration', async () => {
    const real = await freshDatabase();
    const served = await startApp(real);
    try {
      expect((await served.browser().get('/demo/clock')).status).toBe(404);
    } finally {
      await served.stop();
      await real.drop();
    }
  });
});
