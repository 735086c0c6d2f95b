import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { nextInFolder } from '../../../src/app/worklist/worklists.ts';
import { busyClinic, does, passes } from '../../support/busy-clinic.ts';
import { addPatient, ask } from '../../support/cases.ts';
import { freshDatabase, type TestDatabase } from '../../support/database.ts';
import {
  givePassword,
  type Page,
  type RunningApp,
  startApp,
  type TestBrowser,
} from '../../support/server.ts';
import { addMember, type TestMember } from '../../support/world.ts';

const password = 'a sentence that is easy to keep';
let t: TestDatabase;
let w: Awaited<ReturnType<typeof busyClinic>>;
let app: RunningApp;
let clerk: TestBrowser;
let physician: TestBrowser;

beforeAll(async () => {
  t = await freshDatabase({ demo: true });
  w = await busyClinic(t);
  await passes(t, 26);
  app = await startApp(t);
  [clerk, physician] = (await Promise.all([w.clerk, w.physician].map(signedIn))) as [
    TestBrowser,
    TestBrowser,
  ];
});
afterAll(async () => {
  await app?.stop();
  await t?.drop();
});

async function signedIn(member: TestMember) {
  await givePassword(t, member, password);
  const browser = app.browser();
  await browser.signIn(member.email, password);
  await browser.get('/account');
  return browser;
}

/** The page as its words alone. */
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const rowsOf = (html: string): string[] =>
  html.match(/class="name" href="\/requests\/[0-9a-z]{26}[?"]/g) ?? [];
const memberKey = async (member: number): Promise<string> =>
  (await t.owner.query('select key from members where id = $1', [member])).rows[0].key;

describe('the worklist of a clerk', () => {
  it('begins with what needs the clinic now, by due time, with counts that are true', async () => {
    const { html, status } = await clerk.get('/worklist');
    expect(status).toBe(200);
    expect(words(html)).toContain('Needs me now 10 requests.');
    expect(rowsOf(html)).toHaveLength(10);
    expect(words(html)).toMatch(/Overdue \d .* Later \d/);
    const dues = [...html.matchAll(/<td class="d">.*?datetime="([^"]+)"/g)].map(([, due]) => due);
    expect(dues).toHaveLength(10);
    expect(dues).toEqual([...dues].sort());
    expect(html).toContain(`href="/requests/${w.cases[0]!.requestKey}?from=needs-me"`);
    expect(html).toContain('Start with the first');
  });

  it('shows age and sex, what is asked for and why, from whom, status and who has it', async () => {
    const { html } = await clerk.get('/worklist');
    const row = words(/<tr class="[^"]*"><td class="k">.*?Whitcombe.*?<\/tr>/.exec(html)![0]);
    for (const part of ['Whitcombe, Arden', '34 F', 'Urgent', 'Depression assessment', 'Perinatal low mood'])
      expect(row).toContain(part);
    for (const part of ['Rideau Family Practice', 'New', 'Not assigned']) expect(row).toContain(part);
  });

  it('has a folder for every status, and its zeros stay', async () => {
    const { html } = await clerk.get('/worklist/received-referral-accepted');
    expect(words(html)).toContain('Received referrals: To book');
    expect(html).toMatch(/href="\/worklist\/received-referral-booked"[^>]*>.*?<data value="0"/);
    expect(html).toContain('Completed');
    expect((await clerk.get('/worklist/received-referral-nonsense')).status).toBe(404);
    expect((await clerk.get('/worklist/received-econsult-booked')).status).toBe(404);
  });

  it('says in one sentence that a folder is empty', async () => {
    const { html } = await clerk.get('/worklist/received-referral-booked');
    expect(words(html)).toContain('No request is here now.');
  });

  it('writes every list into the log of access', async () => {
    await clerk.get('/worklist/overdue');
    const { rows } = await t.superuser.query(
      `select count(*)::int as n from audit where member = $1 and act = 'worklist'`,
      [w.clerk.member],
    );
    expect(rows[0].n).toBeGreaterThan(0);
  });
});

describe('filters and search', () => {
  const filter = (fields: Record<string, string>) =>
    clerk.post('/worklist/needs-me', { q: '', type: '', service: '', assigned: '', urgency: '', ...fields });

  it('keep filters in the address, as keys', async () => {
    const answer = await filter({ type: 'econsult', service: w.advice.key, assigned: 'me' });
    expect(answer.status).toBe(303);
    const url = answer.headers.get('location')!;
    expect(url).toBe(`/worklist/needs-me?type=econsult&service=${w.advice.key}&assigned=me`);
    const { html } = await clerk.get(url);
    expect(rowsOf(html)).toHaveLength(2);
    expect(words(html)).toContain('Show all again');
    expect(rowsOf((await clerk.get('/worklist/needs-me?urgency=urgent')).html)).toHaveLength(2);
    const none = await clerk.get(`/worklist/needs-me?service=${'0'.repeat(26)}`);
    expect(words(none.html)).toContain('No request fits these filters.');
  });

  it('find a person in every folder, and leave the name in no address and no log', async () => {
    const answer = await filter({ q: 'nakash' });
    expect(answer.status).toBe(200);
    expect(rowsOf(answer.html)).toHaveLength(1);
    expect(words(answer.html)).toContain('Nakashima-Roy, Dov');
    expect(app.log.join('').toLowerCase()).not.toContain('nakash');
    expect(answer.html).not.toMatch(/href="[^"]*nakash/i);
    const byNumber = await filter({ q: w.cases[2]!.reference.toLowerCase() });
    expect(words(byNumber.html)).toContain('Laframboise, Colette');
    expect(words((await filter({ q: 'zzzz' })).html)).toContain('No request of your site fits.');
  });

  it('take no unknown field, and nothing that is no filter', async () => {
    expect((await clerk.get('/worklist/needs-me?q=nakash')).status).toBe(400);
    expect((await clerk.get('/worklist/needs-me?type=other')).status).toBe(400);
    expect((await filter({ type: 'other' })).headers.get('location')).toBe('/worklist/needs-me');
  });
});

describe('the worklist of others', () => {
  it('tells the physician what waits on others, since when it is late and who holds it', async () => {
    const { html } = await physician.get('/worklist');
    expect(words(html)).toContain('Nothing needs you now. 10 requests wait on others.');
    expect(words(html)).toContain('Waits on others 10, the five that come due first');
    const lines = html.match(/<tr><td><span class="due.*?<\/tr>/g)!.map(words);
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatch(/late Whitcombe, Arden Somerset Clinic Accept, decline or hand on/);
    const folder = await physician.get('/worklist/waits-on-others');
    expect(words(folder.html)).toContain('Who holds it');
  });

  it('shows a specialist what is theirs, and not the questions that wait to be assigned', async () => {
    const specialist = await signedIn(w.specialist);
    const question = w.cases[3]!;
    expect((await specialist.get('/worklist')).html).not.toContain(question.requestKey);
    expect((await specialist.get('/worklist/not-assigned')).html).toContain(question.requestKey);
    const member = await memberKey(w.specialist.member);
    await does(w.app, w.clerk.actor, question.caseKey, 'assign', { member, why: 'next-in-turn' });
    const { html } = await specialist.get('/worklist');
    expect(html).toContain(question.requestKey);
    expect(html).toMatch(/class="av me" title="Jean Tremblay"/);
  });

  it('shows a delegate what the clinician they act for must do', async () => {
    const { caseKey, requestKey } = w.cases[6]!;
    await does(w.app, w.clerk.actor, caseKey, 'ask-info', { text: 'Since when?' });
    const delegate = { ...w.delegate.actor, actingFor: w.physician.member };
    expect(await nextInFolder(w.app, delegate)).toBe(requestKey);
    expect((await clerk.get('/worklist/waits-on-others')).html).toContain('Clock stopped');
    await does(w.app, w.physician.actor, caseKey, 'supply-info', { text: 'Since May.' });
  });

  it('shows a stranger site nothing', async () => {
    const outsider = await signedIn(w.outsider);
    for (const folder of ['', '/overdue', '/not-assigned', '/waits-on-others', '/received-referral-sent']) {
      const { html, status } = await outsider.get(`/worklist${folder}`);
      expect(status).toBe(200);
      expect(rowsOf(html)).toEqual([]);
    }
  });

  it('tells who has no part in requests about patients just that', async () => {
    const officer = await addMember(t, w.practice.id, {
      name: 'Farida Nasrallah',
      roles: ['privacy-officer'],
    });
    const browser = await signedIn(officer);
    const { html } = await browser.get('/worklist');
    expect(words(html)).toContain('Your role at this site does not include requests about patients.');
    expect(rowsOf(html)).toEqual([]);
    expect((await browser.get('/worklist/overdue')).status).toBe(404);
    expect((await browser.post('/worklist/overdue', { q: 'nakash' })).status).toBe(404);
  });

  it('keeps drafts with what they are for', async () => {
    const draft = await t.db.as(w.physician.actor, tx =>
      tx.drafts.begin({ kind: 'econsult', title: 'Several antidepressants tried' }),
    );
    const { html } = await physician.get('/worklist/drafts');
    expect(html).toContain(`/drafts/${draft.key}`);
    expect(words(html)).toContain('Several antidepressants tried');
    expect((await clerk.get('/worklist/drafts')).html).not.toContain(draft.key);
  });

  it('speaks French', async () => {
    const luce = await addMember(t, w.clinic.id, { name: 'Luce Tardif', roles: ['clerk'] });
    const browser = await signedIn(luce);
    await browser.get('/language/fr?back=/account');
    const { html } = await browser.get('/worklist');
    expect(words(html)).toContain('À faire maintenant');
    expect(words(html)).toMatch(/demandes\. \d sont en retard/);
  });
});

describe('a long list', () => {
  it('goes on to the next page by due time, and a search goes on without a name in the address', async () => {
    const patientKey = (await addPatient(t, w.physician.actor, { family: 'Longlist' })).key;
    for (let n = 0; n < 51; n++) await ask(w.app, w.physician.actor, { service: w.visits, patientKey });
    const first = await physician.get('/worklist/sent-referral-sent');
    expect(rowsOf(first.html)).toHaveLength(50);
    const next = /href="([^"]+)" rel="next"/.exec(first.html)![1]!.replaceAll('&amp;', '&');
    const second = await physician.get(next);
    expect(rowsOf(second.html).length).toBeGreaterThan(0);
    expect(rowsOf(first.html).filter(row => rowsOf(second.html).includes(row))).toEqual([]);
    const found = await physician.post('/worklist/needs-me', { q: 'longlist' });
    expect(rowsOf(found.html)).toHaveLength(50);
    expect(found.html).not.toContain('rel="next"');
    const after = /name="after" value="([^"]+)"/.exec(found.html)![1]!;
    expect(rowsOf((await physician.post('/worklist/needs-me', { q: 'longlist', after })).html)).toHaveLength(
      1,
    );
  });
});

describe('after a decision', () => {
  it('the next request is the first that is left', async () => {
    const first = (await nextInFolder(w.app, w.clerk.actor))!;
    const second = await nextInFolder(w.app, w.clerk.actor, first);
    expect(first).toBe(w.cases[0]!.requestKey);
    expect(second).not.toBe(first);
    expect(second).toMatch(/^[0-9a-z]{26}$/);
    expect(await nextInFolder(w.app, w.outsider.actor)).toBeNull();
  });
});

describe('picked rows', () => {
  it('are assigned together, and those that refuse are listed with the reason', async () => {
    const member = await memberKey(w.specialist.member);
    const fresh = await Promise.all(
      [w.visits, w.visits, w.advice].map(async service => {
        const patientKey = (await addPatient(t, w.physician.actor, { family: 'Newcomer' })).key;
        return ask(w.app, w.physician.actor, { service, patientKey });
      }),
    );
    const gone = fresh[0]!;
    await does(w.app, w.physician.actor, gone.caseKey, 'cancel', { reason: 'duplicate' });
    const pick = [...fresh.map(one => one.caseKey), '0'.repeat(26)];
    const post = (receipt: string) =>
      clerk.post('/worklist/assign', { from: 'needs-me', member, receipt, pick });
    const answer = await post('receipt-0001');
    expect(answer.status).toBe(422);
    expect(words(answer.html)).toContain('2 requests are now with Jean Tremblay.');
    expect(words(answer.html)).toContain('2 requests were left as they were');
    expect(words(answer.html)).toContain(`${gone.reference} : This case has ended.`);
    expect(words(answer.html)).toContain('It is not open to your site any more.');
    expect(words((await post('receipt-0001')).html)).toContain('2 requests are now with');
    const { rows } = await t.superuser.query(
      `select count(*)::int as n from case_events e join cases c on c.id = e.case_id
       where e.type = 'assigned' and c.key = any ($1)`,
      [fresh.map(one => one.caseKey)],
    );
    expect(rows[0].n).toBe(2);
  });

  it('lead back to the list when all went well, which says so', async () => {
    const patientKey = (await addPatient(t, w.physician.actor, { family: 'Newcomer' })).key;
    const { caseKey } = await ask(w.app, w.physician.actor, { service: w.visits, patientKey });
    const member = await memberKey(w.specialist.member);
    const answer = await clerk.post('/worklist/assign', {
      ...{ from: 'overdue', member, receipt: 'receipt-0002', pick: caseKey },
    });
    expect(answer.status).toBe(303);
    const { html } = await clerk.get(answer.headers.get('location')!);
    expect(words(html)).toContain('1 request is now with Jean Tremblay.');
  });

  it('go to nobody of another site', async () => {
    const member = await memberKey(w.outsider.member);
    const answer = await clerk.post('/worklist/assign', {
      ...{ from: 'x', member, receipt: 'receipt-0003', pick: w.cases[0]!.caseKey },
    });
    expect(words(answer.html)).toContain('Nothing was done.');
    expect(answer.html).toContain('href="/worklist/needs-me"');
  });
});

describe('from a list through its requests', () => {
  /** The links of the head of a story: back, and to its neighbours. */
  const wayOf = (html: string) => {
    const nav = /<nav class="line" aria-label="Worklist">(.*?)<\/nav>/s.exec(html)?.[1] ?? '';
    const link = (rel: string) =>
      new RegExp(`<a href="([^"]+)" rel="${rel}"`).exec(nav)?.[1]?.replaceAll('&amp;', '&');
    return {
      said: words(nav),
      back: /<a href="([^"]+)"/.exec(nav)?.[1],
      previous: link('prev'),
      next: link('next'),
    };
  };
  const hrefs = (html: string) =>
    [...html.matchAll(/class="name" href="([^"]+)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'));

  it('goes to the next and the one before, in the order of the list, and back to it', async () => {
    const folder = '/worklist/waits-on-others';
    const list: string[] = [];
    for (let at: string | undefined = folder; at; ) {
      const { html }: Page = await physician.get(at);
      list.push(...hrefs(html));
      at = /<a href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
    }
    // More than one page of the list.
    expect(list.length).toBeGreaterThan(50);
    expect(list[0]).toMatch(/\?from=waits-on-others$/);
    const seen = [list[0]!];
    for (let at = list[0]; at; ) {
      const way = wayOf((await physician.get(at)).html);
      expect(way.back).toBe(folder);
      expect(way.said).toContain(`${seen.length} of ${list.length}`);
      expect(way.previous).toBe(list[seen.length - 2]);
      expect(way.next).toBe(list[seen.length]);
      at = way.next;
      if (at) seen.push(at);
    }
    expect(seen).toEqual(list);
  });

  it('stays within the filters of the list, and a filter on the story keeps the way', async () => {
    const list = hrefs((await physician.get('/worklist/waits-on-others?type=econsult')).html);
    expect(list[0]).toContain('from=waits-on-others&type=econsult');
    const { html } = await physician.get(list[0]!);
    expect(wayOf(html)).toMatchObject({ back: '/worklist/waits-on-others?type=econsult' });
    expect(wayOf(html).said).toContain(`1 of ${list.length}`);
    expect(html).toContain('?show=messages&amp;from=waits-on-others&amp;type=econsult');
  });

  it('from elsewhere, or from a list that is none, leads to the worklist', async () => {
    const key = w.cases[0]!.requestKey;
    for (const query of ['', '?from=nowhere', '?from=%3Cscript%3E']) {
      const { html, status } = await physician.get(`/requests/${key}${query}`);
      expect([status, wayOf(html).said.trim()]).toEqual([200, '']);
      expect(html).toContain('<a href="/worklist">Worklist</a>');
    }
  });

  it('says the list alone when the request is not in it any more', async () => {
    const { html } = await physician.get(`/requests/${w.cases[0]!.requestKey}?from=sent-referral-declined`);
    expect(wayOf(html)).toMatchObject({
      back: '/worklist/sent-referral-declined',
      previous: undefined,
      next: undefined,
    });
  });

  it('a search leaves no trace in the address of a story', async () => {
    const { html } = await clerk.post('/worklist/needs-me', {
      q: 'Whitcombe',
      type: '',
      service: '',
      assigned: '',
      urgency: '',
      after: '',
    });
    for (const href of hrefs(html)) expect(href).toMatch(/^\/requests\/[0-9a-z]{26}$/);
    expect(hrefs(html).length).toBeGreaterThan(0);
  });
});
