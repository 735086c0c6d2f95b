import { key } from '../app/ports/ids.ts';
import type { ConsentKept, LikelySame, PatientLine, PatientRecord, Patients } from '../app/ports/patients.ts';
import type { Contact } from '../domain/patient/contact.ts';
import { asksNothing, patientQuery, searchWords } from '../domain/patient/name-search.ts';
import { listName, type PatientDetails } from '../domain/patient/patient.ts';
import { cardKey, foldName, type Sameness, sameness } from '../domain/patient/same-patient.ts';
import type { Querier } from './querier.ts';

type Row = { id: number; key: string; version: number; updated_at: string; details: PatientDetails };
type RowWithContacts = Row & { contacts: Contact[] | null };

const line = `select id, key, details->>'given' as given, details->>'family' as family,
  details->>'preferredName' as "preferredName", birth_date as "birthDate", details->>'sexAtBirth' as "sexAtBirth",
  details->'card' as card, coalesce(details#>>'{address,city}', '') as city from patients`;

const whole = `select p.id, p.key, p.version, p.updated_at, p.details, (
  select jsonb_agg(c.details || jsonb_build_object('id', c.id) order by c.position)
  from patient_contacts c where c.patient_id = p.id) as contacts from patients p`;

const likeliest: readonly Sameness[] = ['same-card', 'same-name-and-birth', 'near-name-and-birth'];

/** The list of patients of the actor's site. */
export function patientsOf(q: Querier): Patients {
  const byId = async (id: number) => record(await q.one<RowWithContacts>(`${whole} where p.id = $1`, [id]));
  return {
    byId,
    byKey: async key => record(await q.one<RowWithContacts>(`${whole} where p.key = $1`, [key])),
    consents: id =>
      q.rows<ConsentKept>(
        `select c.id as contact, c.consent_at as at, m.name as by from patient_contacts c
         left join lateral member_cards(array[c.consent_by]) m on true
         where c.patient_id = $1 and c.consent_at is not null`,
        [id],
      ),
    search: typed => search(q, typed),
    recent: limit => q.rows<PatientLine>(`${line} order by updated_at desc, id desc limit $1`, [limit]),
    likelySame: (details, except) => likelySame(q, details, except),
    add: async (details, site) => {
      const { contacts, columns } = taken(details);
      const { id } = (await q.one<{ id: number }>(
        `insert into patients (key, site_id, details, birth_date, card, card_number, words, sort_name)
         values ($1, coalesce($8, app_site()), $2, $3, $4, $5, $6, $7) returning id`,
        [key(), ...columns, site ?? null],
      ))!;
      await writeContacts(q, id, contacts);
      return (await byId(id))!;
    },
    change: async (id, version, details) => {
      const { contacts, columns } = taken(details);
      const changed = await q.count(
        `update patients set version = version + 1, updated_at = now(), details = $3, birth_date = $4, card = $5,
           card_number = $6, words = $7, sort_name = $8 where id = $1 and version = $2`,
        [id, version, ...columns],
      );
      if (changed === 0) return null;
      await writeContacts(q, id, contacts);
      return byId(id);
    },
  };
}

function record(row: RowWithContacts | null): PatientRecord | null {
  if (!row) return null;
  const { id, key, version, updated_at: updatedAt, details, contacts } = row;
  return { ...details, contacts: contacts ?? [], id, key, version, updatedAt };
}

/** The columns of a patient, and the contacts apart. Only what PatientDetails names is kept. */
function taken(details: PatientDetails) {
  const { given, family, preferredName, birthDate, sexAtBirth, gender, pronouns } = details;
  const { card, address, language, interpreter, contacts } = details;
  const kept = {
    ...{ given, family, preferredName, birthDate, sexAtBirth, gender, pronouns },
    ...{ card, address, language, interpreter },
  };
  const number = 'number' in card ? card.number : '';
  const words = searchWords([given, family, preferredName])
    .map(word => ` ${word}`)
    .join('');
  return { contacts, columns: [kept, birthDate, cardKey(card), number, words, foldName(listName(details))] };
}

/** Contacts keep their ids by their place, so that a link made for one still leads to that one. */
async function writeContacts(q: Querier, patient: number, contacts: readonly Contact[]): Promise<void> {
  const plain = contacts.map(({ id: _, ...contact }) => contact);
  await q.rows(
    `insert into patient_contacts (patient_id, site_id, position, details)
     select p.id, p.site_id, ordinality - 1, value
     from patients p, jsonb_array_elements($2::jsonb) with ordinality where p.id = $1
     on conflict (patient_id, position) do update set details = excluded.details`,
    [patient, JSON.stringify(plain)],
  );
  await q.rows('delete from patient_contacts where patient_id = $1 and position >= $2', [
    patient,
    plain.length,
  ]);
}

async function search(q: Querier, typed: string): Promise<PatientLine[]> {
  const asked = patientQuery(typed);
  if (asksNothing(asked)) return [];
  // Folded words and card numbers are letters and digits: nothing in them is a wildcard.
  return q.rows<PatientLine>(
    `${line}
     where words like all (select '% ' || word || '%' from unnest($1::text[]) word)
       and ($2 = '' or card_number like $2 || '%' or card_number like '____' || $2)
       and ($3::date is null or birth_date = $3)
     order by sort_name, id limit 25`,
    [asked.words, asked.cardNumber, asked.birthDate ?? null],
  );
}

/** Those born on the same day, or with the same card, are few: the domain decides which are alike. */
async function likelySame(q: Querier, details: PatientDetails, except?: number): Promise<LikelySame[]> {
  const near = await q.rows<PatientLine>(
    `${line} where (birth_date = $1 or (card = $2 and card <> '')) and id <> $3 limit 500`,
    [details.birthDate, cardKey(details.card), except ?? 0],
  );
  return near
    .flatMap(patient => {
      const why = sameness(details, patient);
      return why ? [{ patient, why }] : [];
    })
    .sort((a, b) => likeliest.indexOf(a.why) - likeliest.indexOf(b.why))
    .slice(0, 10);
}
