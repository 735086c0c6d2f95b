import generalEconsult from '../../data/forms/general-econsult.json';
import generalReferral from '../../data/forms/general-referral.json';
import mentalHealthReferral from '../../data/forms/mental-health-referral.json';
import psychiatryEconsult from '../../data/forms/psychiatry-econsult.json';
import { parseQuestionnaire } from '../domain/forms/faults.ts';
import type { Tx } from './ports/database.ts';
import type { FormPlace } from './ports/forms.ts';

const general = (kind: FormPlace['kind']): FormPlace => ({ kind, serves: 'general', category: null });
const of = (kind: FormPlace['kind'], category: string): FormPlace => ({ kind, serves: 'category', category });

/** The forms that come with the product, each with what it is for. */
export const standardForms = (
  [
    [generalEconsult, general('econsult')],
    [generalReferral, general('referral')],
    [mentalHealthReferral, of('referral', 'psychiatry')],
    [psychiatryEconsult, of('econsult', 'psychiatry')],
  ] as const
).map(([form, place]) => ({ form: parseQuestionnaire(form), place }));

/** Publishes them, for the operator; safe to repeat. A changed form needs a new version. */
export async function publishStandardForms(tx: Tx): Promise<void> {
  for (const { form, place } of standardForms) await tx.forms.ship(form, place);
}
