import { createHash } from 'node:crypto';
import type { Day } from '../../domain/case/time.ts';
import {
  type AnswerRow,
  claimName,
  claimOf,
  type FileFault,
  isTaken,
  type Match,
  matchAnswer,
  readAnswer,
  type SentClaim,
} from '../../domain/pay/payer-answer.ts';
import { isOpen, type PayStep, type Reckoning, together } from '../../domain/pay/standing.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { csvRecords, separatorOf, textOfFile } from '../files/csv.ts';
import type { Tx } from '../ports/database.ts';
import { key as newKey } from '../ports/ids.ts';
import type { AnswerFile } from '../ports/pay.ts';
import { everything, isWaiting, type MonthLine, sentLines } from './pay.ts';

type Pays = Pick<App, 'db' | 'config'>;
type SentLine = ReturnType<typeof sentLines>[number];

/** Most bytes of a payer's file. */
export const mostAnswerBytes = 1_000_000;

/** A closed month as it stands with the payer, of the sites whose pay the actor keeps. */
export interface MonthReckoned {
  sees: 'site' | 'all';
  /** First day of the month. */
  month: Day;
  lines: readonly SentLine[];
  sums: Reckoning;
  /** What was uploaded for it, newest first. */
  files: readonly AnswerFile[];
  /** Sites that have closed it, and those of them for which it is settled. */
  sites: { closed: number; settled: number };
  /** Nothing is outstanding or waits, and it is not settled everywhere yet. */
  maySettle: boolean;
}

/** Does `work` for whoever keeps pay: a lead of a site or a steward of the programme. Null for anybody else, written down. */
function forKeeper<T>(app: Pays, actor: Actor, act: string, work: (tx: Tx) => Promise<T>): Promise<T | null> {
  return app.db.as(actor, async tx => {
    const sees = await tx.pay.sees();
    if (sees === 'site' || sees === 'all') return work(tx);
    await tx.audit.add({ act, what: 'pay', ids: [], result: 'denied' });
    return null;
  });
}

const idsOf = (lines: readonly MonthLine[]) => [...new Set(lines.map(one => one.service))].slice(0, 25);

async function reckoned(app: Pays, tx: Tx, month: Day): Promise<MonthReckoned> {
  const all = await everything(app, tx);
  const lines = sentLines(all).filter(one => one.sent.month === month);
  const closed = all.closed.filter(one => one.month === month).map(one => one.site);
  const settled = (await tx.pay.settled()).filter(one => one.month === month).map(one => one.site);
  const unsettled = lines.filter(one => !one.sent.settled);
  return {
    ...{ sees: (await tx.pay.sees()) === 'all' ? 'all' : 'site', month, lines },
    sums: together(lines.map(one => one.sent.standing)),
    files: await tx.pay.answerFiles({ month }),
    sites: { closed: closed.length, settled: settled.length },
    maySettle: closed.length > settled.length && unsettled.every(one => !isOpen(one.sent.standing)),
  };
}

/** How a month stands with the payer; null for who keeps no pay. */
export function readReckoned(app: Pays, actor: Actor, month: Day): Promise<MonthReckoned | null> {
  return forKeeper(app, actor, 'read-pay', async tx => {
    const view = await reckoned(app, tx, month);
    await tx.audit.add({ act: 'read-pay', what: 'case', ids: idsOf(view.lines), result: 'ok' });
    return view;
  });
}

/** What a payer would answer who pays all that is outstanding: for the example, and for claiming. */
export function outstandingOf(
  lines: readonly SentLine[],
): { claim: string; line: SentLine; cents: number }[] {
  return lines
    .filter(({ sent: { standing } }) => isOpen(standing) && !isWaiting({ standing } as SentLine['sent']))
    .map(line => {
      const { claim, standing } = line.sent;
      return { claim: claimName(claim, standing.attempt), line, cents: standing.outstanding };
    });
}

/**
 * Keeps a payer's file as it was read, so that it can be looked at before it is taken: its key, or that of the same file where it
 * was kept before. Null for who keeps no pay.
 */
export function keepAnswer(
  app: Pays,
  actor: Actor,
  given: { month: Day; name: string; bytes: Uint8Array },
): Promise<{ key: string; before: boolean } | { fault: FileFault } | null> {
  return forKeeper(app, actor, 'keep-pay-answer', async tx => {
    const { month, bytes } = given;
    if (bytes.length > mostAnswerBytes) return { fault: 'too-large' };
    const text = textOfFile(bytes);
    const read = readAnswer(csvRecords(text, undefined, separatorOf(text)));
    if ('fault' in read) return read;
    const digest = createHash('sha256').update(bytes).digest('hex');
    const name = given.name.replace(/[\p{C}]/gu, ' ').slice(0, 120) || 'csv';
    await tx.pay.lock();
    const mine = newKey();
    const key = await tx.pay.keepAnswer({ ...read, key: mine, month, name, digest });
    await tx.audit.add({ act: 'keep-pay-answer', what: 'pay', ids: [], result: 'ok' });
    return key === null ? null : { key, before: key !== mine };
  });
}

/** A row of an answer with what it comes to, and the line it is about. */
export interface MatchedRow extends AnswerRow {
  match: Match;
  /** What was outstanding, in cents. */
  claimed: number;
  about?: SentLine;
}

/** An answer as it would be taken now, or as it was taken. */
export interface AnswerView {
  file: AnswerFile;
  rows: readonly MatchedRow[];
  sums: Reckoning;
}

/** What the rows of a file would come to now; of one that was taken, what they came to. */
function outcomesOf(file: AnswerFile, sent: ReadonlyMap<string, SentClaim>) {
  if (!file.taken) return matchAnswer(file.rows, sent, file.month);
  const was = new Map(file.taken.outcomes.map(one => [one.line, one] as const));
  return file.rows.flatMap(row => {
    const outcome = was.get(row.line);
    return outcome ? [{ ...row, match: outcome.match, claimed: outcome.claimed }] : [];
  });
}

async function viewOf(app: Pays, tx: Tx, key: string): Promise<AnswerView | null> {
  const [file] = await tx.pay.answerFiles({ key });
  if (!file) return null;
  const lines = sentLines(await everything(app, tx));
  const byClaim = new Map(lines.map(one => [one.sent.claim, one] as const));
  const sent = new Map(lines.map(one => [one.sent.claim, one.sent] as const));
  const rows = outcomesOf(file, sent).map(row => {
    const about = byClaim.get(row.claim);
    return about ? { ...row, about } : row;
  });
  const ofMonth = lines.filter(one => one.sent.month === file.month);
  return { file, rows, sums: together(ofMonth.map(one => one.sent.standing)) };
}

/** A file that was kept; null when there is none or for who keeps no pay. */
export function readAnswerFile(app: Pays, actor: Actor, key: string): Promise<AnswerView | null> {
  return forKeeper(app, actor, 'read-pay-answer', async tx => {
    const view = await viewOf(app, tx, key);
    const ids = idsOf((view?.rows ?? []).flatMap(row => row.about ?? []));
    await tx.audit.add({ act: 'read-pay-answer', what: 'case', ids, result: view ? 'ok' : 'missing' });
    return view;
  });
}

/** Takes what can be taken of a file, all of it or nothing; `nothing`: no row could be. */
export function takeAnswer(
  app: Pays,
  actor: Actor,
  key: string,
): Promise<'done' | 'before' | 'nothing' | null> {
  return forKeeper(app, actor, 'take-pay-answer', async tx => {
    await tx.pay.lock();
    const view = await viewOf(app, tx, key);
    if (!view) {
      await tx.audit.add({ act: 'take-pay-answer', what: 'pay', ids: [], result: 'missing' });
      return null;
    }
    if (view.file.taken) return 'before';
    const rows = view.rows.filter(isTaken);
    if (rows.length === 0) return 'nothing';
    const bare = rows.map(({ about: _, match: __, claimed: ___, ...row }) => row);
    const outcomes = view.rows.map(({ line, match, claimed }) => ({ line, match, claimed }));
    const done = await tx.pay.takeAnswer(key, bare, outcomes);
    const ids = idsOf(rows.flatMap(row => row.about ?? []));
    await tx.audit.add({ act: 'take-pay-answer', what: 'case', ids, result: done ? 'ok' : 'denied' });
    return done ? 'done' : 'before';
  });
}

/** Takes a whole answer back, with the steps that were done because of it. It stays on record with the reason. */
export function undoAnswer(
  app: Pays,
  actor: Actor,
  { key, why }: { key: string; why: string },
): Promise<'done' | 'settled' | 'later' | 'missing' | null> {
  return forKeeper(app, actor, 'undo-pay-answer', async tx => {
    await tx.pay.lock();
    const outcome = await tx.pay.undoAnswer(key, why);
    await tx.audit.add({
      ...{ act: 'undo-pay-answer', what: 'pay', ids: [], why },
      result: outcome === 'done' ? 'ok' : outcome === 'missing' ? 'missing' : 'denied',
    });
    return outcome;
  });
}

/** A line that was sent, by its claim reference with or without its attempt; null when it is nobody's of theirs. */
export function readClaim(app: Pays, actor: Actor, reference: string): Promise<SentLine | null> {
  return forKeeper(app, actor, 'read-claim', async tx => {
    const claim = claimOf(reference)?.claim;
    const line = sentLines(await everything(app, tx)).find(one => one.sent.claim === claim);
    const ids = line ? [line.service] : [];
    await tx.audit.add({ act: 'read-claim', what: 'case', ids, result: line ? 'ok' : 'missing' });
    return line ?? null;
  });
}

/** Claims the rest of a line again, or writes it off; false when there is nothing left to be done about it. */
export function stepOn(
  app: Pays,
  actor: Actor,
  { reference, ...step }: PayStep & { reference: string },
): Promise<boolean | null> {
  return forKeeper(app, actor, `claim-${step.what}`, async tx => {
    await tx.pay.lock();
    const claim = claimOf(reference)?.claim;
    const line = sentLines(await everything(app, tx)).find(one => one.sent.claim === claim);
    if (!line) {
      await tx.audit.add({ act: `claim-${step.what}`, what: 'pay', ids: [], result: 'missing' });
      return null;
    }
    const { standing } = line.sent;
    const done = isWaiting(line.sent) && (await tx.pay.step(line.sent.claim, standing.attempt, step));
    await tx.audit.add({
      ...{ act: `claim-${step.what}`, what: 'case', ids: [line.service], why: step.why },
      result: done ? 'ok' : 'denied',
    });
    return done;
  });
}

/** Closes a month for good: nothing of it is outstanding, and nothing is taken or taken back any more. */
export function settleMonth(app: Pays, actor: Actor, month: Day): Promise<boolean | null> {
  return forKeeper(app, actor, 'settle-pay', async tx => {
    await tx.pay.lock();
    const { maySettle } = await reckoned(app, tx, month);
    const sites = (await tx.pay.closed()).filter(one => one.month === month).map(one => one.site);
    const done = maySettle && (await tx.pay.settle(month, sites));
    await tx.audit.add({ act: 'settle-pay', what: 'pay', ids: [], result: done ? 'ok' : 'denied' });
    return done;
  });
}
