import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chaseDue } from '../../../src/app/chase.ts';
import { readProgramme, startAgain } from '../../../src/app/programme/programme.ts';
import { runVerbIn } from '../../../src/app/run-verb.ts';
import { busyClinic, passes } from '../../support/busy-clinic.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import { givePassword, type RunningApp, startApp, type TestBrowser } from '../../support/server.ts';
import { addMember } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
let t: TestDatabase;
let w: Awaited<ReturnType<typeof busyClinic>>;
let app: RunningApp;
let steward: TestBrowser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  w = await busyClinic(t);
  // Told after a month, and again a week later.
  for (const days of [30, 7]) {
    await passes(t, 24 * days);
    await chaseDue(w.app);
  }
  await givePassword(t, w.steward, password);
  app = await startApp(t);
  steward = app.browser();
  await steward.signIn(w.steward.email, password);
  await steward.get('/account');
});
afterAll(async () => {
  await app?.stop();
  await t?.drop();
});

describe('the programme', () => {
  it('arrives at what is late in the network: number, sites, status, delay and who holds it', async () => {
    expect((await steward.get('/worklist')).headers.get('location')).toBe('/programme');
    const { html, status } = await steward.get('/programme');
    expect(status).toBe(200);
    for (const one of w.cases) expect(html).toContain(one.reference);
    for (const part of ['Somerset Clinic', 'Rideau Family Practice', 'days late', 'Again after'])
      expect(html).toContain(part);
    expect(html).toContain('Told to you: 10. Overdue in all: 10.');
  });

  it('sees the errand of an office that owes a patient a new code, beside what the case owes', async () => {
    const { caseKey, reference } = w.cases[2]!;
    const link = { side: 'system' as const, clinical: false, lead: false };
    const found = await t.superuser.query('select id from cases where key = $1', [caseKey]);
    await t.db.as({ kind: 'job', case: found.rows[0].id }, async tx => {
      const done = await runVerbIn(w.app, tx, { caseKey, verb: 'close-link', input: {} }, link);
      expect(done).toMatchObject({ ok: true });
    });
    for (const days of [12, 8]) {
      await passes(t, 24 * days);
      await chaseDue(w.app);
    }
    const { late, overdue } = (await readProgramme(w.app, w.steward.actor))!;
    const errand = late.filter(one => one.reference === reference);
    expect(errand.map(one => one.next).sort()).toContain('give-link');
    expect(errand.find(one => one.next === 'give-link')).toMatchObject({
      ...{ level: 'errand-programme', side: 'requester', holder: w.physician.actor.site },
    });
    expect([late.length, overdue]).toEqual([11, 11]);
    expect((await steward.get('/programme')).html).toContain(
      'Check the address, then give the patient a new link',
    );
  });

  it('never learns who the patient is, nor a word of what was asked', async () => {
    const { html } = await steward.get('/programme');
    const seen = JSON.stringify(await readProgramme(w.app, w.steward.actor));
    const { rows } = await t.superuser.query(
      `select c.requester_patient as patient, c.state->>'title' as title, b.body from cases c
       join event_bodies b on b.case_id = c.id`,
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const { patient, title, body } of rows) {
      const canaries = [patient.given, patient.family, patient.card.number, patient.birthDate, title];
      const { question } = JSON.parse(body);
      for (const canary of [...canaries, question].filter(Boolean)) {
        expect(html).not.toContain(canary);
        expect(seen).not.toContain(canary);
      }
    }
  });

  it('opens no request and no list of a site', async () => {
    const key = w.cases[0]!.requestKey;
    for (const path of [`/requests/${key}`, '/patients']) {
      const { html } = await steward.get(path);
      expect(html).not.toContain('Whitcombe');
    }
    for (const folder of ['needs-me', 'overdue', 'not-assigned'])
      expect((await steward.get(`/worklist/${folder}`)).html).not.toContain('Whitcombe');
  });

  it('is written down each time it looks', async () => {
    const { rows } = await t.superuser.query(
      `select ids from audit where member = $1 and act = 'programme' and result = 'ok' order by id desc limit 1`,
      [w.steward.member],
    );
    expect(rows[0].ids).toHaveLength(11);
  });

  it('is closed to everybody else, stewards of other sites too, by page and by SQL', async () => {
    const clerk = await addMember(t, w.programme.id, { name: 'Paul Programme', roles: ['clerk'] });
    const { physician, clerk: other, steward: own } = w;
    expect(physician.actor.roles).toContain('steward');
    for (const { actor } of [physician, other, clerk]) {
      expect(await readProgramme(w.app, actor)).toBeNull();
      const late = t.db.as(actor, async tx => [await tx.programme.late(10), await tx.programme.countLate()]);
      expect(await late).toEqual([[], 0]);
    }
    expect(await t.db.as(own.actor, tx => tx.programme.countLate())).toBe(11);
    await givePassword(t, physician, password);
    const browser = app.browser();
    await browser.signIn(physician.email, password);
    expect((await browser.get('/programme')).status).toBe(404);
  });

  it('sees a case only once it has climbed, and not after it was decided', async () => {
    const { rows } = await t.superuser.query(
      `update cases set state = jsonb_set(state, '{chased,level}', '"lead"') where key = $1 returning key`,
      [w.cases[0]!.caseKey],
    );
    expect(rows).toHaveLength(1);
    const view = await readProgramme(w.app, w.steward.actor);
    expect(view!.late.map(one => one.reference)).not.toContain(w.cases[0]!.reference);
    expect(view!.overdue).toBe(11);
  });

  it('sees sites that ask to join, in their own words shown inert', async () => {
    await t.db.as({ kind: 'visitor' }, tx =>
      tx.joinRequests.add(
        {
          ...{
            siteName: '<b>Clinique</b> Rouge',
            kind: 'clinic',
            address: '1, rue Principale',
            city: 'Hearst',
          },
          ...{ postalCode: 'P0L 1N0', phone: '705-555-0100', uses: ['ask'], leadName: 'Anne Roy' },
          ...{ leadTitle: '', email: 'anne@example.test', language: 'fr', remarks: '' },
        },
        'receipt-12345678',
      ),
    );
    const { html } = await steward.get('/programme');
    expect(html).toContain('&lt;b>Clinique&lt;/b> Rouge');
    expect(html).toContain('anne@example.test');
  });

  describe('answers a site that asks to join', () => {
    const ask = async (siteName: string, n: number) => {
      await t.db.as({ kind: 'visitor' }, tx =>
        tx.joinRequests.add(
          {
            ...{ siteName, kind: 'clinic', address: '', city: 'Hearst', postalCode: 'P0L 1N0' },
            ...{ phone: '705-555-0100', uses: ['ask'], leadName: 'Anne Roy', leadTitle: '', remarks: '' },
            ...{ email: 'anne@example.test', language: 'fr' },
          },
          `receipt-of-${siteName}-${n}`.replaceAll(' ', '-'),
        ),
      );
      const { rows } = await t.owner.query('select key from join_requests where site_name = $1', [siteName]);
      return `/programme/joining/${rows[0].key}`;
    };
    const answer = async (url: string, fields: Record<string, string>, by = steward) => {
      const { html } = await by.get(url);
      const turn = /name="turn" value="(\d+)"/.exec(html)![1]!;
      return by.post(url, { note: '', turn, ...fields });
    };

    it('invited, with who and when; open ones stay on top', async () => {
      const done = await ask('Alder Clinic', 1);
      await ask('Birch Clinic', 2);
      expect((await steward.get('/programme')).html).toContain(`href="${done}"`);
      const led = await answer(done, { answer: 'invited' });
      expect(led.headers.get('location')).toBe('/programme?done=answered');
      const { html } = await steward.get('/programme?done=answered');
      expect(html).toContain('The answer is kept.');
      expect(html.indexOf('Birch Clinic')).toBeLessThan(html.indexOf('Alder Clinic'));
      expect(html.slice(html.indexOf('Alder Clinic'))).toMatch(/Invited<.*Oriane Desrosiers, /s);
      const { rows } = await t.superuser.query(
        `select why, member from audit where act = 'answer-join' and result = 'o' order by id desc limit 1`,
      );
      expect(rows[0]).toEqual({ why: 'invited', member: w.steward.member });
    });

    it('invited, and its site works here with whoever asked as lead and steward, told by mail, once', async () => {
      const url = await ask('Juniper Clinic', 4);
      await t.owner.query(
        `update join_requests set email = 'lead@juniper.test' where site_name = 'Juniper Clinic'`,
      );
      await answer(url, { answer: 'invited' });
      await answer(url, { answer: 'invited', note: 'Phoned them' });
      const { rows } = await t.owner.query(
        `select s.on_network, m.roles, l.kind, (select count(*)::int from jobs where kind = 'tell-password'
           and payload ->> 'person' = p.id::text) as jobs
         from sites s join members m on m.site_id = s.id join people p on p.id = m.person_id
         join links l on l.person_id = p.id
         where s.name_en = 'Juniper Clinic' and p.email = 'lead@juniper.test'`,
      );
      const [one, ...more] = rows;
      expect(more).toEqual([]);
      expect(one).toMatchObject({ on_network: true, roles: ['lead', 'steward'], kind: 'invite' });
      // Past the application nobody else opens a site.
      const { rows: asked } = await t.owner.query('select id from join_requests limit 1');
      const link = { tokenHash: '0'.repeat(64), hours: 1 };
      await expect(t.db.as(w.clerk.actor, tx => tx.joinRequests.open(asked[0].id, link))).rejects.toThrow();
    });

    it.each([
      [{ answer: '', note: '' }, 'Choose an answer.', 'answer'],
      [{ answer: 'eaten', note: '' }, 'Choose an answer.', 'answer'],
      [{ answer: 'declined', note: '' }, 'Say why the site is declined.', 'note'],
      [{ answer: 'declined', note: 'x'.repeat(1001) }, 'At most 1,000', 'note'],
      [{ answer: 'duplicate', note: 'a\u0007b' }, 'nobody can see', 'note'],
    ])('not with %j, and keeps what was typed', async (fields, message, field) => {
      const url = await ask(`Cedar Clinic ${message}${fields.answer}`, 3);
      const { status, html } = await answer(url, fields);
      expect([status, html.includes(message)]).toEqual([422, true]);
      expect(html).toContain(`href="#f-${field}"`);
      if (fields.note) expect(html).toContain(fields.note);
      const { rows } = await t.owner.query(
        'select from join_requests where site_name like $1 and answer is not null',
        ['Cedar%'],
      );
      expect(rows).toEqual([]);
    });

    it('declined with a note, and the second steward sees it before overwriting it', async () => {
      const second = await addMember(t, w.programme.id, { name: 'Second Steward', roles: ['steward'] });
      await givePassword(t, second, password);
      const browser = app.browser();
      await browser.signIn(second.email, password);
      const url = await ask('Dogwood Clinic', 4);
      await browser.get(url);
      await answer(url, { answer: 'declined', note: 'Not in Ontario' });
      const stale = await browser.post(url, { answer: 'invited', note: 'Phoned', turn: '1' });
      expect(stale.status).toBe(409);
      for (const part of ['Oriane Desrosiers answered on', 'Declined', 'Not in Ontario', 'Phoned'])
        expect(stale.html).toContain(part);
      expect((await steward.get('/programme')).html).toContain('Not in Ontario');
      const again = await steward.post(url, { answer: 'declined', note: 'Not in Ontario', turn: '1' });
      expect(again.status).toBe(303);
      expect((await answer(url, { answer: 'duplicate' }, browser)).status).toBe(303);
      expect((await browser.get(url)).html).toMatch(/Duplicate: Second Steward/);
    });

    it('and nobody else does', async () => {
      const url = await ask('Elm Clinic', 5);
      const clerk = await addMember(t, w.programme.id, { name: 'Clerk Programme', roles: ['clerk'] });
      for (const one of [clerk, w.physician]) {
        await givePassword(t, one, password);
        const browser = app.browser();
        await browser.signIn(one.email, password);
        await browser.get('/account');
        expect((await browser.get(url)).status).toBe(404);
        expect((await browser.post(url, { answer: 'invited', note: '', turn: '1' })).status).toBe(404);
      }
      const { rows } = await t.owner.query(`select answer from join_requests where site_name = 'Elm Clinic'`);
      expect(rows).toEqual([{ answer: null }]);
    });
  });

  it('sees work that failed and starts it again; nobody else does', async () => {
    await t.owner.query(
      `insert into jobs (kind, payload, attempts, parked_at, last_error)
       values ('a-kind-nobody-runs', '{"case": 1}', 5, now(), 'MailUnavailable: away')`,
    );
    const job = (await t.owner.query('select id from jobs where parked_at is not null')).rows[0].id;
    expect(await t.db.as(w.physician.actor, tx => tx.jobs.parked(10))).toEqual([]);
    expect(await startAgain(w.app, w.physician.actor, job)).toBe(false);
    const { html } = await steward.get('/programme');
    expect(html).toContain('MailUnavailable: away');
    const answer = await steward.post('/programme/start-again', { job: String(job) });
    expect(answer.headers.get('location')).toBe('/programme?again=started');
    const { rows } = await t.owner.query('select attempts, parked_at from jobs where id = $1', [job]);
    expect(rows[0]).toEqual({ attempts: 0, parked_at: null });
    const twice = await steward.post('/programme/start-again', { job: String(job) });
    expect(twice.headers.get('location')).toBe('/programme?again=gone');
  });

  it('cannot touch work that has not failed', async () => {
    await t.owner.query(`insert into jobs (kind, payload) values ('another-kind-nobody-runs', '{}')`);
    const { rows } = await t.owner.query(`select id from jobs where kind = 'another-kind-nobody-runs'`);
    expect(await startAgain(w.app, w.steward.actor, rows[0].id)).toBe(false);
  });
});
