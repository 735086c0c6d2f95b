import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { secret } from '../ports/ids.ts';
import type { Channel } from '../ports/messages.ts';
import { patientCode, patientToken, tokenHash } from '../tokens.ts';
import { isTold, type PatientPage, readPatientPage } from './portal.ts';

type Acts = Pick<App, 'db' | 'config'>;

/** What the page of all requests shows before the code, and after it. */
export type AllRequests =
  | { open: false; way: { channel: Channel; hint: string } | null }
  | { open: true; pages: PatientPage[] };

/** All requests of the patient, each read and written down; before the code, how it would come. */
export async function readAllRequests(app: Acts, actor: Actor, session: string): Promise<AllRequests> {
  const { requests, way } = await app.db.as(actor, async tx => {
    const [found, second] = [
      await tx.portalPeople.requests(tokenHash(session)),
      await tx.portalPeople.secondChannel(),
    ];
    await tx.audit.add({ act: 'read-all', what: 'link', ids: [], result: 'ok' });
    return { requests: found, way: second };
  });
  if (requests.length === 0 || actor.kind !== 'patient')
    return { open: false, way: way && sendable(app, way) ? { ...way, hint: masked(way.address) } : null };
  const pages: PatientPage[] = [];
  for (const { id } of requests) {
    const page = await readPatientPage(app, { ...actor, request: id });
    if (page?.story.cases.some(isTold)) pages.push(page);
  }
  return { open: true, pages };
}

/** A text cannot be promised where none can be sent. */
function sendable({ config }: Acts, { channel }: { channel: Channel }): boolean {
  return channel === 'mail' || config.texts === true;
}

/** The last four signs of a number, the first of an address: enough to know which one is meant. */
function masked(address: string): string {
  const at = address.indexOf('@');
  return at === -1
    ? `•••-${address.replace(/\s*ext.*$/, '').slice(-4)}`
    : `${address[0]}•••${address.slice(at)}`;
}

/** Sends a code to the second channel. False when there is none, or three were asked for within the hour. */
export function askCode(app: Acts, actor: Actor): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const way = await tx.portalPeople.secondChannel();
    const ok = way !== null && sendable(app, way) && (await tx.portalPeople.askCode(secret()));
    if (ok && actor.kind === 'patient')
      await tx.jobs.add({ kind: 'send-code', payload: { link: actor.link } });
    await tx.audit.add({ act: 'ask-code', what: 'link', ids: [], result: ok ? 'ok' : 'denied' });
    return ok;
  });
}

/** Tries a code: right, this session sees all requests from here on. The fifth wrong one ends it. */
export function tryCode(app: Acts, actor: Actor, given: { code: string; session: string }): Promise<boolean> {
  const typed = given.code.replace(/\D/g, '');
  return app.db.as(actor, async tx => {
    const nonce = await tx.portalPeople.tryCode();
    const right = nonce !== null && typed === patientCode(app.config.secretKey, nonce);
    const ok = right && (await tx.portalPeople.passCode(tokenHash(given.session), nonce));
    await tx.audit.add({ act: 'try-code', what: 'link', ids: [], result: ok ? 'ok' : 'denied' });
    return ok;
  });
}

/** The session goes on with another request of the same patient. */
export function goToRequest(app: Acts, actor: Actor, to: { key: string; session: string }): Promise<boolean> {
  const nonce = secret();
  const hash = tokenHash(patientToken(app.config.secretKey, nonce));
  return app.db.as(actor, async tx => {
    const ok = await tx.portalPeople.goTo(tokenHash(to.session), { key: to.key, nonce, tokenHash: hash });
    await tx.audit.add({ act: 'go-to-request', what: 'link', ids: [], result: ok ? 'ok' : 'denied' });
    return ok;
  });
}
