import { timingSafeEqual } from 'node:crypto';
import type { RecordedEvent } from '../../domain/case/events.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { Instant } from '../../domain/case/time.ts';
import { type Actor, visitor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import { secret } from '../ports/ids.ts';
import type { GuestDoor } from '../ports/workspaces.ts';
import { type CaseStory, type RequestStory, readRequestIn } from '../read-request.ts';
import { guestCode, tokenHash } from '../tokens.ts';

/** Where a code would go, for the holder of a link; null for a link that is closed, too old or was never made. */
export function guestDoor(app: Pick<App, 'db'>, token: string): Promise<GuestDoor | null> {
  return app.db.as(visitor, tx => tx.workspaces.door(tokenHash(token)));
}

/** Sends a code to the address or number of the link; false when there were three within the hour, or the link is dead. */
export function askGuestCode(app: Pick<App, 'db'>, token: string): Promise<boolean> {
  return app.db.as(visitor, async tx => {
    const asked = await tx.workspaces.askCode(tokenHash(token), secret());
    if (asked) await tx.jobs.add({ kind: 'tell-guest', payload: { ...asked, template: 'guest-code' } });
    const ids = asked ? [asked.link] : [];
    await tx.audit.add({ act: 'ask-code', what: 'link', ids, result: asked ? 'ok' : 'denied' });
    return asked !== null;
  });
}

export type GuestOpening =
  | { result: 'opened'; session: string }
  | { result: 'wrong' | 'none'; triesLeft: number }
  | { result: 'dead' };

/** The code, or for paper the birth date, and who answers. The fifth wrong answer closes the link and tells the office. */
export function openWorkspace(
  app: Pick<App, 'db' | 'config'>,
  given: { token: string; code: string; day: string; holder: string; before?: string },
): Promise<GuestOpening> {
  const hash = tokenHash(given.token);
  return app.db.as(visitor, async tx => {
    const tried = await tx.workspaces.try(hash, given.day);
    const { nonce, triesLeft, result } = tried;
    const right =
      result === 'right' || (nonce !== null && same(given.code, guestCode(app.config.secretKey, nonce)));
    const session = secret();
    const opened =
      right &&
      (await tx.workspaces.open(hash, { code: nonce, hash: tokenHash(session), holder: given.holder }));
    const ids = tried.link === null ? [] : [tried.link];
    const outcome = opened ? 'ok' : tried.link === null ? 'missing' : 'denied';
    await tx.audit.add({ act: 'open-link', what: 'link', ids, result: outcome });
    if (opened) {
      if (given.before !== undefined) await tx.people.closeSession(tokenHash(given.before));
      return { result: 'opened', session };
    }
    if (result === 'dead') return { result };
    if (result === 'none') return { result, triesLeft };
    if (triesLeft > 0) return { result: 'wrong', triesLeft };
    await closeAfterWrong(tx, hash, tried.case);
    return { result: 'dead' };
  });
}

async function closeAfterWrong(tx: Tx, hash: string, id: number | null): Promise<void> {
  if (id === null || !(await tx.workspaces.void(hash))) return;
  await tx.jobs.add({ kind: 'close-invitation', payload: { case: id, why: 'wrong-code' } });
}

function same(typed: string, code: string): boolean {
  const digits = typed.replace(/\D/g, '');
  return digits.length === code.length && timingSafeEqual(Buffer.from(digits), Buffer.from(code));
}

/** What a guest works on. */
export interface WorkspacePage {
  story: RequestStory;
  one: CaseStory;
  holder: string;
  /** It opens until then. */
  until: Instant;
}

/** The one case of a guest's session, read and written down; null when its link has ended. */
export function readWorkspace(app: Pick<App, 'db'>, actor: Actor): Promise<WorkspacePage | null> {
  return app.db.as(actor, async tx => {
    const mine = await tx.workspaces.mine();
    const story = mine && (await readRequestIn(tx, mine.requestKey, 'workspace'));
    const one = story?.cases.find(each => each.key === mine?.caseKey);
    return mine && story && one ? { story, one, holder: mine.holder ?? '', until: mine.until } : null;
  });
}

/** Of the other sides, what a receiver waits for. */
const newsToGuest: readonly string[] = [
  ...[
    'info-supplied',
    'messaged',
    'attached',
    'cancelled',
    'withdrawn',
    'insisted',
    'resubmitted',
    'worsened',
  ],
  ...['confirmed', 'cannot-come', 'other-time-asked', 'advice-taken', 'urgency-changed'],
];

/** The link to tell that there is news; undefined when there is none, or the receiver made it. */
export function guestToHear(state: CaseState, recorded: readonly RecordedEvent[]): number | undefined {
  const heard = recorded.some(
    ({ type, audience, by }) =>
      newsToGuest.includes(type) && by.side !== 'receiver' && !['requester', 'intake'].includes(audience),
  );
  return heard ? state.guest?.link : undefined;
}
