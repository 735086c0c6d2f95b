import anxiety from '../../../data/forms/addon-anxiety.json';
import cardiology from '../../../data/forms/addon-cardiology.json';
import dermatology from '../../../data/forms/addon-dermatology.json';
import gastroenterology from '../../../data/forms/addon-gastroenterology.json';
import memory from '../../../data/forms/addon-memory.json';
import orthopedics from '../../../data/forms/addon-orthopedics.json';
import respirology from '../../../data/forms/addon-respirology.json';
import rheumatology from '../../../data/forms/addon-rheumatology.json';
import beforeAVisit from '../../../data/forms/before-a-visit.json';
import generalEconsult from '../../../data/forms/general-econsult.json';
import generalReferral from '../../../data/forms/general-referral.json';
import mentalHealthReferral from '../../../data/forms/mental-health-referral.json';
import psychiatryEconsult from '../../../data/forms/psychiatry-econsult.json';
import { assemble } from '../../domain/forms/assemble.ts';
import { parseQuestionnaire } from '../../domain/forms/faults.ts';
import type { Tx } from '../ports/database.ts';
import type { FormPlace } from '../ports/forms.ts';

const general = (kind: FormPlace['kind']): FormPlace => ({ kind, serves: 'general', category: null });
const of = (kind: FormPlace['kind'], category: string): FormPlace => ({ kind, serves: 'category', category });

const addOns = {
  anxiety,
  cardiology,
  dermatology,
  gastroenterology,
  memory,
  orthopedics,
  respirology,
  rheumatology,
};
/** A short core form with what a specialty asks besides: nothing of it has to be answered. */
function withAddOns(kind: 'referral' | 'econsult', form: unknown) {
  const core = parseQuestionnaire(form);
  return Object.entries(addOns).map(
    ([category, addOn]) =>
      [assemble(core, parseQuestionnaire(addOn), `${kind}-${category}`), of(kind, category)] as const,
  );
}

/** The forms that come with the product, each with what it is for. */
export const standardForms = (
  [
    [generalEconsult, general('econsult')],
    [generalReferral, general('referral')],
    [mentalHealthReferral, of('referral', 'psychiatry')],
    [psychiatryEconsult, of('econsult', 'psychiatry')],
    [beforeAVisit, { kind: 'visit', serves: 'listing', category: null }],
    ...withAddOns('referral', generalReferral),
    ...withAddOns('econsult', generalEconsult),
  ] as const
).map(([form, place]) => ({ form: parseQuestionnaire(form), place }));

/** Publishes them, for the operator; safe to repeat. A changed form needs a new version. */
export async function publishStandardForms(tx: Tx): Promise<void> {
  for (const { form, place } of standardForms) await tx.forms.ship(form, place);
}
