import type {
  Credit,
  EntryWords,
  Library,
  LibraryEntry,
  SavedFigures,
  WaitingEntry,
} from '../app/ports/library.ts';
import type { Querier } from './querier.ts';

interface EntryRow {
  key: string;
  title: string;
  question: string;
  answer: string;
  question_type: LibraryEntry['questionType'];
  language: 'en' | 'fr';
  reviewed_on: string;
  specialty_en: string;
  specialty_fr: string;
  author: string;
  group_en: string;
  group_fr: string;
  used: number;
  total: number;
}

type WaitingRow = Pick<EntryRow, 'key' | 'title' | 'question' | 'answer' | 'question_type' | 'language'> & {
  version: number;
  published_at: string | null;
};

function entryOf(row: EntryRow): LibraryEntry {
  const { key, title, question, answer, language, author, used } = row;
  return {
    ...{ key, title, question, answer, language, author, used },
    questionType: row.question_type,
    reviewedOn: row.reviewed_on,
    specialty: { en: row.specialty_en, fr: row.specialty_fr },
    group: { en: row.group_en, fr: row.group_fr },
  };
}

function waitingOf(row: WaitingRow): WaitingEntry {
  const { key, title, question, answer, language, version } = row;
  return {
    ...{ key, title, question, answer, language, version },
    questionType: row.question_type,
    again: row.published_at !== null,
  };
}

/** The library in one transaction; the functions of the database check who may do what. */
export function libraryOf(q: Querier): Library {
  const today = q.now.slice(0, 10);
  const said = async <T>(sql: string, values: readonly unknown[]) =>
    (await q.one<{ said: T }>(`select ${sql} as said`, values))!.said;
  const decide = <T>(key: string, act: Partial<EntryWords> & { act: string; version: number }) =>
    said<T>('decide_entry($1, $2::jsonb, $3)', [key, JSON.stringify(act), q.now]);
  return {
    propose: (caseKey, entry) =>
      said<boolean>('propose_entry($1, $2::jsonb, $3)', [caseKey, JSON.stringify(entry), q.now]),
    wasProposed: caseKey => said<boolean>('proposed_of($1)', [caseKey]),
    toApprove: async () =>
      (await q.rows<WaitingRow>('select * from library_to_approve($1)', [today])).map(waitingOf),
    approve: (key, version, words) => decide(key, { ...words, act: 'publish', version }),
    withdraw: (key, version) => decide(key, { act: 'withdraw', version }),
    waitingCount: async () => Number((await said<number>('library_waiting_count($1)', [today])) ?? 0),
    caseOf: caseKey => said<number | null>('proposed_case($1)', [caseKey]),
    find: async (words, { limit, skip = 0 }) => {
      const given = [words, today, limit, skip];
      const rows = await q.rows<EntryRow>('select * from find_in_library($1, $2, $3, $4)', given);
      return { entries: rows.map(entryOf), total: rows[0]?.total ?? 0 };
    },
    byKey: async key => {
      const row = await q.one<EntryRow & { due: boolean; reviews: boolean }>(
        'select * from library_entry($1, $2)',
        [key, today],
      );
      return row && { ...entryOf(row), due: row.due, reviews: row.reviews };
    },
    caseOfEntry: key => said<number | null>('case_of_entry($1)', [key]),
    decided: caseId => q.one('select * from proposal_decided($1)', [caseId]),
    settled: key => said<boolean>('settled_by($1, $2)', [key, today]),
    noteRead: async key => void (await q.rows('select read_entry_on($1, $2)', [key, today])),
    wrote: key => said<boolean>('wrote_entry($1)', [key]),
    ...creditsOf(q),
  };
}

interface SavedRow extends Pick<SavedFigures, 'saved' | 'read'> {
  by_what: SavedFigures['by'];
  of_en: string;
  of_fr: string;
}

/** What answers did for others, for their authors and in the figures. */
function creditsOf(q: Querier): Pick<Library, 'credits' | 'creditMonths' | 'creditsToTell' | 'saved'> {
  return {
    credits: () =>
      q.rows<Credit>(
        `select key, title, language, published_on as "publishedOn", gone, read, settled, last_settled as "lastSettled"
         from library_credits()`,
      ),
    creditMonths: () => q.rows('select month, settled from library_credit_months()'),
    creditsToTell: () => q.rows('select person, settled from credits_to_tell()'),
    saved: async (from, until) =>
      (await q.rows<SavedRow>('select * from saved_report($1, $2)', [from, until])).map(row => ({
        ...{ by: row.by_what, of: { en: row.of_en, fr: row.of_fr } },
        ...{ saved: Number(row.saved), read: Number(row.read) },
      })),
  };
}
