import type { Refused } from '../../app/each-case.ts';
import type { MemberCard } from '../../app/ports/people.ts';
import { folderNamed } from '../../app/worklist/worklist-folders.ts';
import { many, text } from '../../http/form.ts';
import { useUi } from '../../ui/context.ts';
import { NumberField, Select } from '../../ui/fields.tsx';
import { ButtonLink, SubmitButton } from '../../ui/form.tsx';
import { number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { BulkBar } from '../../ui/worklist-table.tsx';

/** Everything the bar posts, whichever of its buttons was pressed. */
export const bulkBody = { from: text(60), member: text(26), weeks: text(20), pick: many(100) };

/** Shown while rows are picked: who gets them, when their patients are seen, and paper. */
export function Bulk({ colleagues }: { colleagues: readonly MemberCard[] }) {
  const { bulk } = useUi().words.worklist;
  const people = colleagues.map(one => ({ value: one.key, label: one.name }));
  return (
    <BulkBar label={bulk.label} why={bulk.why}>
      {people.length > 0 && (
        <>
          <Select name="member" label={bulk.member} empty={bulk.choose} choices={people} width="mid" quiet />
          <SubmitButton>{bulk.assign}</SubmitButton>
        </>
      )}
      <NumberField name="weeks" label={bulk.weeks} placeholder={bulk.weeksShort} width="short" quiet />
      <SubmitButton formAction="/worklist/say-when">{bulk.sayWhen}</SubmitButton>
      <SubmitButton formAction="/worklist/print" icon="print">
        {bulk.print}
      </SubmitButton>
    </BulkBar>
  );
}

interface DonePageProps {
  from: string;
  title: string;
  /** What was done, or why nothing was. */
  said: readonly string[];
  refused: readonly Refused[];
}

/** What became of the picked rows, with every refusal. */
export function BulkDone({ from, title, said, refused }: DonePageProps) {
  const { words, lang } = useUi();
  const { bulk } = words.worklist;
  return (
    <Frame title={title} here="worklist">
      <h1>{title}</h1>
      <Note focus look={refused.length > 0 ? 'soon' : 'told'}>
        {said.map(line => (
          <p key={line}>{line}</p>
        ))}
      </Note>
      {refused.length > 0 && (
        <section class="stack" aria-labelledby="refused">
          <h2 id="refused">{bulk.refused(number(refused.length, lang), refused.length === 1)}</h2>
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

function sentenceOf(words: ReturnType<typeof useUi>['words'], { refusal }: Refused): string {
  const refusals: Record<string, string> = words.case.refusals;
  return refusals[refusal] ?? words.worklist.bulk.gone;
}

/** Back to where the rows were picked; never to an address that a form made up. */
export function folderOf(from: string): string {
  return folderNamed(from) ? from : 'needs-me';
}
