import { localDay } from '../domain/case/deadline.ts';
import { ageOn, daysLived } from '../domain/patient/birth-date.ts';
import { type HealthCard, maskedNumber, printedNumber } from '../domain/patient/health-card.ts';
import type { Ui } from './context.ts';

/** Today where the viewer works, `YYYY-MM-DD`, by the clock of cases. */
export function todayAt(ui: Pick<Ui, 'now' | 'zone'>): string {
  return localDay(ui.now, ui.zone);
}

/** "46 years"; months for children under two, days in the first month. */
export function ageInWords(ui: Ui, birthDate: string): string {
  const { years, months } = ageOn(birthDate, todayAt(ui));
  const { patients } = ui.words;
  if (years + months === 0) return patients.days(daysLived(birthDate, todayAt(ui)));
  return years < 2 ? patients.months(years * 12 + months) : patients.years(years);
}

/** The card in one line: plan, number, and what is doubtful; `masked` hides all but the end of the number. */
export function cardInWords(ui: Ui, card: HealthCard, masked = false): string {
  const { patients } = ui.words;
  if (card.kind === 'none') return patients.noCard(patients.reasons[card.reason]);
  if (card.kind === 'newborn') return patients.newbornOf(masked ? '' : printedNumber(card));
  const number = masked ? maskedNumber(card) : printedNumber(card);
  const plan = card.kind === 'ON' ? '' : patients.plans[card.kind];
  const doubt = card.unverified ? `(${patients.unverified})` : '';
  return [plan, number, doubt].filter(Boolean).join(' ');
}
