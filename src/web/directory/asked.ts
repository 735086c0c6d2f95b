import type { DirectorySearch } from '../../app/directory/directory.ts';
import { type BoundsRefusal, parseBounds } from '../../domain/directory/bounds.ts';
import type { Filters } from '../../domain/directory/filters.ts';
import { regions, serviceLanguages, ways } from '../../domain/directory/service.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import type { Words } from '../../words/words.ts';
import { kinds, pageSize, type Query } from './query.ts';

/** A part of the address that was not understood; `why` where a program may want to tell refusals apart. */
export type Wrong = FieldError & { field: keyof Query; why?: BoundsRefusal };

/** Two sexes at birth that a service may be for. */
export const filterSexes = ['female', 'male'] as const;
export const urgencies = ['routine', 'urgent'] as const;
/** Weeks, kilometres and years that may be asked for. */
export const mostWeeks = 260;
export const mostKm = 2_000;
export const mostYears = 130;

/** What of the address is no language, kind or number, in the order of the form. `near` is known only after the search. */
export function wrongIn(asked: Query, words: Words): Wrong[] {
  const { directory: d, search: s } = words;
  const found = [
    choice(asked, 'lang', serviceLanguages, { label: d.language, message: d.languageUnknown }),
    choice(asked, 'kind', kinds, { label: d.kind, message: d.kindUnknown }),
    count(asked, 'limit', [1, 100], { label: 'limit', message: d.limitWrong }),
    count(asked, 'page', [1, 10], { label: 'page', message: d.pageWrong }),
    count(asked, 'age', [0, mostYears], { label: s.age, message: s.ageWrong }),
    choice(asked, 'sex', filterSexes, { label: s.sex, message: d.kindUnknown }),
    choice(asked, 'region', regions, { label: d.region, message: d.kindUnknown }),
    within(asked, words),
    count(asked, 'wait', [1, mostWeeks], { label: s.wait, message: s.waitWrong }),
    choice(asked, 'way', ways, { label: d.waysTitle, message: d.kindUnknown }),
    choice(asked, 'urgency', urgencies, { label: d.urgency, message: d.kindUnknown }),
    choice(asked, 'virtual', ['yes'], { label: s.virtual, message: s.yesOnly }),
    choice(asked, 'accepting', ['yes'], { label: s.accepting, message: s.yesOnly }),
    window(asked, words),
  ];
  return found.filter(one => one !== null);
}

type Said = Pick<FieldError, 'label' | 'message'>;

function choice(asked: Query, field: keyof Query, of: readonly string[], said: Said): Wrong | null {
  return asked[field] === '' || of.includes(asked[field]) ? null : { field, ...said };
}

function count(asked: Query, field: keyof Query, [least, most]: [number, number], said: Said): Wrong | null {
  const text = asked[field];
  const fine = /^\d{1,4}$/.test(text) && Number(text) >= least && Number(text) <= most;
  return text === '' || fine ? null : { field, ...said };
}

function within(asked: Query, { search: words, directory }: Words): Wrong | null {
  const wrong = count(asked, 'within', [1, mostKm], { label: words.within, message: words.withinWrong });
  if (wrong || asked.within === '' || asked.near !== '') return wrong;
  return { field: 'near', label: directory.near, message: words.nearMissing };
}

function window(asked: Query, { search: words }: Words): Wrong | null {
  if (asked.bounds === '') return null;
  const read = parseBounds(asked.bounds);
  if (!('refusal' in read)) return null;
  return {
    field: 'bounds',
    label: words.bounds,
    message: words.boundsWrong[read.refusal],
    why: read.refusal,
  };
}

/** The search that an address without anything wrong in it asks for. */
export function searchOf(asked: Query): DirectorySearch {
  const limit = asked.limit === '' ? pageSize : Number(asked.limit);
  const kind = kinds.find(one => one === asked.kind);
  return {
    text: asked.q,
    near: asked.near,
    limit,
    from: asked.page === '' ? 0 : (Number(asked.page) - 1) * limit,
    filters: filtersOf(asked),
    ...(kind && kind !== 'all' ? { kinds: [kind] } : {}),
  };
}

/** The filters of an address; what is not asked is absent. */
export function filtersOf(asked: Query): Filters {
  const bounds = asked.bounds === '' ? null : parseBounds(asked.bounds);
  const way = ways.find(one => one === asked.way);
  const { age, sex, lang: language, region, within: maxKm, wait } = asked;
  return {
    ...(age !== '' && { age: Number(age) }),
    ...(sex !== '' && { sex }),
    ...(language !== '' && { language }),
    ...(region !== '' && { region }),
    ...(maxKm !== '' && { maxKm: Number(maxKm) }),
    ...(wait !== '' && { maxWaitDays: Number(wait) * 7 }),
    ...(way && { way }),
    ...(asked.urgency === 'urgent' && { urgent: true }),
    ...(asked.virtual !== '' && { virtual: true }),
    ...(asked.accepting !== '' && { accepting: true }),
    ...(bounds && !('refusal' in bounds) && { bounds }),
  };
}
