import type { AskRoutes } from '../../app/directory/ask-routes.ts';
import type { Found } from '../../app/ports/directory.ts';
import type { Ranked } from '../../domain/directory/rank.ts';
import { useUi } from '../../ui/context.ts';
import { distance } from '../../ui/format.ts';
import { PhoneLink } from '../../ui/phone-link.tsx';
import { AnsweredBefore } from './answered-before.tsx';

/** What needs no referral: services that patients reach by themselves, and answers that were given before. */
export function StartToday({ community: entries, answered }: Pick<AskRoutes, 'community' | 'answered'>) {
  const { ask } = useUi().words;
  return (
    <div class="wide">
      <section class="stack" aria-labelledby="today">
        <h3 id="today">{ask.today}</h3>
        {entries.length === 0 && <p class="s">{ask.noCommunity}</p>}
        {entries.length > 0 && (
          <ul class="plain rows s">
            {entries.map(one => (
              <Line key={one.entry.key} one={one} />
            ))}
          </ul>
        )}
        <p class="s dim">{ask.more211}</p>
      </section>
      <AnsweredBefore found={answered} />
    </div>
  );
}

function Line({ one: { entry, km } }: { one: Ranked<Found> }) {
  const { words, lang } = useUi();
  const whose = entry.siteName?.[lang] === entry.name[lang] ? null : entry.siteName?.[lang];
  const facts = [
    [whose, entry.city].filter(Boolean).join(', '),
    km === null ? '' : words.ask.away(distance(km, lang)),
    words.directory.languages(entry.languages),
  ];
  return (
    <li>
      <h4>
        <a href={`/directory/${entry.key}`}>{entry.name[lang]}</a>
      </h4>
      {entry.phone !== null && (
        <p>
          <strong>
            <PhoneLink phone={entry.phone} label={words.directory.call(entry.phone)} />
          </strong>
        </p>
      )}
      <p class="dim">{facts.filter(Boolean).join(' · ')}</p>
      <p>{words.ask.byThemselves}</p>
    </li>
  );
}
