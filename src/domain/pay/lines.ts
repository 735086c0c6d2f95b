import type { Day } from '../case/time.ts';
import type { AnswerKind } from '../econsult/econsult.ts';
import { collegeOf, type Payee, payees } from './payee.ts';
import { type Cap, type PayRule, validOn } from './rules.ts';

/** One eConsult that was answered, seen from one of the two who may be paid for it. */
export interface Service extends Payee {
  /** Of the eConsult; one number is one thing to be paid for each side. */
  id: number;
  side: PayRule['side'];
  /** Of whom it is a service; their caps are those of the person. */
  member: number;
  /** Any word that stands for the patient; never their name. */
  patient: string;
  /** Of the first answer, where the group works. */
  day: Day;
  /** All answers together, as they stand now. */
  minutes: number;
  /** From the question to the first answer. */
  daysToAnswer: number;
  /** Of the member, as it is kept: `12345` or `CPSO 12345` of a physician, `NP 20817` of a nurse practitioner; null: none is known. */
  licence: string | null;
  /** `please-refer` where every answer said so; null: it is not known any more. */
  kind: AnswerKind | null;
  /** Was taken back, or entered in error. */
  void: boolean;
}

export const payReasons = ['paid', 'capped', 'no-rule', 'licence', 'kind', 'too-late', 'void'] as const;
export type PayReason = (typeof payReasons)[number];

/** What becomes of one service: an amount, and why. */
export interface PayLine {
  service: number;
  side: PayRule['side'];
  member: number;
  day: Day;
  reason: PayReason;
  /** Of the rule that decided; null without one. */
  code: string | null;
  cents: number;
  /** Minutes that are paid: a whole band. 0 for what is paid by answer. */
  paidMinutes: number;
  /** Which cap, for `capped`. */
  cap?: Cap;
}

/** Minutes as they are paid: up to the end of their band, or the last band. */
export function bandedMinutes(minutes: number, bands: readonly number[] | undefined): number {
  return bands ? (bands.find(end => minutes <= end) ?? bands.at(-1)!) : minutes;
}

/** First day of the stretch of a cap that ends with `day`. */
export function capBegins(within: Cap['within'], day: Day): Day {
  if (within === 'day') return day;
  if (within === 'month') return `${day.slice(0, 7)}-01`;
  if (within === 'year') return `${day.slice(0, 4)}-01-01`;
  const after = new Date(`${day}T00:00:00.000Z`);
  const [month] = [after.getUTCMonth()];
  after.setUTCFullYear(after.getUTCFullYear() - 1);
  // 29 February falls into March of the year before: from its first day, then.
  if (after.getUTCMonth() === month) after.setUTCDate(after.getUTCDate() + 1);
  return after.toISOString().slice(0, 10);
}

/** Days on which something was paid, of one code, by what they are counted for; and who is paid. */
interface Counts {
  days: Map<string, Day[]>;
  payee(person: number): string;
}

const counted = (code: string, of: Cap['of'], one: Service & { payee: string }) =>
  `${code}|${one.side}|${one.payee}${of === 'patient' ? `|${one.patient}` : ''}`;

function reached(counts: Counts, rule: PayRule, one: Service): Cap | undefined {
  const payee = counts.payee(one.person);
  return rule.caps.find(cap => {
    const begins = capBegins(cap.within, one.day);
    const days = counts.days.get(counted(rule.code, cap.of, { ...one, payee })) ?? [];
    let count = 0;
    // Days come in order, so the newest are at the end.
    for (let at = days.length - 1; at >= 0 && days[at]! >= begins; at--) count++;
    return count >= cap.most;
  });
}

function amount(rule: PayRule, minutes: number): Pick<PayLine, 'cents' | 'paidMinutes'> {
  if (rule.per === 'answer') return { cents: rule.cents, paidMinutes: 0 };
  const paidMinutes = bandedMinutes(minutes, rule.bands);
  return { cents: Math.round((rule.cents * paidMinutes) / 60), paidMinutes };
}

function refused(rule: PayRule, one: Service): PayReason | null {
  const college = collegeOf(one.licence);
  if (rule.licences && !(college && rule.licences.includes(college))) return 'licence';
  if (one.kind !== null && rule.notFor?.includes(one.kind)) return 'kind';
  if (rule.answeredWithinDays !== undefined && one.daysToAnswer > rule.answeredWithinDays) return 'too-late';
  return null;
}

function decided(one: Service, rules: readonly PayRule[], counts: Counts): PayLine {
  const line = { service: one.id, side: one.side, member: one.member, day: one.day };
  const nothing = { ...line, code: null, cents: 0, paidMinutes: 0 };
  if (one.void) return { ...nothing, reason: 'void' };
  let why: PayLine = { ...nothing, reason: 'no-rule' };
  for (const rule of rules) {
    if (rule.side !== one.side || !validOn(rule, one.day)) continue;
    const no = refused(rule, one);
    const cap = no ? undefined : reached(counts, rule, one);
    if (!no && !cap) return { ...line, reason: 'paid', code: rule.code, ...amount(rule, one.minutes) };
    // The first rule that was meant for it says why.
    if (why.code === null) why = { ...nothing, code: rule.code, reason: no ?? 'capped', ...(cap && { cap }) };
  }
  return why;
}

/**
 * A line for each service, by the rules of its own day; the first rule of the file that pays it does so. Earlier services
 * fill the caps first, so give all services of a person in every group, not those of one period. The order given does not matter.
 */
export function payLines(services: readonly Service[], rules: readonly PayRule[]): PayLine[] {
  const counts: Counts = { days: new Map(), payee: payees(services) };
  const inOrder = [...services].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id));
  return inOrder.map(one => {
    const line = decided(one, rules, counts);
    if (line.reason === 'paid')
      for (const of of ['patient', 'member'] as const) {
        const name = counted(line.code!, of, { ...one, payee: counts.payee(one.person) });
        const days = counts.days.get(name);
        if (days) days.push(one.day);
        else counts.days.set(name, [one.day]);
      }
    return line;
  });
}
