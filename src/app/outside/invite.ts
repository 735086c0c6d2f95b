import type { InvitationEnd, InviteChannel } from '../../domain/referral/invitation.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import type { FaxState } from '../ports/faxes.ts';
import { key, secret } from '../ports/ids.ts';
import type { Language } from '../ports/people.ts';
import type { Invitation } from '../ports/workspaces.ts';
import { type Outcome, outcomeOf, receiptOf, runVerbIn } from '../run-verb.ts';
import { guestToken, tokenHash } from '../tokens.ts';

type Acts = Pick<App, 'db' | 'config' | 'clock' | 'files'>;

/** Days that a workspace opens. */
export const workspaceDays = 90;

/** The way a receiver was given, its code, and how far a fax got. */
export interface WayOut {
  invitation: Invitation;
  code: string;
  fax: FaxState | null;
}

export interface InviteAsk {
  caseKey: string;
  channel: InviteChannel;
  /** Address or number; '' for paper. */
  to: string;
  language: Language;
  turn?: number;
  receipt?: string;
  /** What is faxed, made for the code of the new link. */
  fax?: (code: string) => Promise<Uint8Array>;
}

class Refused extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super('refused');
    this.outcome = outcome;
  }
}

/**
 * Gives a receiver off the network a way to answer, in place of the one before: link, event, access and what sends it are one
 * transaction. The pages of a fax are made and sealed before it.
 */
export async function invite(app: Acts, actor: Actor, ask: InviteAsk): Promise<Outcome> {
  const nonce = secret();
  const code = guestToken(app.config.secretKey, nonce);
  const blob = ask.fax ? await app.files.put(await ask.fax(code)) : null;
  try {
    return await app.db.as(actor, tx => inviteIn(app, tx, { ask, nonce, code, blob }));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await app.db.as(actor, tx =>
      tx.audit.add({ act: 'invite', what: 'case', ids: [], why: 'refused', result: 'denied' }),
    );
    return error.outcome;
  }
}

interface Given {
  ask: InviteAsk;
  nonce: string;
  code: string;
  blob: string | null;
}

async function inviteIn(app: Acts, tx: Tx, { ask, nonce, code, blob }: Given): Promise<Outcome> {
  const { caseKey, channel, language, turn, receipt } = ask;
  const posted = { channel, to: ask.to };
  const kept = receipt === undefined ? null : await tx.receipts.find(receipt);
  const twin = kept && outcomeOf(kept, receiptOf(receipt, [caseKey, 'invite', 'requester', posted]));
  if (twin) return twin;
  const until = new Date(Date.parse(app.clock.now()) + workspaceDays * 86_400_000).toISOString();
  const to = ask.to === '' ? null : ask.to;
  const made = { caseKey, nonce, tokenHash: tokenHash(code), channel, to, language, until };
  const link = await tx.workspaces.makeLink(made);
  if (link === null) throw new Refused({ ok: false, refusal: 'not-found' });
  const input = { ...posted, link, until };
  const outcome = await runVerbIn(app, tx, {
    ...{ caseKey, type: 'referral', verb: 'invite', side: 'requester', input, posted, turn, receipt },
  });
  if (!outcome.ok) throw new Refused(outcome);
  await letIn(tx, { link, caseKey, channel, blob });
  return outcome;
}

/** The link's part in the case, and the job that sends it. */
async function letIn(tx: Tx, { link, caseKey, channel, blob }: Sent): Promise<void> {
  const locked = await tx.cases.lock(caseKey);
  if (typeof locked !== 'object') throw new Error('the case was there a moment ago');
  await tx.cases.share(locked.id, { link }, 'receiver');
  if (channel === 'mail')
    await tx.jobs.add({ kind: 'tell-guest', payload: { link, case: locked.id, template: 'guest-invite' } });
  if (channel === 'fax') {
    const fax = await tx.faxes.add({ key: key(), link, kind: 'request', blob });
    if (!fax) throw new Error('the fax of a link that was just made');
    await tx.jobs.add({ kind: 'hand-fax', payload: fax });
  }
}

interface Sent {
  link: number;
  caseKey: string;
  channel: InviteChannel;
  blob: string | null;
}

/** What was sent out last; null when nothing was, or the case is not one this site sent off the network. */
export async function wayOutIn(app: Pick<App, 'config'>, tx: Tx, caseKey: string): Promise<WayOut | null> {
  const invitation = await tx.workspaces.invitation(caseKey);
  if (!invitation) return null;
  const fax = invitation.channel === 'fax' ? await tx.faxes.ofLink(invitation.link) : null;
  return { invitation, code: guestToken(app.config.secretKey, invitation.nonce), fax };
}

/** Its link opens nothing any more, from this moment. */
export function takeBack(
  app: Acts,
  actor: Actor,
  ask: { caseKey: string; turn?: number; receipt?: string },
): Promise<Outcome> {
  return app.db.as(actor, tx => closeIn(app, tx, { ...ask, side: 'requester' }, 'taken-back'));
}

/** The event and the end of the link, in one transaction. */
export async function closeIn(
  app: Pick<App, 'db' | 'config'>,
  tx: Tx,
  ask: { caseKey: string; turn?: number; receipt?: string; side: 'requester' | 'system' },
  why: InvitationEnd,
): Promise<Outcome> {
  const locked = await tx.cases.lock(ask.caseKey);
  const open = typeof locked === 'object' && locked.state.guest !== undefined;
  const outcome = await runVerbIn(app, tx, { ...ask, verb: 'close-invitation', input: { why } });
  // A second click finds it closed: its receipt says so, and nothing is written.
  if (outcome.ok && open) await tx.workspaces.close(locked.id, why);
  return outcome;
}
