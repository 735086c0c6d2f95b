import type { Advised } from '../../domain/econsult/econsult.ts';
import type { StoryItem } from '../../domain/timeline/timeline.ts';
import { useUi } from '../../ui/context.ts';
import { dayWithYear, monthDayShort } from '../../ui/format.ts';
import { Typed } from '../../ui/timeline.tsx';
import { Replied } from './asked-apart.tsx';

/** Longer answers are folded after this many characters. */
const inSight = 900;

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];
const advisedIn = (value: unknown): Advised[] => (Array.isArray(value) ? (value as Advised[]) : []);
const oneText = (value: unknown) => (typeof value === 'string' ? value : '');

/** What an answer is drawn from; a preview hands in one that nobody sent yet. */
export interface AnswerTextProps {
  item: Pick<Extract<StoryItem, { kind: 'answer' }>, 'content' | 'text' | 'earlier' | 'at'>;
  /** The numbered questions of the case. */
  questions?: readonly string[];
  /** Nothing is folded. */
  open?: boolean;
}

/** An answer: its text, and folded what is to be done, when to worry, on what it rests, and how it stood before. */
export function AnswerText({ item, questions = [], open }: AnswerTextProps) {
  const { words } = useUi();
  const { content, text } = item;
  const recommendations = advisedIn(content.recommendations);
  const references = textsIn(content.references);
  const long = !open && text.length > inSight;
  const parts = words.story.answerParts(recommendations.length, references.length);
  const more = [parts, long || oneText(content.redFlags) ? words.story.fullAnswer : ''];
  const summary = more.filter(Boolean).join('. ');
  return (
    <>
      <Replied questions={questions} replies={content.replies} />
      <Typed text={long ? `${text.slice(0, inSight).replace(/\s+\S*$/, '')} …` : text} />
      {summary && (
        <details class="s answer" open={open}>
          <summary>{summary}</summary>
          <div class="stack">
            {long && <Typed text={text} />}
            <Rest content={content} />
          </div>
        </details>
      )}
      <Earlier item={item} questions={questions} />
    </>
  );
}

/** What an answer says besides its text. */
function Rest({ content }: { content: Record<string, unknown> }) {
  const { words } = useUi();
  const redFlags = oneText(content.redFlags);
  return (
    <>
      <Recommended list={advisedIn(content.recommendations)} />
      {redFlags && (
        <div>
          <h4>{words.timeline.redFlags}</h4>
          <Typed text={redFlags} />
        </div>
      )}
      <References list={textsIn(content.references)} />
    </>
  );
}

function Recommended({ list }: { list: readonly Advised[] }) {
  const ui = useUi();
  const { timeline, econsult, story } = ui.words;
  if (list.length === 0) return null;
  return (
    <div>
      <h4>{timeline.recommendations}</h4>
      <ol>
        {list.map(({ id, kind, text, condition, due, who }) => (
          <li key={id}>
            <bdi>{text}</bdi>{' '}
            <span class="dim">
              {[
                kind && econsult.adviceKinds[kind],
                condition,
                due && story.due(monthDayShort(due, ui)),
                econsult.recommendationWho[who],
              ]
                .filter(Boolean)
                .join(', ')}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function References({ list }: { list: readonly string[] }) {
  const { words } = useUi();
  if (list.length === 0) return null;
  return (
    <div>
      <h4>{words.timeline.references}</h4>
      <ul>
        {list.map(one => (
          <li key={one}>
            <bdi>{one}</bdi>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The answer as it stood before each correction, whole, with why it was corrected; the latest first. */
function Earlier({ item, questions = [] }: Pick<AnswerTextProps, 'item' | 'questions'>) {
  const ui = useUi();
  const { timeline } = ui.words;
  const { amendedAt } = item.content;
  if (item.earlier.length === 0) return null;
  return (
    <details class="s">
      <summary>
        {timeline.corrected(dayWithYear(oneText(amendedAt) || item.at, ui))}. {timeline.earlier}
      </summary>
      {item.earlier.toReversed().map(({ text, content, at, why }, index) => (
        <div class="stack" key={`${at}-${index}`}>
          <p>
            {timeline.saidOn(dayWithYear(at, ui))}
            {why && (
              <>
                {' '}
                {timeline.correctedBecause} <bdi>{why}</bdi>
              </>
            )}
          </p>
          <blockquote class="stack">
            <Replied questions={questions} replies={content.replies} />
            <Typed text={text} />
            <Rest content={content} />
          </blockquote>
        </div>
      ))}
    </details>
  );
}
