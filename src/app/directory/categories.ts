import { cycleOf } from '../../domain/directory/category-tree.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { type FieldProblem, lineOf, type Read } from '../listings/listing-fields.ts';
import type { Category, KeptCategory } from '../ports/categories.ts';
import type { Tx } from '../ports/database.ts';
import { forProgramme } from '../programme/for-programme.ts';

type Reads = Pick<App, 'db'>;

/** A kind of service as typed; `parent` '' is the top. */
export type TypedCategory = Record<'code' | 'nameEn' | 'nameFr' | 'terms' | 'parent', string>;

export type CategoryProblem =
  | { field: keyof TypedCategory; problem: FieldProblem | 'taken' | 'bad-code' }
  /** The way round that it would close, from the kind itself, in kinds. */
  | { field: 'parent'; problem: 'cycle'; way: Category[] };

export type CategoryOutcome =
  | { ok: true }
  | { ok: false; problems: CategoryProblem[] }
  /** Somebody changed it since the form was drawn. */
  | { ok: false; now: KeptCategory };

/** Every kind of service; null for anybody but the programme. */
export function readCategories(app: Reads, actor: Actor): Promise<KeptCategory[] | null> {
  return forProgramme(app, actor, 'categories', tx => tx.categories.all());
}

/** One kind with all the others; null when there is none, or for anybody but the programme. */
export function readCategory(app: Reads, actor: Actor, code: string) {
  return forProgramme(app, actor, 'category', async tx => {
    const all = await tx.categories.all();
    const kept = all.find(one => one.code === code);
    if (kept) return { all, kept };
    await tx.audit.add({ act: 'category', what: 'category', ids: [], result: 'missing' });
    return null;
  });
}

/** Adds a kind, or changes the one of `code` as it was at `version`. Null when there is none, or it is not the actor's. */
export function saveCategory(
  app: Reads,
  actor: Actor,
  { typed, version, isNew }: { typed: TypedCategory; version: number | undefined; isNew: boolean },
): Promise<CategoryOutcome | null> {
  return forProgramme(app, actor, 'save-category', async tx => {
    await tx.categories.lock();
    const all = await tx.categories.all();
    const now = all.find(one => one.code === typed.code);
    if (!isNew && !now) {
      await tx.audit.add({ act: 'save-category', what: 'category', ids: [], result: 'missing' });
      return null;
    }
    const checked = check(typed, { all, isNew });
    if ('problems' in checked) return { ok: false, problems: checked.problems };
    const { category } = checked;
    if (now && same(now, category)) return { ok: true };
    if (now && now.version !== version) return { ok: false, now };
    await write(tx, category, now);
    return { ok: true };
  });
}

async function write(tx: Tx, category: Category, now: KeptCategory | undefined): Promise<void> {
  await (now ? tx.categories.change(category) : tx.categories.add(category));
  // Names and words of a kind are those of its services in the search.
  await tx.jobs.add({ kind: 'index-category', payload: { category: category.code } });
  await tx.audit.add({
    ...{ act: now ? 'change-category' : 'add-category', what: 'category', ids: [], result: 'ok' },
    why: category.code,
  });
}

const fieldsOf = ({ code, nameEn, nameFr, terms, parent }: Category) => [code, nameEn, nameFr, terms, parent];
const same = (one: Category, other: Category) =>
  JSON.stringify(fieldsOf(one)) === JSON.stringify(fieldsOf(other));

function check(
  typed: TypedCategory,
  { all, isNew }: { all: readonly KeptCategory[]; isNew: boolean },
): { category: Category } | { problems: CategoryProblem[] } {
  const problems: CategoryProblem[] = [];
  const read = (field: 'nameEn' | 'nameFr' | 'terms', found: Read<string>): string => {
    if ('value' in found) return found.value;
    problems.push({ field, problem: found.problem });
    return '';
  };
  if (isNew && !/^[a-z][a-z0-9-]{1,39}$/.test(typed.code))
    problems.push({ field: 'code', problem: 'bad-code' });
  else if (isNew && all.some(one => one.code === typed.code))
    problems.push({ field: 'code', problem: 'taken' });
  const category: Category = {
    code: typed.code,
    nameEn: read('nameEn', lineOf(typed.nameEn, 200, true)),
    nameFr: read('nameFr', lineOf(typed.nameFr, 200, true)),
    terms: read('terms', lineOf(typed.terms.replace(/\s+/g, ' '), 4_000)),
    parent: typed.parent || null,
  };
  const byCode = new Map(all.map(one => [one.code, one]));
  if (category.parent !== null && !byCode.has(category.parent))
    problems.push({ field: 'parent', problem: 'choose' });
  const way = cycleOf(all, category.code, category.parent);
  if (way && problems.length === 0)
    problems.push({ field: 'parent', problem: 'cycle', way: way.map(code => byCode.get(code) ?? category) });
  return problems.length > 0 ? { problems } : { category };
}
