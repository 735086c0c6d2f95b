import type { Found } from '../../app/ports/directory.ts';
import type { Choice, Pool } from '../../domain/directory/pool.ts';
import { useUi } from '../../ui/context.ts';
import { SubmitButton } from '../../ui/form.tsx';
import { distance } from '../../ui/format.ts';

/** The default of a list of services: the one that fits soonest, by one press; every other may be chosen instead. */
export function FirstSuitable({ pool }: { pool: Pool<Found> | null }) {
  const { words, lang } = useUi();
  const w = words.search.first;
  if (!pool) return null;
  const { first, others, withinKm } = pool;
  const { entry } = first.soonest;
  return (
    <section class="card best stack" aria-labelledby="first-suitable">
      <h4 id="first-suitable">
        {words.directory.labelled(w.title)} <a href={`/directory/${entry.key}`}>{nameOf(first, lang)}</a>,{' '}
        {waitOf(first, words.directory.span, w)}
      </h4>
      <p class="s">
        {w.others(others.length)} {withinKm === null ? '' : w.reach(withinKm)}
      </p>
      <p class="s dim">{placeOf(first, lang)}</p>
      <div class="line">
        <SubmitButton name="service" value={entry.key} look="main">
          {w.choose}
          <span class="sr">: {entry.name[lang]}</span>
        </SubmitButton>
      </div>
    </section>
  );
}

/** An intake or a group goes by its own name. */
function nameOf({ soonest: { entry } }: Choice<Found>, lang: 'en' | 'fr'): string {
  return entry.joint?.name[lang] ?? entry.name[lang];
}

interface FirstWords {
  about: (span: string) => string;
  more: (span: string) => string;
  unknown: string;
}

function waitOf({ soonest }: Choice<Found>, span: (days: number) => string, w: FirstWords): string {
  const { wait, waitMore } = soonest.entry;
  if (wait === null) return w.unknown;
  return waitMore ? w.more(span(wait)) : w.about(span(wait));
}

function placeOf({ soonest: { entry, km } }: Choice<Found>, lang: 'en' | 'fr'): string {
  const own = entry.joint ? entry.name[lang] : null;
  return [own, entry.siteName?.[lang], entry.city, km === null ? null : distance(km, lang)]
    .filter(Boolean)
    .join(', ');
}
