import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { visitor } from '../../../src/app/actor.ts';
import { addService, type TestService } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { type RunningApp, startApp } from '../../support/server.ts';
import { addSite } from '../../support/world.ts';

let t: TestDatabase;
let app: RunningApp;
let site: number;
beforeAll(async () => {
  t = await freshDatabase();
  site = (await addSite(t, 'Somerset Clinic')).id;
  // Tonight's sums would put what really happened in the place of what is written here.
  await t.owner.query(
    `insert into recurring (kind, every, due) values ('compute-waits', '1 day', now() + interval '1 day')`,
  );
  app = await startApp(t);
});
afterAll(async () => {
  await app?.stop();
  await t?.drop();
});

const page = async (path: string, language = 'en') =>
  (await app.browser({ accept: 'text/html', 'accept-language': language }).get(path)).html.replace(
    /\u00a0/g,
    ' ',
  );

interface Row {
  measure?: string;
  urgency?: string;
  median?: number | null;
  medianMore?: boolean;
  ninetieth?: number | null;
  ninetiethMore?: boolean;
  people?: number | null;
  waiting?: number | null;
}

function measured(service: TestService, row: Row) {
  const { measure = 'wait1', urgency = '', median = 21, ninetieth = 70, people = 84, waiting = 12 } = row;
  return t.owner.query(
    `insert into waits (service_id, measure, urgency, median, median_more, ninetieth, ninetieth_more, people, waiting, oldest,
       trend, computed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, '2026-01-05', $10, '2026-11-20T07:00:00Z')`,
    [
      ...[
        service.id,
        measure,
        urgency,
        median,
        row.medianMore ?? false,
        ninetieth,
        row.ninetiethMore ?? false,
      ],
      ...[people, waiting, people === null ? null : 'longer'],
    ],
  );
}

const usualOf = (service: TestService) =>
  t.db.as(visitor, async tx => (await tx.directory.service(service.key))?.usual ?? null);

describe('the page of a service', () => {
  it('shows what was measured, its age, its trend, who waits, and how it is counted', async () => {
    const service = await addService(t, site);
    await measured(service, {});
    await measured(service, { urgency: 'urgent', median: 5, ninetieth: 12, people: 20, waiting: null });
    const html = await page(`/directory/${service.key}`);
    expect(html).toContain('median 3 weeks, 9 in 10 within 10 weeks, from 84 people');
    expect(html).toContain('To the first visit (Wait 1), Urgent');
    expect(html).toContain('fewer than 6');
    expect(html).toContain('Longer than half a year ago.');
    expect(html).toContain('Worked out on Nov 20, 2026.');
    expect(html).toContain('href="/waits/method"');
    expect(await page(`/directory/${service.key}`, 'fr')).toContain('médiane de 3 semaines');
  });

  it('says "more than" where so many were not seen yet', async () => {
    const [tenth, half] = [await addService(t, site), await addService(t, site)];
    await measured(tenth, { ninetieth: 182, ninetiethMore: true });
    await measured(half, { median: 182, medianMore: true, ninetieth: 182, ninetiethMore: true });
    expect(await page(`/directory/${tenth.key}`)).toContain(
      '1 in 10 waits more than 26 weeks, from 84 people',
    );
    expect(await page(`/directory/${half.key}`)).toContain('half wait more than 26 weeks, from 84 people');
    expect(await usualOf(half)).toMatchObject({ median: 182, medianMore: true });
  });

  it('says of too few people that they are too few, and nothing else of them', async () => {
    const service = await addService(t, site);
    await measured(service, { median: null, ninetieth: null, people: null, waiting: null });
    await t.owner.query('update services set promise_days = 4 where id = $1', [service.id]);
    const html = await page(`/directory/${service.key}`);
    expect(html).toContain('too few people to say');
    expect(html).toContain('Promises to decide on a request within 4 business days.');
    expect(await usualOf(service)).toBeNull();
  });

  it('prints a promise in hours as hours, in both languages', async () => {
    const service = await addService(t, site);
    await t.owner.query('update services set promise_hours = 4 where id = $1', [service.id]);
    expect(await page(`/directory/${service.key}`)).toContain('within 4 business hours.');
    expect(await page(`/directory/${service.key}`, 'fr')).toContain('en 4 heures ouvrables.');
  });

  it('keeps what a demonstration drew until six people were measured', async () => {
    const service = await addService(t, site);
    await t.owner.query(
      `update services set usual_median = 40, usual_ninetieth = 90, usual_people = 33, usual_at = now() where id = $1`,
      [service.id],
    );
    await measured(service, { median: null, ninetieth: null, people: null, waiting: null });
    expect(await usualOf(service)).toMatchObject({ median: 40, people: 33 });
    await t.owner.query('delete from waits where service_id = $1', [service.id]);
    await measured(service, { people: 6 });
    expect(await usualOf(service)).toMatchObject({ median: 21, people: 6 });
  });

  it('has the claim of the site beside, for half a year', async () => {
    const service = await addService(t, site);
    await measured(service, {});
    const claim = (ago: string) =>
      t.owner.query(
        `update services set claimed_wait_days = 14, claimed_wait_on = current_date - $2::interval where id = $1`,
        [service.id, ago],
      );
    await claim('5 months');
    const html = await page(`/directory/${service.key}`);
    expect(html).toContain('The site itself says: about 2 weeks');
    expect(html).toContain('median 3 weeks');
    await claim('7 months');
    expect(await page(`/directory/${service.key}`)).not.toContain('The site itself says');
  });

  it('draws the last year and says the same in a table', async () => {
    const service = await addService(t, site);
    await measured(service, {});
    await t.owner.query(
      `insert into wait_points (service_id, measure, at, median, median_more, ninetieth, ninetieth_more, people)
       select $1, 'wait1', make_date(2026, m, 15), 10 + m, false, 40 + m, m > 6, 30 from generate_series(1, 8) m`,
      [service.id],
    );
    const html = await page(`/directory/${service.key}`);
    expect(html).toMatch(/<svg class="waits"[^>]*aria-hidden="true">/);
    expect(html.match(/<circle class="p"/g)).toHaveLength(8);
    expect(html).toContain('Aug 2026');
    expect(html).toContain('more than 7 weeks');
  });
});

describe('the method', () => {
  it('is told in both languages, to everybody', async () => {
    expect(await page('/waits/method')).toContain('People who still wait count');
    expect(await page('/waits/method', 'fr')).toContain('Les personnes qui attendent encore comptent');
  });
});
