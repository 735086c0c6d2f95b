import type { Found } from '../../app/ports/directory.ts';
import type { Ranked } from '../../domain/directory/rank.ts';
import { useUi } from '../../ui/context.ts';
import { Tag } from '../../ui/tag.tsx';

/** One entry of a list of the directory, with the reasons for its place. */
export function ResultCard({ result }: { result: Ranked<Found> }) {
  const { lang, words } = useUi();
  const { entry, reasons } = result;
  const place = [entry.siteName?.[lang], entry.city].filter(Boolean).join(', ');
  const category = entry.kind === 'facility' ? words.directory.facility : entry.category[lang];
  return (
    <li class="card">
      <article class="stack">
        <div class="line">
          <h3>
            <a href={`/directory/${entry.key}`}>{entry.name[lang]}</a>
          </h3>
          <Accepting entry={entry} />
        </div>
        <p class="s dim">{[category, place].filter(Boolean).join(' · ')}</p>
        {reasons.length > 0 && <p class="s">{words.directory.reasons(reasons)}</p>}
        {entry.kind !== 'facility' && (
          <ul class="plain line s">
            <li class="chip">{words.directory.ages(entry.minAge, entry.maxAge)}</li>
            {entry.modes.map(mode => (
              <li class="chip" key={mode}>
                {words.directory.modes[mode]}
              </li>
            ))}
            <li class="chip">{words.directory.languages(entry.languages)}</li>
          </ul>
        )}
      </article>
    </li>
  );
}

function Accepting({ entry }: { entry: Found }) {
  const { words } = useUi();
  if (entry.kind === 'facility') return null;
  const look = entry.accepting
    ? ({ role: 'ok', icon: 'check', label: words.directory.accepting } as const)
    : ({ role: 'back', icon: 'pause', label: words.directory.notAccepting } as const);
  return (
    <span class="far">
      <Tag {...look} />
    </span>
  );
}
