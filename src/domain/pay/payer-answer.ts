import type { Day } from '../case/time.ts';
import type { Standing } from './standing.ts';

/** A line of a file that was read; `fields` is null when its quotes are wrong. */
export interface FileRecord {
  line: number;
  fields: readonly string[] | null;
}

/** One row of a payer's answer. */
export interface AnswerRow {
  line: number;
  /** Of the line that was sent, `C` and 12 signs. */
  claim: string;
  attempt: number;
  cents: number;
  code: string;
  said: string;
}

export const rowFaults = ['quotes', 'columns', 'claim', 'no-amount', 'amount', 'ambiguous', 'long'] as const;
/** A row of which nothing is taken. */
export interface RowFault {
  line: number;
  fault: (typeof rowFaults)[number];
}

export const fileFaults = ['not-an-answer', 'empty', 'too-many', 'too-large'] as const;
export type FileFault = (typeof fileFaults)[number];

/** Most rows of one file. */
export const mostAnswerRows = 5_000;

/** What heads of columns may be called, without accents and in lower case. */
const names = {
  claim: ['claim', 'claim reference', 'reclamation', 'numero de reclamation'],
  paid: ['paid', 'amount paid', 'paye', 'montant paye'],
  code: ['code', 'payer code', 'code du payeur'],
  said: ['reason', 'payer reason', 'motif', 'motif du payeur'],
} as const;

const plain = (head: string) =>
  head
    .normalize('NFD')
    .replace(/[\u0300-\u036f\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** "C3F9A11C277DE" or "C3F9A11C277DE-2" in any case, with spaces or not; null is neither. */
export function claimOf(typed: string): { claim: string; attempt: number } | null {
  const found = /^(C[0-9A-F]{12})(?:-([1-9]\d?))?$/.exec(typed.replace(/\s/g, '').toUpperCase());
  return found ? { claim: found[1]!, attempt: Number(found[2] ?? 1) } : null;
}

/** As a claim is named in files: the first attempt without a number. */
export function claimName(claim: string, attempt: number): string {
  return attempt === 1 ? claim : `${claim}-${attempt}`;
}

/**
 * Cents of an amount as people and spreadsheets write it: "50.00", "1,234.50", "1 234,50 $", "-$5", "(5,00)". 'ambiguous' when
 * nobody can tell thousands from decimals ("1,234"); 'amount' for anything else.
 */
export function amountOf(typed: string): number | 'amount' | 'ambiguous' {
  const bare = typed
    .replace(/^'/, '')
    .replace(/[\s\u00a0\u202f$]|CAD/gi, '')
    .replace(/[\u2212\u2013]/g, '-');
  const found = /^(-|\()?([\d.,]+)\)?$/.exec(bare);
  if (!found || (found[1] === '(') !== bare.endsWith(')')) return 'amount';
  const parts = /^(\d{1,9}|\d{1,3}(?:,\d{3})+|\d{1,3}(?:\.\d{3})+)(?:[.,](\d{1,2}))?$/.exec(found[2]!);
  if (!parts) return 'amount';
  const [, whole, fraction] = parts;
  if (fraction === undefined && /^\d{1,3}[.,]\d{3}$/.test(whole!)) return 'ambiguous';
  const cents = Number(whole!.replace(/[.,]/g, '')) * 100 + Number((fraction ?? '').padEnd(2, '0'));
  if (cents > 100_000_000) return 'amount';
  return found[1] && cents > 0 ? -cents : cents;
}

/** The rows of a payer's file and what is wrong with the others, or why none was read. The first record names the columns. */
export function readAnswer(
  records: readonly FileRecord[],
): { rows: AnswerRow[]; faults: RowFault[] } | { fault: FileFault } {
  const [head, ...rest] = records;
  const heads = head?.fields?.map(plain) ?? [];
  const at = (of: keyof typeof names) =>
    heads.findIndex(one => (names[of] as readonly string[]).includes(one));
  const [claim, paid, code, said] = [at('claim'), at('paid'), at('code'), at('said')];
  if (claim < 0 || paid < 0) return { fault: 'not-an-answer' };
  if (rest.length === 0) return { fault: 'empty' };
  if (rest.length > mostAnswerRows) return { fault: 'too-many' };
  const rows: AnswerRow[] = [];
  const faults: RowFault[] = [];
  for (const { line, fields } of rest) {
    const cell = (index: number) => (fields?.[index] ?? '').trim();
    const row = rowOf({ claim: cell(claim), paid: cell(paid), code: cell(code), said: cell(said) });
    if (fields === null) faults.push({ line, fault: 'quotes' });
    else if (fields.length !== heads.length) faults.push({ line, fault: 'columns' });
    else if (typeof row === 'string') faults.push({ line, fault: row });
    else rows.push({ line, ...row });
  }
  return { rows, faults };
}

function rowOf(cells: Record<keyof typeof names, string>): Omit<AnswerRow, 'line'> | RowFault['fault'] {
  const claim = claimOf(cells.claim);
  if (!claim) return 'claim';
  if (cells.paid === '') return 'no-amount';
  const cents = amountOf(cells.paid);
  if (typeof cents === 'string') return cents;
  if (cells.code.length > 40 || cells.said.length > 300) return 'long';
  return { ...claim, cents, code: cells.code, said: cells.said };
}

/** What a row of an answer may come to. */
export const matches = [
  'as-claimed',
  'differs',
  'refused',
  'unknown',
  'twice',
  'already',
  'other-period',
  'settled',
] as const;
/** What a row of an answer comes to; the first three are taken. */
export type Match = (typeof matches)[number];

/** A line that was sent, as an answer is held against it. */
export interface SentClaim {
  claim: string;
  /** First day of the month it was sent for. */
  month: Day;
  /** Its month is closed for good. */
  settled: boolean;
  standing: Standing;
}

/** Each row held against what was sent for `month`, by its claim reference. */
export function matchAnswer(
  rows: readonly AnswerRow[],
  sent: ReadonlyMap<string, SentClaim>,
  month: Day,
): (AnswerRow & { match: Match; claimed: number })[] {
  const count = new Map<string, number>();
  for (const one of rows) count.set(one.claim, (count.get(one.claim) ?? 0) + 1);
  return rows.map(row => {
    const known = sent.get(row.claim);
    const claimed = known ? known.standing.outstanding : 0;
    const match = count.get(row.claim)! > 1 ? 'twice' : matchOf(row, known, month);
    return { ...row, match, claimed };
  });
}

function matchOf(row: AnswerRow, known: SentClaim | undefined, month: Day): Match {
  if (!known) return 'unknown';
  if (known.month !== month) return 'other-period';
  const { standing } = known;
  const waits = standing.state === 'outstanding' || standing.state === 'again';
  if (row.attempt > standing.attempt) return 'unknown';
  if (!waits || row.attempt < standing.attempt) return 'already';
  if (known.settled) return 'settled';
  if (row.cents === standing.outstanding) return 'as-claimed';
  return row.cents === 0 ? 'refused' : 'differs';
}

/** True for rows that are taken. */
export function isTaken({ match }: { match: Match }): boolean {
  return match === 'as-claimed' || match === 'differs' || match === 'refused';
}
