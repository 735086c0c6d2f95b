import { type Filters, passes } from '../../domain/directory/filters.ts';
import type { Point } from '../../domain/directory/place.ts';
import { parseNear } from '../../domain/directory/place.ts';
import { isQuestion } from '../../domain/directory/question.ts';
import { type Ranked, rank, type Wishes } from '../../domain/directory/rank.ts';
import { mostSaid, type Read, readIn } from '../../domain/directory/reading.ts';
import type { ServiceKind } from '../../domain/directory/service.ts';
import { isMistyped } from '../../domain/directory/slips.ts';
import { rarity, spokenOf } from '../../domain/directory/spoken.ts';
import { type Concept, conceptsOf, indexSynonyms } from '../../domain/directory/synonyms.ts';
import { isVague, withoutDone, withoutFillers } from '../../domain/directory/vague.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { Tx } from '../ports/database.ts';
import type { CandidateQuery, Directory, Found, Hit } from '../ports/directory.ts';

export interface DirectorySearch {
  /** Words or a whole problem; at most 5,000 characters are read. */
  text: string;
  kinds?: readonly (ServiceKind | 'facility')[];
  /** An FSA, a postal code or "lat,lon". */
  near?: string;
  wishes?: Omit<Wishes, 'near'>;
  /** What an entry must be; the rest is left out. */
  filters?: Filters;
  /** 1 to 100. */
  limit?: number;
  /** How many of the best to pass over, for the next page. */
  from?: number;
  /** The text is a problem, not a name. */
  problem?: boolean;
  /** Things that were said and do not count, by their keys. */
  without?: readonly string[];
}

/** A result, with what it speaks of: of what was understood, as typed. */
export type Spoken = Ranked<Found> & { about: readonly string[] };

export interface DirectoryResults {
  /** How many entries speak of it, counted to 1,000. */
  total: number;
  results: Spoken[];
  /** How many of them can be paged through: at most 100. */
  reachable: number;
  /** How many things were understood. */
  understood: number;
  /** What was understood, in the order typed. */
  read: Read[];
  /** Keys of services that speak of the same as the best does, those beyond the page too. */
  alike: readonly string[];
  /** Of what was typed the directory knows only how much of something it is: "low" of "low testosterone". */
  vague: boolean;
  /** Where distances are counted from; null when nobody said. */
  near: Point | null;
  /** `near` was not understood, or is a place we do not know. */
  nearUnknown: boolean;
}

/** Of a longer text only the beginning is read. */
export const readCharacters = 5_000;
/** Entries of all stems together that are all looked at before ranking. */
const budget = 3_000;
/** Of more than those, so many of the loudest of the rarest stems are read. */
const loudest = 400;
/** Results by which is judged what of a text counted. */
const best = 10;
/** Entries that are ranked: what the index says of them decides who they are, and the rank their order. */
const weighedMost = 100;
/** Stems that are weighed then: a long text has many, and the commonest say least. */
const mostStems = 24;

/** Searches the public directory. Nothing of a patient is in it, so it leaves no audit row. */
export function searchDirectory(app: App, actor: Actor, search: DirectorySearch): Promise<DirectoryResults> {
  return app.db.as(actor, tx => searchIn(tx, search));
}

/** The same inside a transaction that has begun. */
export async function searchIn(tx: Tx, search: DirectorySearch): Promise<DirectoryResults> {
  const near = search.near?.trim() ? await locate(tx.directory, search.near) : undefined;
  const synonyms = await tx.directory.synonyms();
  const { text, without = [] } = search;
  const asks = search.problem ? withoutDone(text.slice(0, readCharacters)) : text.slice(0, readCharacters);
  const said = conceptsOf(asks, indexSynonyms(synonyms));
  const concepts = withoutFillers(said, search.problem).filter(one => !without.includes(one.typed));
  const weighed = await weigh(tx.directory, concepts, search.problem);
  const nothing = search.text.trim() !== '' && weighed.stems.length === 0;
  const { total, found } = nothing
    ? { total: 0, found: [] }
    : await tx.directory.candidates({
        stems: weighed.stems,
        common: weighed.common,
        kinds: search.kinds,
        filters: search.filters,
        near: near ?? undefined,
        limit: weighedMost,
      });
  const asked = { ...weighed, question: isQuestion(search.text) };
  const wishes = { ...search.filters, ...search.wishes, ...(near ? { near } : {}) };
  const ranked = rank(found, asked, wishes).filter(({ entry, km }) =>
    passes(entry, search.filters ?? {}, km),
  );
  const from = Math.max(0, search.from ?? 0);
  const limit = Math.min(100, Math.max(1, search.limit ?? 20));
  const results = await shown(tx.directory, ranked.slice(from, from + limit));
  const spoken = results.map(one => spokenOf(one.entry, asked));
  const read = readIn(asks, weighed, synonyms);
  return {
    total,
    results: results.map((one, n) => ({ ...one, about: saidOf(read, spoken[n]!) })),
    reachable: ranked.length,
    alike: alikeOf(ranked),
    read: mostSaid(read, weighed.weights, new Set(spoken.slice(0, best).flat())),
    understood: weighed.concepts.length,
    vague: isVague(concepts, weighed.concepts),
    near: near ?? null,
    nearUnknown: near === null,
  };
}

function saidOf(read: readonly Read[], keys: readonly string[]): string[] {
  return read.filter(one => keys.includes(one.key)).map(one => one.said);
}

/** Of what the best says of the words, the least that counts as speaking of the same; a pool asks for more (`pool.ts`). */
const same = 0.4;

function alikeOf(ranked: readonly Ranked<Hit>[]): string[] {
  const services = ranked.filter(one => one.entry.kind !== 'facility');
  const most = services.reduce((best, one) => Math.max(best, one.words), 0);
  return services.filter(one => one.words >= same * most).map(one => one.entry.key);
}

/** With what the list shows of them; what went while it was looked for is left out. */
async function shown(directory: Directory, ranked: readonly Ranked<Hit>[]): Promise<Ranked<Found>[]> {
  const lines = await directory.lines(ranked.map(one => one.entry.id));
  return ranked.flatMap(one => {
    const line = lines.get(one.entry.id);
    return line ? [{ ...one, entry: { ...one.entry, ...line } }] : [];
  });
}

/** The point of what somebody wrote into "near"; null when it is not understood, or a place we do not know. */
export async function locate(directory: Directory, text: string): Promise<Point | null> {
  const near = parseNear(text);
  if (!near) return null;
  if ('point' in near) return near.point;
  return 'town' in near ? directory.townCentre(near.town) : directory.fsaCentre(near.fsa);
}

/** Mends words that the directory does not know, drops what still says nothing, and weighs the rest by rarity. */
async function weigh(directory: Directory, typed: readonly Concept[], problem = false) {
  const known = await directory.stemCounts([...new Set(typed.flatMap(saidIn))]);
  const concepts = await mend(directory, typed, { counts: known.counts, problem });
  const rarest = (stems: readonly string[]) =>
    Math.min(...stems.map(stem => known.counts.get(stem) ?? Number.POSITIVE_INFINITY));
  const weights = concepts.map(one => {
    // Where nothing that a term stands for is in the directory, a word of it is.
    const entries = rarest(one.stems);
    return rarity(known.total, Number.isFinite(entries) ? entries : rarest(saidIn(one)));
  });
  const rarities = new Map([...known.counts].map(([stem, df]) => [stem, rarity(known.total, df)]));
  return { concepts, weights, rarities, ...budgeted(concepts, known) };
}

function saidIn({ stems, words = [] }: Concept): string[] {
  return [...stems, ...words];
}

/** Words of a problem that nobody knows are no other words, unless there is a slip in them. */
async function mend(
  directory: Directory,
  typed: readonly Concept[],
  { counts, problem }: { counts: Map<string, number>; problem: boolean },
) {
  const strange = typed.filter(one => one.stems.every(stem => !counts.has(stem)));
  const words = strange.map(one => one.typed).filter(word => word.length >= 4 && !word.includes(' '));
  const alike = words.length > 0 ? await directory.likeStems(words) : [];
  const like = problem ? alike.filter(one => isMistyped(one.typed, one.stem)) : alike;
  for (const { stem, entries } of like) counts.set(stem, entries);
  return typed
    .map(one => {
      const mended = like.filter(l => l.typed === one.typed).map(l => l.stem);
      const kept = one.stems.filter((stem, i) => i === 0 || counts.has(stem));
      return { ...one, stems: [...kept, ...mended] };
    })
    .filter(one => saidIn(one).some(stem => counts.has(stem)));
}

/**
 * Rarest first. Where all of them together are said by more entries than the budget, only so many of the loudest are read, and
 * those that say the rarest concepts together.
 */
function budgeted(
  concepts: readonly Concept[],
  known: { total: number; counts: ReadonlyMap<string, number> },
): Pick<CandidateQuery, 'stems' | 'common'> {
  const stems = [...new Set(concepts.flatMap(saidIn))]
    .flatMap(stem => (known.counts.has(stem) ? [{ stem, entries: known.counts.get(stem)! }] : []))
    .sort((a, b) => a.entries - b.entries);
  const weighed = stems.map(({ stem, entries }) => ({ stem, weight: rarity(known.total, entries) }));
  const all = stems.reduce((sum, { entries }) => sum + entries, 0);
  if (all <= budget) return { stems: weighed };
  let left = loudest;
  const takes = stems.map(({ entries }) => {
    const take = Math.min(left, entries);
    left -= take;
    return take;
  });
  const few = stems.filter(({ entries }, n) => n === 0 || entries <= known.total / 4).length;
  return {
    stems: weighed.slice(0, Math.min(few, mostStems)),
    common: { takes: takes.slice(0, Math.min(few, mostStems)), together: rarest(concepts, known.counts) },
  };
}

/** The stems of each of the three concepts that say most. */
function rarest(concepts: readonly Concept[], counts: ReadonlyMap<string, number>): string[][] {
  const known = concepts
    .map(one => saidIn(one).filter(stem => counts.has(stem)))
    .filter(stems => stems.length > 0);
  const entries = (stems: readonly string[]) => stems.reduce((sum, stem) => sum + counts.get(stem)!, 0);
  return known.sort((a, b) => entries(a) - entries(b)).slice(0, 3);
}
