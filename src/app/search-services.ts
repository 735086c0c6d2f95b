import { localDay } from '../domain/case/deadline.ts';
import type { Wishes } from '../domain/directory/rank.ts';
import type { ServiceKind } from '../domain/directory/service.ts';
import { ageOn } from '../domain/patient/birth-date.ts';
import type { Actor } from './actor.ts';
import type { App } from './app.ts';
import { type DirectoryResults, searchIn } from './directory.ts';
import type { PatientRecord } from './ports/patients.ts';

export interface ServiceSearch {
  /** The clinical problem, or words; at most 5,000 characters are read and none are kept. */
  text: string;
  /** Key of a patient of the actor's own site: age, sex at birth, language and postal area count in the order. */
  patient?: string;
  /** An FSA, a postal code or "lat,lon"; in place of the patient's own postal area. */
  near?: string;
  /** Advice groups, services to visit and community help when absent; never facilities without a service. */
  kinds?: readonly ServiceKind[];
  /** A language the service must work in. */
  language?: string;
  /** IANA zone in which the patient's age is counted. */
  zone?: string;
  /** 1 to 100, and how many of the best to pass over. */
  limit?: number;
  from?: number;
}

export interface ServicesFound extends DirectoryResults {
  patient: PatientRecord | null;
}

const everyKind: readonly ServiceKind[] = ['econsult', 'referral', 'community'];

/**
 * Services for a problem, and for a patient where one is named: reading the record leaves its audit row in the same
 * transaction. 'missing' when the site has no such patient.
 */
export function searchServices(
  app: App,
  actor: Actor,
  search: ServiceSearch,
): Promise<ServicesFound | 'missing'> {
  return app.db.as(actor, async tx => {
    const patient = search.patient === undefined ? null : await tx.patients.byKey(search.patient);
    if (search.patient !== undefined) {
      await tx.audit.add({
        ...{ act: 'search-services', what: 'patient', ids: patient ? [patient.id] : [] },
        ...(patient && { patient: patient.id }),
        result: patient ? 'ok' : 'missing',
      });
      if (!patient) return 'missing';
    }
    const { text, language, limit, from, kinds = everyKind } = search;
    const wishes = patient ? wishesOf(patient, localDay(tx.now, search.zone ?? 'America/Toronto')) : {};
    const asked = { text, language, limit, from, kinds, wishes };
    const found = await searchIn(tx, { ...asked, near: search.near || patient?.address.postalCode });
    // Somebody who lives elsewhere is near nothing here, which is no mistake of the searcher.
    const nearUnknown = found.nearUnknown && !!search.near;
    return { ...found, nearUnknown, patient };
  });
}

function wishesOf(patient: PatientRecord, today: string): Wishes {
  const { birthDate, sexAtBirth, language } = patient;
  return {
    age: ageOn(birthDate, today).years,
    ...(sexAtBirth === 'female' || sexAtBirth === 'male' ? { sex: sexAtBirth } : {}),
    language,
  };
}
