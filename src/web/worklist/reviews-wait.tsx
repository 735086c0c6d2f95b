import type { ReviewsWaiting } from '../../app/econsult/peer-review.ts';
import { useUi } from '../../ui/context.ts';
import { Note } from '../../ui/note.tsx';

/** Answers of colleagues to review, and for a lead those that were called not safe. Nothing where none wait. */
export function ReviewsWait({ waiting }: { waiting?: ReviewsWaiting | undefined }) {
  const { words, lang } = useUi();
  const { give, group, harm } = words.quality;
  if (!waiting) return null;
  return (
    <>
      {waiting.unsafe.map(({ key, name }) => (
        <Note key={key} look="late" title={group.unsafe}>
          <p>
            {group.unsafeLead} <a href={`/groups/${key}#reviews`}>{name[lang]}</a>
          </p>
        </Note>
      ))}
      {waiting.harmed.map(({ key, name }) => (
        <Note key={key} look="late" title={harm.title}>
          <p>
            {harm.lead} <a href={`/groups/${key}#harms`}>{name[lang]}</a>
          </p>
        </Note>
      ))}
      {waiting.toGive > 0 && (
        <Note look="told">
          <p>
            {give.waits(waiting.toGive)} <a href="/quality">{give.see}</a>
          </p>
        </Note>
      )}
    </>
  );
}
