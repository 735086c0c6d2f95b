import { z } from 'zod';
import type { PersonActor, Role } from '../../app/actor.ts';
import {
  type TriageChoice,
  type TriageChoices,
  type TriageKind,
  triageKinds,
} from '../../app/ports/triage-lists.ts';
import {
  keepTriageList,
  mostChoices,
  readTriageLists,
  type TriageProblem,
} from '../../app/worklist/triage-lists.ts';
import { cells } from '../../http/form.ts';
import { page, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { FoldTable } from '../../ui/fold-table.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

/** Who says how a site triages. */
const keepers: readonly Role[] = ['lead', 'steward'];

interface TriageListsProps {
  lists: TriageChoices;
  done?: boolean;
  wrong?: { kind: TriageKind; problem: TriageProblem };
}

/** The priorities and protocols that the triage form of a site offers. */
export function TriageListsPage({ lists, done, wrong }: TriageListsProps) {
  const { words } = useUi();
  const w = words.worklist.triageLists;
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
      {wrong && (
        <Note look="soon" focus>
          {w.problems[wrong.problem]}
        </Note>
      )}
      <div class="cols two">
        {triageKinds.map(kind => (
          <OneList key={kind} kind={kind} choices={lists[kind]} />
        ))}
      </div>
    </Frame>
  );
}

/** What there is, and empty lines for more. */
function OneList({ kind, choices }: { kind: TriageKind; choices: readonly TriageChoice[] }) {
  const w = useUi().words.worklist.triageLists;
  const room = Math.max(0, Math.min(4, mostChoices[kind] - choices.length));
  const lines = [...choices, ...Array.from({ length: room }, () => ({ en: '', fr: '' }))];
  return (
    <Form action="/worklist/triage" class="card stack" labelledBy={kind}>
      <h2 id={kind}>{w[kind]}</h2>
      <p class="dim s">{w.hints[kind]}</p>
      <input type="hidden" name="kind" value={kind} />
      <FoldTable heads={[w.en, w.fr]}>
        {lines.map((line, i) => (
          <tr key={i}>
            {(['en', 'fr'] as const).map(lang => (
              <td key={lang}>
                <input
                  class="in"
                  name={lang}
                  lang={lang}
                  value={line[lang]}
                  maxLength={60}
                  placeholder={w[lang]}
                  aria-label={w.lineLabel(w[lang], String(i + 1))}
                />
              </td>
            ))}
          </tr>
        ))}
      </FoldTable>
      <SubmitButton look="main">{w.keep}</SubmitButton>
    </Form>
  );
}

const person = { enter: ['person'] as const, roles: keepers, phi: false };
const me = ({ actor }: Pick<Ask, 'actor'>) => actor as PersonActor;

/** A site keeps its own triage lists. */
export const routes: Route[] = [
  route({
    ...person,
    ...{ method: 'GET', url: '/worklist/triage', query: z.strictObject({ done: z.literal('1').optional() }) },
    handle: async ask =>
      page(<TriageListsPage lists={await readTriageLists(ask.app, me(ask))} done={ask.query.done === '1'} />),
  }),
  route({
    ...person,
    ...{ method: 'POST', url: '/worklist/triage' },
    body: z.strictObject({ kind: z.enum(triageKinds), en: cells(100), fr: cells(100) }),
    async handle(ask) {
      const { kind, en, fr } = ask.body;
      const typed = en.map((line, i) => ({ en: line, fr: fr[i] ?? '' }));
      const problem = await keepTriageList(ask.app, me(ask), { kind, typed });
      if (problem === 'kept') return redirect('/worklist/triage?done=1');
      const lists = { ...(await readTriageLists(ask.app, me(ask))), [kind]: typed };
      return page(<TriageListsPage lists={lists} wrong={{ kind, problem }} />, { status: 422 });
    },
  }),
];
