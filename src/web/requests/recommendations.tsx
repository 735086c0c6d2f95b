import type { CaseStory } from '../../app/read-request.ts';
import type { Advised } from '../../domain/econsult/econsult.ts';
import type { StoryItem } from '../../domain/timeline/timeline.ts';
import { useUi } from '../../ui/context.ts';
import { DateField, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { monthDayShort } from '../../ui/format.ts';
import { actorName } from '../cases/names.ts';
import type { TellingOf } from './telling.ts';

type State = NonNullable<CaseStory['state']['recommendations']>[number];

/** One thing the specialist advised, with what became of it. */
interface Advice extends Advised {
  state: State['state'];
  /** The latest word of the requester on it. */
  ticked?: { who: string; at: string; why?: string };
}

/** What the answers of a case advise, in their order; none to whoever may not read the answers. */
function adviceOf(telling: TellingOf): Advice[] {
  const { one, story } = telling;
  const items = story.chapters.find(chapter => chapter.key === one.key)?.items ?? [];
  const advised = items.flatMap(item =>
    item.kind === 'answer' && Array.isArray(item.content.recommendations)
      ? (item.content.recommendations as Advised[])
      : [],
  );
  return advised.map(each => {
    const now = one.state.recommendations?.find(({ id }) => id === each.id);
    const said = items.findLast(item => tickOf(item) === each.id);
    return {
      ...each,
      ...(now?.due && { due: now.due }),
      state: now?.state ?? 'open',
      ...(said && 'by' in said && { ticked: tickedBy(telling, said) }),
    };
  });
}

function tickOf(item: StoryItem): unknown {
  return 'code' in item && item.code === 'ticked' ? item.body.recommendation : undefined;
}

function tickedBy(telling: TellingOf, item: Extract<StoryItem, { by: unknown }>): Advice['ticked'] {
  const { why } = item.body;
  return { who: actorName(telling, item.by), at: item.at, ...(typeof why === 'string' && { why }) };
}

/** The list beside the story, with a form for each where the viewer may say what became of it. */
export function Recommendations({ telling }: { telling: TellingOf }) {
  const { story } = useUi().words;
  const list = adviceOf(telling);
  if (list.length === 0) return null;
  const may = telling.one.may.some(({ verbs }) => verbs.includes('tick'));
  const done = list.filter(({ state }) => state === 'done').length;
  const id = `rec-${telling.one.key}`;
  return (
    <section aria-labelledby={id}>
      <div class="line">
        <h2 id={id}>{story.recommendations}</h2>
        <span class="s dim far">{story.doneOf(done, list.length)}</span>
      </div>
      <ul class="plain rows s">
        {list.map(one => (
          <li key={one.id}>
            <OneAdvice advice={one} telling={telling} may={may} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Under an eConsult that has ended: what of the advice was neither done nor put aside by then. */
export function LeftOpen({ telling }: { telling: TellingOf }) {
  const { story } = useUi().words;
  if (telling.one.type !== 'econsult' || telling.one.state.hold) return null;
  const left = adviceOf(telling).filter(
    ({ who, state }) => who !== 'specialist' && (state === 'open' || state === 'later'),
  );
  if (left.length === 0) return null;
  return (
    <p class="s">
      {story.leftOpen(left.length)} <bdi>{left.map(({ text }) => text).join('; ')}</bdi>
    </p>
  );
}

function OneAdvice({ advice, telling, may }: { advice: Advice; telling: TellingOf; may: boolean }) {
  const ui = useUi();
  const { story, econsult } = ui.words;
  const { ticked, due, condition, state } = advice;
  const kind = advice.kind && econsult.adviceKinds[advice.kind];
  const facts = [kind, condition, state !== 'done' && due && story.due(monthDayShort(due, ui))];
  const box = `r-${telling.one.key}-${advice.id}`;
  const word = econsult.recommendationStates[state];
  return (
    <>
      <div class="pick">
        <input type="checkbox" id={box} checked={state === 'done'} disabled />
        <label for={box}>
          <bdi>{advice.text}</bdi>
          {facts.some(Boolean) && (
            <>
              <br />
              <span class="dim">
                <bdi>{facts.filter(Boolean).join(', ')}</bdi>
              </span>
            </>
          )}
          <br />
          <span class="dim">
            {ticked ? story.ticked(word, monthDayShort(ticked.at, ui), ticked.who) : word}
            {ticked?.why && ': '}
            <bdi>{ticked?.why}</bdi>
          </span>
        </label>
      </div>
      {may && <Tick advice={advice} telling={telling} />}
    </>
  );
}

function Tick({ advice, telling }: { advice: Advice; telling: TellingOf }) {
  const ui = useUi();
  const { story } = ui.words;
  const { one } = telling;
  const action = `/${one.type}s/${one.key}/tick`;
  const settled = advice.state === 'done' || advice.state === 'not-done';
  const name = (field: string) => `${field}-${one.key}-${advice.id}`;
  return (
    <div class="line top under">
      {!settled && (
        <Form action={action} receipt turn={one.turn} class="inline">
          <input type="hidden" name="recommendation" value={advice.id} />
          <SubmitButton name="state" value="done" icon="check">
            {story.markDone}
          </SubmitButton>
        </Form>
      )}
      <details>
        <summary>{settled ? story.change : story.otherwise}</summary>
        <Form action={action} receipt turn={one.turn} class="stack" label={advice.text}>
          <input type="hidden" name="recommendation" value={advice.id} />
          <TextField name="why" id={name('why')} label={story.why} />
          <SubmitButton name="state" value="not-done">
            {story.notDone}
          </SubmitButton>
          <DateField name="due" id={name('due')} label={story.laterOn} value={advice.due} />
          <SubmitButton name="state" value="later">
            {story.later}
          </SubmitButton>
          {settled && advice.state !== 'done' && (
            <SubmitButton name="state" value="done">
              {story.markDone}
            </SubmitButton>
          )}
        </Form>
      </details>
    </div>
  );
}
