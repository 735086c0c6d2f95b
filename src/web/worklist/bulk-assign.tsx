import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { assignAll, type NotAssigned } from '../../app/assign-all.ts';
import type { MemberCard } from '../../app/ports/people.ts';
import { folderNamed } from '../../app/worklist-folders.ts';
import { many, text } from '../../http/form.ts';
import { page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Select } from '../../ui/fields.tsx';
import { ButtonLink, SubmitButton } from '../../ui/form.tsx';
import { number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { BulkBar } from '../../ui/worklist-table.tsx';
import { withPatients } from '../roles.ts';

/** Shown while rows are picked: who gets them. */
export function BulkAssign({ colleagues }: { colleagues: readonly MemberCard[] }) {
  const { bulk } = useUi().words.worklist;
  const people = colleagues.map(one => ({ value: one.key, label: one.name }));
  return (
    <BulkBar label={bulk.label} why={bulk.why}>
      <Select name="member" label={bulk.member} empty={bulk.choose} choices={people} width="mid" quiet />
      <SubmitButton>{bulk.assign}</SubmitButton>
    </BulkBar>
  );
}

interface AssignedProps {
  from: string;
  to?: string;
  count: number;
  refused: readonly NotAssigned[];
}

/** What became of the picked rows, with every refusal. */
function AssignedPage({ from, to, count, refused }: AssignedProps) {
  const { words, lang } = useUi();
  const { bulk } = words.worklist;
  const write = (all: number) => [number(all, lang), all === 1] as const;
  return (
    <Frame title={bulk.title} here="worklist">
      <h1>{bulk.title}</h1>
      <Note focus look={refused.length > 0 ? 'soon' : 'told'}>
        {count > 0 && to ? <p>{bulk.done(...write(count), to)}</p> : <p>{bulk.nothing}</p>}
        {refused.length === 0 && count === 0 && <p>{bulk.choosePerson}</p>}
      </Note>
      {refused.length > 0 && (
        <section class="stack" aria-labelledby="refused">
          <h2 id="refused">{bulk.refused(...write(refused.length))}</h2>
          <ul>
            {refused.map(one => (
              <li key={one.caseKey}>
                {one.reference ? (
                  <>
                    <a href={`/requests/${one.requestKey}`}>{one.reference}</a>
                    {': '}
                  </>
                ) : null}
                {sentenceOf(words, one)}
              </li>
            ))}
          </ul>
        </section>
      )}
      <ButtonLink href={`/worklist/${from}`}>{bulk.back}</ButtonLink>
    </Frame>
  );
}

function sentenceOf(words: ReturnType<typeof useUi>['words'], { refusal }: NotAssigned): string {
  const refusals: Record<string, string> = words.case.refusals;
  return refusals[refusal] ?? words.worklist.bulk.gone;
}

/** Back to where the rows were picked; never to an address that a form made up. */
function folderOf(from: string): string {
  return folderNamed(from) ? from : 'needs-me';
}

export const routes: Route[] = [
  route({
    method: 'POST',
    url: '/worklist/assign',
    enter: ['person'],
    roles: withPatients,
    phi: true,
    body: z.strictObject({ from: text(60), member: text(26), pick: many(100) }),
    async handle({ app, actor, body, receipt }) {
      const from = folderOf(body.from);
      const ask = { cases: body.pick, member: body.member, receipt };
      const { to, count, refused } = await assignAll(app, actor as PersonActor, ask);
      if (refused.length > 0 || count === 0)
        return page(<AssignedPage {...{ from, to, count, refused }} />, { status: 422 });
      return redirect(`/worklist/${from}?done=${count}&to=${body.member}`);
    },
  }),
];
