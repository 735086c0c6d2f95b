import { z } from 'zod';
import type { SavedSearch } from '../../app/ports/saved-searches.ts';
import { key, text } from '../../http/form.ts';
import { page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { keptOf, readKept } from '../directory/query.ts';
import { withPatients } from '../roles.ts';
import { longestName } from './saved-links.tsx';

const common = { enter: ['person'], roles: withPatients, phi: false } as const;
const here = '/directory/searches';
const params = z.strictObject({ key });

/** Searches that a member keeps, of the member's own. */
export const routes: Route[] = [
  route({
    ...common,
    method: 'GET',
    url: here,
    query: z.strictObject({ full: z.literal('yes').optional() }),
    handle: ({ app, actor, query }) =>
      app.db.as(actor, async tx =>
        page(<SavedPage saved={await tx.savedSearches.all()} full={query.full === 'yes'} />),
      ),
  }),
  route({
    ...common,
    method: 'POST',
    url: here,
    body: z.strictObject({ name: text(longestName), asked: text(8_000) }),
    async handle({ app, actor, body, words }) {
      const read = readKept(body.asked);
      const asked = read ? keptOf(read) : '';
      if (!read || asked === '') return redirect('/directory');
      const name = body.name || read.q.slice(0, longestName) || words.atHand.saved.unnamed;
      const done = await app.db.as(actor, tx => tx.savedSearches.save({ name, asked }));
      return redirect(done ? `/directory?${asked}` : `${here}?full=yes`);
    },
  }),
  route({
    ...common,
    method: 'POST',
    url: `${here}/:key/rename`,
    params,
    body: z.strictObject({ name: text(longestName) }),
    async handle({ app, actor, params, body }) {
      // Without a name it keeps the one it has; one that is gone since is seen to be gone.
      if (body.name !== '') await app.db.as(actor, tx => tx.savedSearches.rename(params.key, body.name));
      return redirect(here);
    },
  }),
  route({
    ...common,
    method: 'POST',
    url: `${here}/:key/remove`,
    params,
    body: z.strictObject({}),
    async handle({ app, actor, params }) {
      await app.db.as(actor, tx => tx.savedSearches.remove(params.key));
      return redirect(here);
    },
  }),
];

/** All of them, each to open, to give another name or to remove. */
export function SavedPage({ saved, full }: { saved: readonly SavedSearch[]; full: boolean }) {
  const w = useUi().words.atHand.saved;
  return (
    <Frame title={w.title} here="directory" main="page stack">
      <header>
        <p class="s">
          <a href="/directory">{w.toSearch}</a>
        </p>
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      {full && (
        <Note look="soon" focus>
          {w.full}
        </Note>
      )}
      {saved.length === 0 && <p>{w.none}</p>}
      <ul class="plain stack">
        {saved.map(one => (
          <Saved key={one.key} one={one} />
        ))}
      </ul>
    </Frame>
  );
}

function Saved({ one }: { one: SavedSearch }) {
  const w = useUi().words.atHand.saved;
  return (
    <li class="card flat stack">
      <div class="line">
        <a href={`/directory?${one.asked}`}>{one.name}</a>
        <span class="far">
          <Form action={`${here}/${one.key}/remove`} class="inline">
            <SubmitButton look="text" icon="x">
              {w.remove}
              <span class="sr">: {one.name}</span>
            </SubmitButton>
          </Form>
        </span>
      </div>
      <details>
        <summary class="s">
          {w.rename}
          <span class="sr">: {one.name}</span>
        </summary>
        <Form action={`${here}/${one.key}/rename`} class="stack" label={w.of(w.rename, one.name)}>
          <TextField
            {...{ id: `name-${one.key}`, name: 'name', label: w.name, value: one.name }}
            maxLength={longestName}
            width="mid"
          />
          <SubmitButton>{w.renamed}</SubmitButton>
        </Form>
      </details>
    </li>
  );
}
