import { z } from 'zod';
import {
  type CategoryProblem,
  readCategories,
  readCategory,
  saveCategory,
  type TypedCategory,
} from '../../app/directory/categories.ts';
import type { KeptCategory } from '../../app/ports/categories.ts';
import { inOrder } from '../../domain/directory/category-tree.ts';
import { text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { CategoryForm } from './category-form.tsx';

const list = '/programme/categories';

/** The tree of kinds of service. */
export function CategoriesPage({ all, saved }: { all: readonly KeptCategory[]; saved?: boolean }) {
  const { words, lang } = useUi();
  const w = words.listings.categories;
  const other = lang === 'fr' ? 'en' : 'fr';
  const name = (one: KeptCategory, in_: 'en' | 'fr') => (in_ === 'fr' ? one.nameFr : one.nameEn);
  return (
    <Frame title={w.title} here="worklist">
      <header class="stack">
        <p class="s">
          <a href="/programme">{words.synonyms.toProgramme}</a>
        </p>
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      {saved && <Note focus>{w.saved}</Note>}
      <p>
        <ButtonLink href={`${list}/new`} icon="plus">
          {w.addIt}
        </ButtonLink>
      </p>
      <table class="mini fold">
        <thead>
          <tr>
            {[w.name, w.other, w.terms, w.services].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {inOrder(all).map(({ category, depth }) => (
            <tr key={category.code}>
              <th scope="row">
                {depth > 0 && <span class="dim">{'– '.repeat(depth)}</span>}
                <a href={`${list}/${category.code}`}>{name(category, lang)}</a>
              </th>
              <td lang={other}>{name(category, other)}</td>
              <td class="s">{category.terms}</td>
              <td>
                <span class="fold-label s dim">{words.fields.about(w.services, '')}</span>
                {number(category.services, lang)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Frame>
  );
}

const steward = { enter: ['person'], roles: ['steward'], phi: false } as const;
const params = z.strictObject({ code: z.string().regex(/^[a-z][a-z0-9 -]{1,60}$/) });
const body = z.strictObject({
  ...{ code: text(100), nameEn: text(), nameFr: text(), terms: text(), parent: text(100) },
});
const empty: TypedCategory = { code: '', nameEn: '', nameFr: '', terms: '', parent: '' };

async function save(
  { app, actor, turn }: Pick<Ask, 'app' | 'actor' | 'turn'>,
  typed: TypedCategory,
  isNew: boolean,
): Promise<Reply> {
  const outcome = await saveCategory(app, actor, { typed, version: turn, isNew });
  if (!outcome) return missing();
  if (outcome.ok) return redirect(`${list}?done=saved`);
  const all = await readCategories(app, actor);
  if (!all) return missing();
  const now = 'now' in outcome ? outcome.now : all.find(one => one.code === typed.code);
  const problems: readonly CategoryProblem[] = 'problems' in outcome ? outcome.problems : [];
  const isStale = 'now' in outcome;
  // From the version it was typed over, so that a change meanwhile is still found at the next press.
  const kept = isNew || !now ? undefined : isStale ? now : { ...now, version: turn ?? 0 };
  return page(<CategoryForm all={all} kept={kept} typed={typed} problems={problems} stale={isStale} />, {
    status: isStale ? 409 : 422,
  });
}

/** Kinds of service, for stewards of the programme. */
export const routes: Route[] = [
  route({
    ...steward,
    ...{ method: 'GET', url: list },
    query: z.strictObject({ done: z.literal('saved').optional() }),
    async handle({ app, actor, query }) {
      const all = await readCategories(app, actor);
      return all ? page(<CategoriesPage all={all} saved={query.done === 'saved'} />) : missing();
    },
  }),
  route({
    ...steward,
    ...{ method: 'GET', url: `${list}/new` },
    async handle({ app, actor }) {
      const all = await readCategories(app, actor);
      return all ? page(<CategoryForm all={all} typed={empty} />) : missing();
    },
  }),
  route({
    ...steward,
    ...{ method: 'POST', url: `${list}/new` },
    body,
    handle: ask => save(ask, ask.body, true),
  }),
  route({
    ...steward,
    ...{ method: 'GET', url: `${list}/:code`, params },
    async handle({ app, actor, params: at }) {
      const found = await readCategory(app, actor, at.code);
      if (!found) return missing();
      const { kept } = found;
      return page(<CategoryForm {...found} typed={{ ...kept, parent: kept.parent ?? '' }} />);
    },
  }),
  route({
    ...steward,
    ...{ method: 'POST', url: `${list}/:code`, params },
    body,
    handle: ask => save(ask, { ...ask.body, code: ask.params.code }, false),
  }),
];
