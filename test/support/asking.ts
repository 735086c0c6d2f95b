import { expect } from 'vitest';
import { indexDirectory } from '../../src/app/directory/import-directory.ts';
import { publishStandardForms } from '../../src/app/forms/standard-forms.ts';
import { hiddenOf } from './act.ts';
import { addPatient, addService } from './cases.ts';
import { freshDatabase } from './database.ts';
import { givePassword, type Page, startApp, type TestBrowser } from './server.ts';
import { smallWorld, type TestMember } from './world.ts';

const password = 'a sentence that is easy to keep';
const operator = { kind: 'operator', command: 'test' } as const;

/** A practice with a patient, and a clinic that gives advice and sees people, all in the directory. */
export async function askingWorld(dataDir: string) {
  const database = await freshDatabase();
  const world = await smallWorld(database);
  const { clinic, physician } = world;
  const advice = await addService(database, clinic.id, {
    type: 'econsult',
    name: 'Psychiatry eConsult, depression',
  });
  const visit = await addService(database, clinic.id, { name: 'Depression assessment' });
  await database.operator.as(operator, async tx => {
    await publishStandardForms(tx);
    await indexDirectory(tx);
    await tx.people.delegate(physician.member, world.delegate.member);
  });
  const patient = await addPatient(database, physician.actor);
  const app = await startApp(database, { DATA_DIR: dataDir });
  const signedIn = async (member: TestMember, on = app): Promise<TestBrowser> => {
    await givePassword(database, member, password);
    const browser = on.browser();
    expect((await browser.signIn(member.email, password)).status).toBe(303);
    await browser.get('/account');
    return browser;
  };
  const stop = async () => {
    await app.stop();
    await database.drop();
  };
  return { database, app, ...world, advice, visit, patient, signedIn, stop };
}

export type AskingWorld = Awaited<ReturnType<typeof askingWorld>>;

/** Where a page leads. */
export function ledTo(page: Page): string {
  expect([page.status, page.html.slice(0, 300)]).toEqual([303, '']);
  return page.headers.get('location')!;
}

/** Asks about the patient and chooses a route, as a person would: the address of the draft's form. */
export async function chooseRoute(
  browser: TestBrowser,
  given: { patient: string; problem: string; service: string },
): Promise<string> {
  const asked = ledTo(
    await browser.post('/ask', { patient: given.patient, problem: given.problem, do: 'show' }),
  );
  const { patient, problem, service } = given;
  return ledTo(await browser.post(asked, { patient, problem, service }));
}

/** What the form of a draft carries unseen, to post with what is typed. */
export async function unseenOf(browser: TestBrowser, url: string) {
  const page = await browser.get(url);
  expect([url, page.status]).toEqual([url, 200]);
  const version = /name="version" value="(\d+)"/.exec(page.html)?.[1] ?? '';
  return { receipt: hiddenOf(page).receipt, version };
}
