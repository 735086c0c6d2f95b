import type { LibraryEntry } from '../../app/ports/library.ts';
import { useUi } from '../../ui/context.ts';
import { dayWithYear } from '../../ui/format.ts';

/** Specialty, type of question, who answered, when it was reviewed, and how often it settled the matter. */
export function EntryFacts({ one }: { one: LibraryEntry }) {
  const ui = useUi();
  const { answered: w, econsult } = ui.words;
  const facts = [
    one.specialty[ui.lang],
    one.questionType && econsult.questionTypes[one.questionType],
    w.by(one.author, one.group[ui.lang]),
    w.reviewed(dayWithYear(one.reviewedOn, ui)),
    one.used > 0 && w.used(one.used),
  ];
  return <p class="dim s">{facts.filter(Boolean).join(' · ')}</p>;
}

/** Answers as a list that leads to each. */
export function EntryLines({
  entries,
  level: Level,
}: {
  entries: readonly LibraryEntry[];
  level: 'h2' | 'h4';
}) {
  if (entries.length === 0) return null;
  return (
    <ul class="plain rows">
      {entries.map(one => (
        <li key={one.key}>
          <Level>
            <a href={`/library/${one.key}`} lang={one.language}>
              {one.title}
            </a>
          </Level>
          <EntryFacts one={one} />
        </li>
      ))}
    </ul>
  );
}
