import type { Actor } from '../../src/app/actor.ts';
import { type OpenAsk, openRequest } from '../../src/app/open-request.ts';
import { key } from '../../src/app/ports/ids.ts';
import type { Acts, Outcome } from '../../src/app/run-verb.ts';
import type { CaseType } from '../../src/domain/case/state.ts';
import type { PatientDetails } from '../../src/domain/patient/patient.ts';
import type { TestDatabase } from './database.ts';

/** The actions' surroundings on a test database. */
export function appOn({ db }: TestDatabase): Acts {
  return { db, config: { baseUrl: 'https://eservices.example.test', secretKey: 'x'.repeat(32) } };
}

export const arden: PatientDetails = {
  ...{
    given: 'Arden',
    family: 'Whitcombe',
    preferredName: '',
    birthDate: '1992-02-03',
    sexAtBirth: 'female',
  },
  ...{ gender: 'not-said', pronouns: '', language: 'en', interpreter: '' },
  card: { kind: 'ON', number: '9876543217', version: 'KT', unverified: false },
  address: { street: '1 Main St', city: 'Guelph', province: 'ON', postalCode: 'N1H 3A1', country: 'CA' },
  contacts: [
    {
      ...{ relation: 'patient', authority: 'self', name: '', phone: '519-555-0142' },
      ...{ email: 'arden@example.test', emailConsent: 'yes', language: 'en' },
    },
  ],
};

export interface TestService {
  id: number;
  key: string;
  type: CaseType;
}

/** Puts a patient on the list of the actor's site: key and inside id. */
export async function addPatient({ db }: TestDatabase, actor: Actor, change: Partial<PatientDetails> = {}) {
  return db.as(actor, tx => tx.patients.add({ ...arden, ...change }));
}

const typed: Record<CaseType, Record<string, unknown>> = {
  referral: { title: 'Low mood', question: 'Please assess', urgency: 'routine', mayContact: 'on' },
  econsult: { title: 'Low mood', question: 'Switch or add?', mayConvert: 'on' },
};

/** Opens a request and insists that it went through. */
export async function ask(
  app: Acts,
  actor: Actor,
  what: { service: TestService; patientKey: string; input?: Record<string, unknown> } & Partial<
    Omit<OpenAsk, 'service' | 'input'>
  >,
): Promise<Extract<Outcome, { ok: true }>> {
  const { service, input, ...rest } = what;
  const { type } = service;
  const asked = { ...rest, type, service: service.key, input: { ...typed[type], ...input } };
  const outcome = await openRequest(app, actor, asked);
  if (!outcome.ok) throw new Error(`not opened: ${JSON.stringify(outcome)}`);
  return outcome;
}

/** A service of a site in the directory. */
export async function addService(
  { owner }: TestDatabase,
  site: number,
  given: { type?: CaseType; name?: string; unit?: number; member?: number; accepting?: boolean } = {},
): Promise<TestService> {
  const {
    type = 'referral',
    name = 'Depression assessment',
    unit = null,
    member = null,
    accepting = true,
  } = given;
  await owner.query(
    `insert into service_categories (code, name_en, name_fr) values ('psychiatry', 'Psychiatry', 'Psychiatrie')
     on conflict do nothing`,
  );
  const { rows } = await owner.query<TestService>(
    `insert into services (key, site_id, unit_id, member_id, accepting, kind, name_en, name_fr, category)
     values ($1, $2, $3, $4, $5, $6, $7, $7, 'psychiatry') returning id, key, kind as type`,
    [key(), site, unit, member, accepting, type, name],
  );
  return rows[0]!;
}
