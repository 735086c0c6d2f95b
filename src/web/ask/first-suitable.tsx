import type { Spoken } from '../../app/directory/directory.ts';
import type { Found } from '../../app/ports/directory.ts';
import type { SentService } from '../../app/ports/favourites.ts';
import type { Pool } from '../../domain/directory/pool.ts';
import { useUi } from '../../ui/context.ts';
import { RouteCard } from './route-card.tsx';

interface FirstProps {
  pool: Pool<Found>;
  /** The first of the pool. */
  one: Spoken;
  sent: SentService | undefined;
}

/** The default of a list of services: the one that fits soonest, by one press; every other may be chosen instead. */
export function FirstSuitable({ pool: { others, withinKm }, one, sent }: FirstProps) {
  const { words, lang } = useUi();
  const w = words.search.first;
  const { entry } = one;
  const { joint } = entry;
  const title = (
    <>
      {words.directory.labelled(w.title)}{' '}
      <a href={`/directory/${entry.key}`}>{(joint ?? entry).name[lang]}</a>,{' '}
      {waitOf(entry, words.directory.span, w)}
    </>
  );
  const place = [joint && entry.name[lang], entry.siteName?.[lang], entry.city].filter(Boolean).join(', ');
  const note = [w.others(others.length), withinKm !== null && w.reach(withinKm)].filter(Boolean).join(' ');
  return <RouteCard one={one} best sent={sent} offer={{ title, place, note, choose: w.choose }} />;
}

interface FirstWords {
  about: (span: string) => string;
  more: (span: string) => string;
  unknown: string;
}

function waitOf({ wait, waitMore }: Found, span: (days: number) => string, w: FirstWords): string {
  if (wait === null) return w.unknown;
  return waitMore ? w.more(span(wait)) : w.about(span(wait));
}
