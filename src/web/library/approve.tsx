import { z } from 'zod';
import { approve, readWaiting, withdraw, wordsProblem } from '../../app/econsult/library.ts';
import type { EntryWords, WaitingEntry } from '../../app/ports/library.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { EntryFields, entryBody, wordsOf } from './entry-fields.tsx';

type Problem = 'stale' | 'own' | 'missing' | 'tooLong';

interface WaitingPageProps {
  waiting: readonly WaitingEntry[];
  done?: 'saved';
  problem?: Problem;
  /** What may name somebody in it. */
  marked?: readonly string[];
  /** What could not be published, as it was typed. */
  typed?: { key: string; words: EntryWords };
}

function WaitingPage({ waiting, done, problem, typed, marked }: WaitingPageProps) {
  const w = useUi().words.answered;
  return (
    <Frame title={w.waitingTitle} here="worklist">
      <header class="stack">
        <h1>{w.waitingTitle}</h1>
        <p class="dim">{w.waitingLead}</p>
      </header>
      {done && <Note focus>{w.approved}</Note>}
      {problem && (
        <Note look="soon" focus>
          {w[problem]}
        </Note>
      )}
      {marked && (
        <Note look="late" focus>
          {w.marked(marked.join(' · '))}
        </Note>
      )}
      {waiting.length === 0 && <p>{w.noWaiting}</p>}
      {waiting.map(one => (
        <Form
          key={one.key}
          class="card stack act"
          action={`/library/waiting/${one.key}`}
          turn={one.version}
          label={one.title}
        >
          <h2>{one.title}</h2>
          <p class="dim">{one.again ? w.again : w.fresh}</p>
          <EntryFields words={typed?.key === one.key ? typed.words : one} of={`-${one.key}`} />
          <div class="acts">
            <SubmitButton look="main" name="do" value="publish">
              {one.again ? w.keep : w.publish}
            </SubmitButton>
            <SubmitButton look="harm" name="do" value="withdraw">
              {w.withdraw}
            </SubmitButton>
          </div>
        </Form>
      ))}
    </Frame>
  );
}

const common = { enter: ['person'], roles: ['lead', 'clinician', 'assigner'], phi: true } as const;
const list = '/library/waiting';

/** The group reads what was proposed, and again what has been public for two years. */
export const routes: Route[] = [
  route({
    ...common,
    ...{ method: 'GET', url: list },
    query: z.strictObject({ done: z.enum(['saved']).optional() }),
    handle: async ({ app, actor, query }) =>
      page(<WaitingPage waiting={await readWaiting(app, actor)} done={query.done} />),
  }),
  route({
    ...common,
    ...{ method: 'POST', url: `${list}/:key` },
    params: z.strictObject({ key }),
    body: z.strictObject({ ...entryBody, do: text(20) }),
    async handle({ app, actor, turn: version = 0, params, body }) {
      const { do: act, ...fields } = body;
      const words = wordsOf(fields);
      const wrong = act === 'publish' ? wordsProblem(words) : null;
      const outcome = wrong
        ? wrong.why
        : act === 'publish'
          ? await approve(app, actor, { key: params.key, version, words })
          : await withdraw(app, actor, { key: params.key, version });
      if (outcome === null) return missing();
      if (outcome === 'done') return redirect(`${list}?done=saved`);
      const found = typeof outcome === 'object' ? outcome : {};
      const problem: Problem | undefined =
        typeof outcome === 'object' ? undefined : outcome === 'too-long' ? 'tooLong' : outcome;
      const typed = { key: params.key, words };
      const more = { waiting: await readWaiting(app, actor), problem, typed, ...found };
      return page(<WaitingPage {...more} />, { status: outcome === 'stale' ? 409 : 422 });
    },
  }),
];
