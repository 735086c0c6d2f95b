import generalEconsult from '../../data/forms/general-econsult.json';
import generalReferral from '../../data/forms/general-referral.json';
import mentalHealthReferral from '../../data/forms/mental-health-referral.json';
import psychiatryEconsult from '../../data/forms/psychiatry-econsult.json';
import { parseQuestionnaire } from '../domain/forms/faults.ts';
import type { Tx } from './ports/database.ts';

/** The forms that come with the product. */
export const standardForms = [generalEconsult, generalReferral, mentalHealthReferral, psychiatryEconsult].map(
  parseQuestionnaire,
);

/** Publishes them, for the operator; safe to repeat. A changed form needs a new version. */
export async function publishStandardForms(tx: Tx): Promise<void> {
  for (const form of standardForms) await tx.forms.publish(form);
}
