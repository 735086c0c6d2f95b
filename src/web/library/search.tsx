import { z } from 'zod';
import { readEntry, searchLibrary, settles } from '../../app/econsult/library.ts';
import type { LibraryEntry } from '../../app/ports/library.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { withPatients } from '../roles.ts';
import { EntryFacts, EntryLines } from './entry-lines.tsx';

interface SearchPageProps {
  typed: string;
  found: { entries: readonly LibraryEntry[]; total: number };
  done?: 'proposed';
}

function SearchPage({ typed, found, done }: SearchPageProps) {
  const w = useUi().words.answered;
  return (
    <Frame title={w.title} here="ask">
      <header class="stack">
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
        <p class="s">
          <a href="/library/mine">{w.credits.title}</a>
        </p>
      </header>
      {done && <Note focus>{w.proposed}</Note>}
      <form class="stack act" action="/library" method="get">
        <TextField name="q" label={w.search} value={typed} type="search" width="mid" />
        <div class="acts">
          <SubmitButton look="main">{w.find}</SubmitButton>
        </div>
      </form>
      <p>{found.total === 0 ? w.none : w.found(found.total)}</p>
      <EntryLines entries={found.entries} level="h2" />
    </Frame>
  );
}

function EntryPage({ one, own, done }: { one: LibraryEntry; own: boolean; done?: 'settles' }) {
  const w = useUi().words.answered;
  return (
    <Frame title={one.title} here="ask">
      <header class="stack">
        <p class="s">
          <a href="/library">{w.toLibrary}</a>
        </p>
        <h1 lang={one.language}>{one.title}</h1>
        <EntryFacts one={one} />
      </header>
      {done && <Note focus>{w.settled}</Note>}
      <h2>{w.question}</h2>
      <p class="typed" lang={one.language}>
        {one.question}
      </p>
      <h2>{w.answer}</h2>
      <p class="typed" lang={one.language}>
        {one.answer}
      </p>
      <Note>{w.general}</Note>
      {own ? (
        <p>
          {w.yours} <a href="/library/mine">{w.credits.title}</a>
        </p>
      ) : (
        <Form action={`/library/${one.key}/settles`} label={w.settles}>
          <SubmitButton look="main">{w.settles}</SubmitButton> <span class="s dim">{w.settlesHint}</span>
        </Form>
      )}
    </Frame>
  );
}

const common = { enter: ['person'], roles: withPatients, phi: false } as const;
const params = z.strictObject({ key });

/** The answers that everybody may read, and one of them. Searches are about no patient. */
export const routes: Route[] = [
  route({
    ...common,
    ...{ method: 'GET', url: '/library', limit: 'search' },
    query: z.strictObject({ q: text(2_000).optional(), done: z.enum(['proposed']).optional() }),
    async handle({ app, actor, query }) {
      const { q = '', done } = query;
      return page(<SearchPage typed={q} found={await searchLibrary(app, actor, q)} done={done} />);
    },
  }),
  route({
    ...common,
    ...{ method: 'GET', url: '/library/:key' },
    params,
    query: z.strictObject({ done: z.enum(['settles']).optional() }),
    async handle({ app, actor, params, query }) {
      const found = await readEntry(app, actor, params.key);
      return found ? page(<EntryPage {...found} done={query.done} />) : missing();
    },
  }),
  route({
    ...common,
    ...{ method: 'POST', url: '/library/:key/settles' },
    params,
    async handle({ app, actor, params }) {
      const done = await settles(app, actor, params.key);
      return done ? redirect(`/library/${params.key}?done=settles`) : missing();
    },
  }),
];
