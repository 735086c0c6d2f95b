import type {
  AdviceFacts,
  AdviceGroup,
  AdviceGroups,
  Candidate,
  Given,
  ListedSpecialist,
} from '../app/ports/advice-groups.ts';
import type { SubSpecialty } from '../domain/econsult/sub-specialty.ts';
import type { Querier } from './querier.ts';

interface FactsRow {
  automatic: boolean;
  language: string | null;
  region: string | null;
  sub_specialties: SubSpecialty[];
  members: Candidate[];
}

type GroupJson = Omit<AdviceGroup, 'name'> & { nameEn: string; nameFr: string };

/** Advice groups in one transaction; every word is checked again by the functions of the database. */
export function adviceGroupsOf(q: Querier): AdviceGroups {
  const said = async <T>(sql: string, values: readonly unknown[]) =>
    (await q.one<{ said: T }>(`select ${sql} as said`, values))!.said;
  return {
    factsOf: (caseId, monday) => factsOf(q, caseId, monday),
    tookTurn: async (caseId, member, steps) => {
      const why = steps ? JSON.stringify(steps) : null;
      await q.rows('select take_turn($1, $2, $3, $4::jsonb)', [caseId, member, q.now, why]);
    },
    given: caseId => q.one<Given>('select escalation, steps from advice_given($1)', [caseId]),
    ...waitingOf(q),
    here: () =>
      q.rows(
        `select key, jsonb_build_object('en', name_en, 'fr', name_fr) as name, automatic, waiting
         from advice_groups_here()`,
      ),
    byKey: async (key, monday) => groupOf(await said('advice_group($1, $2, $3)', [key, q.now, monday])),
    save: async (key, version, settings) => {
      const values = [key, version, JSON.stringify(settings)];
      const done = await said<boolean | null>('save_advice_group($1, $2, $3::jsonb)', values);
      return done === null ? null : done ? 'done' : 'stale';
    },
    saveMember: (group, member, agreed) =>
      said<boolean | null>('save_advice_member($1, $2, $3::jsonb)', [group, member, JSON.stringify(agreed)]),
    specialists: async (service, monday, wait) => {
      if (wait)
        await q.rows('select pg_advisory_xact_lock(7264, id::integer) from services where key = $1', [
          service,
        ]);
      const specialists = await q.rows<ListedSpecialist>(
        `select key, name, languages, sub_specialties as "subSpecialties", absences, is_full as full
         from advice_specialists($1, $2, $3)`,
        [service, q.now, monday],
      );
      return { automatic: await said<boolean>('assigns_itself($1)', [service]), specialists };
    },
    whoCould: services => q.rows('select key, zone, members from groups_free($1, $2)', [services, q.now]),
    mine: (monday, today) => said('my_advice($1, $2, $3)', [q.now, monday, today]),
    setMyCap: (group, cap) => said<boolean>('set_my_cap($1, $2::smallint)', [group, cap]),
    addAbsence: (key, member, { from, until }) =>
      said<boolean>('add_absence($1, $2, $3, $4)', [key, member, from, until]),
    removeAbsence: key => said<boolean>('remove_absence($1)', [key]),
  };
}

/** Questions that wait, for the job that looks at them. */
function waitingOf(
  q: Querier,
): Pick<AdviceGroups, 'nobodyFree' | 'looked' | 'leftBehind' | 'ofTheAbsent' | 'absentHolder' | 'waiting'> {
  return {
    nobodyFree: caseId => nobodyFree(q, caseId),
    looked: async caseId => {
      await q.rows('select advice_looked($1, $2)', [caseId, q.now]);
    },
    leftBehind: limit =>
      q.rows('select case_id as "caseId", key as "caseKey" from questions_left_behind($1)', [limit]),
    ofTheAbsent: limit =>
      q.rows('select case_id as "caseId", key as "caseKey" from questions_of_the_absent($1)', [limit]),
    absentHolder: async caseId =>
      (await q.one<{ said: boolean }>('select absent_holder($1, $2) as said', [caseId, q.now]))!.said,
    waiting: limit =>
      q.rows('select case_id as "caseId", key as "caseKey" from waiting_for_advice($1, $2)', [limit, q.now]),
  };
}

async function nobodyFree(q: Querier, caseId: number): Promise<{ assigner: boolean; programme: boolean }> {
  const sql = 'select assigner, programme from nobody_free($1, $2)';
  return (await q.one(sql, [caseId, q.now])) ?? { assigner: false, programme: false };
}

function groupOf(found: GroupJson | null): AdviceGroup | null {
  if (!found) return null;
  const { nameEn: en, nameFr: fr, ...group } = found;
  return { ...group, name: { en, fr } };
}

async function factsOf(q: Querier, caseId: number, monday: string): Promise<AdviceFacts | null> {
  const row = await q.one<FactsRow>('select * from advice_facts($1, $2, $3)', [caseId, q.now, monday]);
  if (!row) return null;
  const { automatic, language, region, sub_specialties: subSpecialties, members } = row;
  return {
    ...{ automatic, subSpecialties, members },
    ...(language && { language }),
    ...(region && { region }),
  };
}
