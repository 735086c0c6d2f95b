import type { MonthLine } from '../../app/econsult/pay.ts';
import type { Ui } from '../../ui/context.ts';

/** "$50.00", "50,00 $" */
export const money = (cents: number, { lang }: Pick<Ui, 'lang'>) =>
  new Intl.NumberFormat(`${lang}-CA`, { style: 'currency', currency: 'CAD' }).format(cents / 100);

/** The order in which sums are told: the first is the others together. */
export const sumNames = ['claimed', 'paid', 'refused', 'outstanding', 'writtenOff'] as const;

/** Why a line is what it is, with the limit it met. */
export function whyOf({ reason, cap }: MonthLine, { words }: Pick<Ui, 'words'>): string {
  const { reasons, limit } = words.pay;
  return cap ? `${reasons[reason]}: ${limit(cap.most, cap.of, cap.within)}` : reasons[reason];
}

/** Where a line of a closed month stands, with what the payer said and what was done about it. */
export function standingInWords({ sent }: MonthLine, { words }: Pick<Ui, 'words'>): string {
  if (!sent) return '';
  const { states, payerSaid, step } = words.pay;
  const { state, last } = sent.standing;
  const said = last ? payerSaid(last.code, last.said) : '';
  const told = state === 'paid' || said === '' ? states[state] : step.noted(states[state], said);
  return last?.step ? step.noted(told, last.step.why) : told;
}

/** Why a line is what it is, and of what was sent, where it stands. */
export function becameOf(line: MonthLine, ui: Pick<Ui, 'words'>): string {
  const stands = standingInWords(line, ui);
  if (stands === '') return whyOf(line, ui);
  return line.reason === 'paid' ? stands : `${whyOf(line, ui)}. ${stands}`;
}
