import type { CaseStory } from '../../app/read-request.ts';
import { useUi } from '../../ui/context.ts';

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'string') : [];

/** The numbered questions of an eConsult, as far as the viewer may read them; none when one was asked. */
export function questionsOf({ events }: Pick<CaseStory, 'events'>): string[] {
  const asked = events.findLast(({ type }) => type === 'question')?.body;
  return typeof asked === 'object' ? textsIn(asked.questions) : [];
}

/** What was asked besides the story: each question by its number, the plan, and how the patient agreed. */
export function AskedApart({ content }: { content: Record<string, unknown> }) {
  const { econsult } = useUi().words;
  const questions = textsIn(content.questions);
  const consents: Record<string, string> = econsult.consents;
  const consent = consents[String(content.consent)];
  return (
    <>
      {questions.length > 0 && (
        <ol>
          {questions.map(one => (
            <li key={one}>
              <bdi>{one}</bdi>
            </li>
          ))}
        </ol>
      )}
      {typeof content.plan === 'string' && (
        <p>
          <strong>{econsult.plan}</strong> <bdi>{content.plan}</bdi>
        </p>
      )}
      {consent && <p class="s dim">{consent}</p>}
    </>
  );
}

/** Each numbered question with its own reply; a question that the answer as a whole speaks to stands alone. */
export function Replied({ questions, replies }: { questions: readonly string[]; replies: unknown }) {
  const texts = textsIn(replies);
  if (!texts.some(one => one !== '')) return null;
  return (
    <ol class="stack">
      {questions.map((question, index) => (
        <li key={question}>
          <strong>
            <bdi>{question}</bdi>
          </strong>
          {texts[index] && (
            <div class="typed">
              <bdi>{texts[index]}</bdi>
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
