import { z } from 'zod';
import type { Day } from '../case/time.ts';
import type { AnswerKind } from '../econsult/econsult.ts';

const day = z.iso.date();
const bilingual = z.strictObject({ en: z.string().min(1).max(120), fr: z.string().min(1).max(120) });

const kinds = ['advice', 'consult-report', 'please-refer'] as const satisfies readonly AnswerKind[];

const cap = z.strictObject({
  /** Whose lines count together: one patient's for who is paid, or all of theirs; in every group that they are a member of. */
  of: z.enum(['patient', 'member']),
  /** The day itself, its calendar month or year, or the 12 months that end with it. */
  within: z.enum(['day', 'month', 'year', '12-months']),
  /** Lines that are paid; those after are not. */
  most: z.int().min(1).max(1_000_000),
});

const rule = z
  .strictObject({
    code: z.string().regex(/^[A-Z0-9-]{2,20}$/, 'must be 2 to 20 capitals, digits and hyphens'),
    side: z.enum(['requester', 'specialist']),
    name: bilingual,
    /** First and last day of service it is for; without a last one it goes on. */
    from: day,
    until: day.optional(),
    /** For one eConsult, or for an hour of it. */
    cents: z.int().min(0).max(10_000_000),
    per: z.enum(['answer', 'hour']),
    /** Minutes are rounded up to the next of these; longer is paid as the last. Absent: to the minute. */
    bands: z.array(z.int().min(1).max(600)).min(1).max(60).optional(),
    /** Colleges of those it pays, as the first letters of a licence. Absent: everybody. */
    licences: z
      .array(z.string().regex(/^[A-Z]{2,10}$/))
      .min(1)
      .optional(),
    /** Kinds of answer that it does not pay: a mere transfer of care is `please-refer`. Absent: it pays all. */
    notFor: z.array(z.enum(kinds)).min(1).optional(),
    /** An answer that came later than this many days is not paid. */
    answeredWithinDays: z.int().min(1).max(365).optional(),
    caps: z.array(cap).max(10),
    source: z.string().min(1).max(500),
    /** When somebody last held it against its source. */
    checked: day,
  })
  .refine(({ until, from }) => until === undefined || until >= from, {
    path: ['until'],
    error: 'must not be before from',
  })
  .refine(({ per, bands }) => per === 'hour' || bands === undefined, {
    path: ['bands'],
    error: 'are for hourly pay alone',
  })
  .refine(({ bands }) => bands === undefined || bands.every((end, at) => at === 0 || end > bands[at - 1]!), {
    path: ['bands'],
    error: 'must rise',
  });

const file = z.strictObject({ rules: z.array(rule).max(200), notInUse: z.array(rule).max(200).optional() });

/** One rule of pay, as somebody wrote it into the rules file: its amounts and limits are nowhere else. */
export type PayRule = z.infer<typeof rule>;
export type Cap = PayRule['caps'][number];

/** True when the rule is for services of this day. */
export function validOn(one: Pick<PayRule, 'from' | 'until'>, on: Day): boolean {
  return one.from <= on && (one.until === undefined || on <= one.until);
}

/** Two rules with one code and side that are valid on the same day: nobody could say which amount is right. */
function overlaps(rules: readonly PayRule[]): string[] {
  return rules.flatMap((one, at) =>
    rules
      .slice(at + 1)
      .filter(other => other.code === one.code && other.side === one.side)
      .filter(other => validOn(one, other.from) || validOn(other, one.from))
      .map(other => `rules.${rules.indexOf(other)} ${one.code} is valid on days of rules.${at} too`),
  );
}

/** The rules of a file's text, in its order of preference, or everything that is wrong with it, a line each. */
export function readPayRules(text: string): { rules: readonly PayRule[] } | { problems: readonly string[] } {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    return { problems: ['is not JSON'] };
  }
  const read = file.safeParse(given);
  if (!read.success)
    return { problems: read.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`.trim()) };
  const problems = overlaps(read.data.rules);
  return problems.length > 0 ? { problems } : { rules: read.data.rules };
}
