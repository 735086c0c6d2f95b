import { z } from 'zod';
import { type ListSettings, listColumns, type SavedView } from '../../app/ports/my-lists.ts';
import { keepListSettings, keepView, readMyLists, removeView } from '../../app/worklist/my-lists.ts';
import { folderNamed } from '../../app/worklist/worklist-folders.ts';
import { key, many, text, tick } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Checkbox, Checkboxes } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { withPatients } from '../roles.ts';
import { filterBody, listUrl, typedFilters } from './filters.tsx';
import { titleOf } from './list-page.tsx';
import { viewUrl } from './views.tsx';

type Problem = 'no-name' | 'too-long' | 'too-many';

interface MyListsProps {
  settings: ListSettings;
  views: readonly SavedView[];
  done?: boolean;
  problem?: Problem;
}

/** How one likes one's lists: columns, what opens after a decision, views. */
export function MyListsPage({ settings, views, done, problem }: MyListsProps) {
  const { words, person } = useUi();
  const w = words.worklist.mine;
  const roles = person?.memberships.find(place => place.current)?.roles ?? [];
  const keeps = roles.some(role => role === 'lead' || role === 'steward');
  return (
    <Frame title={w.title} here="worklist">
      <header class="stack">
        <p class="s">
          <a href="/worklist">{words.story.back}</a>
        </p>
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      {done && <Note focus>{w.kept}</Note>}
      {problem && (
        <Note look="soon" focus>
          {w.problems[problem]}
        </Note>
      )}
      <Form action="/worklist/settings" class="stack act" label={w.title}>
        <Checkboxes
          name="columns"
          label={w.columns}
          hint={w.columnsHint}
          choices={listColumns.map(value => ({ value, label: w.columnNames[value] }))}
          values={settings.columns}
        />
        <Checkbox name="opensNext" label={w.opensNext} hint={w.opensNextHint} checked={settings.opensNext} />
        <div class="acts">
          <SubmitButton look="main">{w.keep}</SubmitButton>
        </div>
      </Form>
      <Views views={views} />
      {keeps && (
        <p>
          <a href="/worklist/triage">{words.worklist.triageLists.title}</a>
        </p>
      )}
    </Frame>
  );
}

function Views({ views }: Pick<MyListsProps, 'views'>) {
  const ui = useUi();
  const w = ui.words.worklist.mine;
  return (
    <section class="stack" aria-labelledby="views" id="my-views">
      <h2 id="views">{w.views}</h2>
      {views.length === 0 && <p>{w.noViews}</p>}
      <ul class="plain rows">
        {views.map(view => {
          const folder = folderNamed(view.folder);
          return (
            <li key={view.key} class="line">
              <a href={viewUrl(view)}>
                <bdi>{view.name}</bdi>
              </a>
              <span class="dim s">{folder && titleOf(ui, folder)}</span>
              <Form action={`/worklist/views/${view.key}/remove`} class="far">
                <SubmitButton look="text">
                  {w.remove}
                  <span class="sr"> {view.name}</span>
                </SubmitButton>
              </Form>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const person = { enter: ['person'] as const, roles: withPatients, phi: false };

async function drawn({ app, actor }: Pick<Ask, 'app' | 'actor'>, more: Partial<MyListsProps> = {}) {
  const status = more.problem ? 422 : 200;
  return page(<MyListsPage {...(await readMyLists(app, actor))} {...more} />, { status });
}

/** Settings of one's lists, and saved views. */
export const routes: Route[] = [
  route({
    ...person,
    ...{
      method: 'GET',
      url: '/worklist/settings',
      query: z.strictObject({ done: z.literal('1').optional() }),
    },
    handle: ask => drawn(ask, { done: ask.query.done === '1' }),
  }),
  route({
    ...person,
    ...{ method: 'POST', url: '/worklist/settings' },
    body: z.strictObject({ columns: many(20), opensNext: tick() }),
    async handle({ app, actor, body }) {
      const columns = listColumns.filter(one => body.columns.includes(one));
      await keepListSettings(app, actor, { columns, opensNext: body.opensNext });
      return redirect('/worklist/settings?done=1');
    },
  }),
  route({
    ...person,
    ...{ method: 'POST', url: '/worklist/views' },
    body: filterBody.omit({ q: true, here: true, after: true }).extend({ folder: text(60), name: text(200) }),
    async handle(ask): Promise<Reply> {
      const { folder, name, ...filters } = ask.body;
      if (!folderNamed(folder)) return missing();
      const { after: _, q: __, here: ___, ...typed } = typedFilters(filters);
      const kept = Object.fromEntries(
        Object.entries(typed).filter(([, value]) => value),
      ) as SavedView['filters'];
      const outcome = await keepView(ask.app, ask.actor, { name, folder, filters: kept });
      return outcome === 'kept' ? redirect(listUrl(folder, typed)) : drawn(ask, { problem: outcome });
    },
  }),
  route({
    ...person,
    ...{ method: 'POST', url: '/worklist/views/:key/remove', params: z.strictObject({ key }) },
    handle: async ({ app, actor, params }) =>
      (await removeView(app, actor, params.key)) ? redirect('/worklist/settings#my-views') : missing(),
  }),
];
