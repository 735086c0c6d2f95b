import { z } from 'zod';
import {
  type FoundPage,
  readEntry,
  searchForQuestion,
  searchLibrary,
  settles,
} from '../../app/econsult/library.ts';
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
  found: FoundPage;
  done?: 'proposed';
  /** Looked for with what was written about a patient, which stands in no address. */
  posted?: boolean;
}

function SearchPage({ typed, found, done, posted = false }: SearchPageProps) {
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
        <TextField name="q" label={w.search} value={posted ? '' : typed} type="search" width="mid" />
        <div class="acts">
          <SubmitButton look="main">{w.find}</SubmitButton>
        </div>
      </form>
      <p>{found.total === 0 ? w.none : w.found(found.total)}</p>
      <EntryLines entries={found.entries} level="h2" />
      <Pages typed={typed} found={found} posted={posted} />
    </Frame>
  );
}

/** The pages before and after; by a button where the words may stand in no address. */
function Pages({ typed, found: { page: at, pages }, posted }: Omit<SearchPageProps, 'done'>) {
  const w = useUi().words.answered;
  if (pages < 2) return null;
  const ways = [
    { page: at - 1, label: w.earlier },
    { page: at + 1, label: w.next },
  ].filter(way => way.page >= 1 && way.page <= pages);
  return (
    <nav class="line" aria-label={w.pageOf(at, pages)}>
      <span class="dim">{w.pageOf(at, pages)}</span>
      {posted ? (
        <Form action="/library" label={w.pageOf(at, pages)} class="line">
          <input type="hidden" name="problem" value={typed} />
          {ways.map(way => (
            <SubmitButton key={way.page} name="page" value={String(way.page)} look="plain">
              {way.label}
            </SubmitButton>
          ))}
        </Form>
      ) : (
        ways.map(way => (
          <a key={way.page} href={`/library?${new URLSearchParams({ q: typed, page: String(way.page) })}`}>
            {way.label}
          </a>
        ))
      )}
    </nav>
  );
}

/** Two years after its last review nobody is settled by it: its group reads it again, and everybody else is told so. */
function DuePage({ one }: { one: Found['one'] }) {
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
      <Note look="soon">{w.underReview}</Note>
      {one.reviews && (
        <p>
          <a href="/library/waiting">{w.readAgain}</a>
        </p>
      )}
    </Frame>
  );
}

type Found = NonNullable<Awaited<ReturnType<typeof readEntry>>>;

function EntryPage({ one, own, done }: Found & { done?: 'settles' }) {
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
const pageNumber = z.preprocess(value => Number(value) || 1, z.number().int().min(1).max(10_000));

/** The answers that everybody may read, and one of them. Searches are about no patient. */
export const routes: Route[] = [
  route({
    ...common,
    ...{ method: 'GET', url: '/library', limit: 'search' },
    query: z.strictObject({
      ...{ q: text(2_000).optional(), page: pageNumber.optional() },
      done: z.enum(['proposed']).optional(),
    }),
    async handle({ app, actor, query }) {
      const { q = '', done, page: at } = query;
      return page(<SearchPage typed={q} found={await searchLibrary(app, actor, q, at)} done={done} />);
    },
  }),
  // All that speak of a question that is being written.
  route({
    ...{ ...common, phi: true },
    ...{ method: 'POST', url: '/library', limit: 'search' },
    // The page on which it is written posts all its fields.
    body: z.object({ problem: text(100_000), page: pageNumber }),
    async handle({ app, actor, body: { problem, page: at } }) {
      const found = await searchForQuestion(app, actor, { text: problem, page: at });
      return page(<SearchPage typed={problem} found={found} posted />);
    },
  }),
  route({
    ...common,
    ...{ method: 'GET', url: '/library/:key' },
    params,
    query: z.strictObject({ done: z.enum(['settles']).optional() }),
    async handle({ app, actor, params, query }) {
      const found = await readEntry(app, actor, params.key);
      if (found?.one.due) return page(<DuePage one={found.one} />);
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
