import type { Found } from '../../app/ports/directory.ts';
import type { Ranked, Reason } from '../../domain/directory/rank.ts';
import { useUi } from '../../ui/context.ts';
import { distance } from '../../ui/format.ts';
import { PhoneLink } from '../../ui/phone-link.tsx';
import type { Lang } from '../../words/lang.ts';
import { Accepting } from './accepting.tsx';
import { Star } from './keep.tsx';
import { Wait } from './wait.tsx';

export interface ResultCardProps {
  result: Ranked<Found>;
  /** Days at the right end of the bars of waits. */
  scale: number;
  /** Its number in the list and on the map. */
  pin: number;
  best?: boolean;
  /** For somebody who keeps services at hand: whether this is one, and the address of the list. */
  star?: { kept: boolean; back: string } | null;
}

/** What the head of a card says is not said again as a reason. */
const saidElsewhere: readonly Reason['code'][] = ['distance', 'not-accepting'];
/** What is so whoever asks: no reason of its own. */
const always: readonly Reason['code'][] = [...saidElsewhere, 'virtual', 'wait'];

/** One entry of a list of the directory, with why it stands where it stands. */
export function ResultCard({ result, scale, pin, best, star }: ResultCardProps) {
  const { lang, words } = useUi();
  const w = words.directory;
  const { entry, km } = result;
  const isAsked = result.reasons.some(reason => !always.includes(reason.code));
  const reasons = result.reasons.filter(reason => isAsked && !saidElsewhere.includes(reason.code));
  const category = entry.category[lang] ?? w.facility;
  // An advice group is a site of its own name.
  const site = entry.siteName?.[lang] === entry.name[lang] ? null : entry.siteName?.[lang];
  const place = [site, entry.city, km === null ? null : distance(km, lang)];
  return (
    <li id={`e-${entry.key}`} class={best ? 'card best' : 'card'} {...onMap(entry, lang)} data-pin={pin}>
      <article class="stack">
        <div class="line pinned">
          <span class={best ? 'chip on' : 'chip'}>
            <span class="sr">{words.map.number} </span>
            {pin}
          </span>
          <h3>
            <a href={`/directory/${entry.key}`}>{entry.name[lang]}</a>
          </h3>
          {entry.kind !== 'facility' && (
            <span class="far">
              <Accepting {...entry} />
            </span>
          )}
        </div>
        <p class="s dim">{[category, place.filter(Boolean).join(', ')].filter(Boolean).join(' · ')}</p>
        {entry.kind === 'community' && entry.phone !== null && (
          <p>
            <PhoneLink phone={entry.phone} label={w.call(entry.phone)} />
          </p>
        )}
        {reasons.length > 0 && <p class="s">{w.reasons(reasons)}</p>}
        {entry.kind !== 'facility' && <ServiceFacts entry={entry} scale={scale} />}
        {star && entry.kind !== 'facility' && (
          <div>
            <Star
              of={entry.key}
              name={entry.name[lang]}
              kept={star.kept}
              back={`${star.back}#e-${entry.key}`}
            />
          </div>
        )}
      </article>
    </li>
  );
}

function onMap({ point, name, city }: Found, lang: Lang) {
  if (!point) return { 'data-nowhere': '' };
  return {
    'data-at': `${point.latitude},${point.longitude}`,
    'data-name': [name[lang], city].filter(Boolean).join(', '),
  };
}

function ServiceFacts({ entry, scale }: { entry: Found; scale: number }) {
  const w = useUi().words.directory;
  return (
    <>
      <Wait
        kind={entry.kind}
        median={entry.wait}
        medianMore={entry.waitMore}
        ninetieth={entry.ninetieth}
        ninetiethMore={entry.ninetiethMore}
        people={entry.tooFew ? 0 : entry.people}
        scale={scale}
      />
      <ul class="plain line s">
        {entry.kind === 'econsult' && <li class="chip">{w.adviceGroup}</li>}
        <li class="chip">{w.ages(entry.minAge, entry.maxAge)}</li>
        {entry.modes.map(mode => (
          <li class="chip" key={mode}>
            {w.modes[mode]}
          </li>
        ))}
        <li class="chip">{w.languages(entry.languages)}</li>
      </ul>
    </>
  );
}
