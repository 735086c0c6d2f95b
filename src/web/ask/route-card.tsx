import type { ComponentChildren } from 'preact';
import type { Busy } from '../../app/econsult/whom.ts';
import type { Found } from '../../app/ports/directory.ts';
import type { SentService } from '../../app/ports/favourites.ts';
import type { Ranked, Reason } from '../../domain/directory/rank.ts';
import { useUi } from '../../ui/context.ts';
import { SubmitButton } from '../../ui/form.tsx';
import { dayWithYear, distance } from '../../ui/format.ts';
import { Meter } from '../../ui/meter.tsx';
import { Tag } from '../../ui/tag.tsx';
import { waitSentence } from '../../ui/wait-sentence.tsx';

/** Days at the right end of the bars. */
const scale = 210;
/** Of fewer people nothing can be said, and they might be known. */
const fewest = 6;
/** Reasons that the facts of a card say already. */
const shownAsFacts: readonly Reason['code'][] = ['virtual', 'distance', 'wait', 'not-accepting'];

/** Of what it speaks of, as much as a reader takes in. */
const mostAbout = 4;

interface CardProps {
  one: Ranked<Found> & { about?: readonly string[] };
  /** The first of its list. */
  best: boolean;
  /** What this site sent there before. */
  sent?: SentService;
  /** Nobody of this group is free now. */
  busy?: Busy;
  /** Of the first suitable: its name with why it is that, how many others fit, and what its button says. */
  offer?: { title: ComponentChildren; place: string; note: string; choose: string };
}

/** One route with what decides between it and the others; its button posts its key as `service`. */
export function RouteCard({ one, best, sent, busy, offer }: CardProps) {
  const { lang, words } = useUi();
  const { entry } = one;
  const place = [entry.siteName?.[lang], entry.city].filter(Boolean).join(', ');
  const isAdvice = entry.kind === 'econsult';
  const reasons = one.reasons.filter(({ code }) => !shownAsFacts.includes(code));
  const about = (one.about ?? []).slice(0, mostAbout);
  return (
    <article
      class={best ? 'card best stack' : 'card stack'}
      aria-label={isAdvice ? entry.name[lang] : `${entry.name[lang]}, ${place}`}
    >
      <div>
        <h4>{offer?.title ?? <a href={`/directory/${entry.key}`}>{entry.name[lang]}</a>}</h4>
        <p class="s dim">{isAdvice ? words.directory.adviceGroup : (offer?.place ?? place)}</p>
      </div>
      <Facts one={one} />
      {about.length + reasons.length > 0 && (
        <p class="s">
          {words.fields.about(words.ask.fits, words.ask.whyHere(about, words.directory.reasons(reasons)))}
        </p>
      )}
      {sent && <Sent sent={sent} />}
      {offer && <p class="s">{offer.note}</p>}
      {busy && entry.accepting && <p class="s">{words.ask.waitsForThem}</p>}
      <div class="line">
        <Choose entry={entry} main={best} label={offer?.choose} />
        <Accepting entry={entry} busy={busy} />
      </div>
    </article>
  );
}

function Sent({ sent: { times, last } }: { sent: SentService }) {
  const ui = useUi();
  const { atHand, fields } = ui.words;
  return <p class="s">{fields.about(atHand.sent, atHand.sentTimes(times, dayWithYear(last, ui)))}</p>;
}

function Choose({ entry, main, label }: { entry: Found; main: boolean; label: string | undefined }) {
  const { lang, words } = useUi();
  if (!entry.accepting) return null;
  return (
    <SubmitButton name="service" value={entry.key} look={main ? 'main' : 'plain'}>
      {label ?? (entry.kind === 'econsult' ? words.ask.askGroup : words.ask.referHere)}
      <span class="sr">: {entry.name[lang]}</span>
    </SubmitButton>
  );
}

function Facts({ one: { entry, km } }: Pick<CardProps, 'one'>) {
  const { lang, words } = useUi();
  const { ask, directory } = words;
  const isAdvice = entry.kind === 'econsult';
  const virtual = entry.modes.includes('virtual');
  const far = km === null ? null : distance(km, lang);
  const where =
    far === null ? (virtual ? ask.virtualOnly : null) : virtual ? ask.orVirtual(far) : ask.away(far);
  return (
    <>
      <dl class="kv s">
        <dt>{isAdvice ? ask.usualAnswer : ask.usualWait}</dt>
        <dd>
          <Wait entry={entry} />
        </dd>
        {!isAdvice && where && (
          <>
            <dt>{ask.distance}</dt>
            <dd>{where}</dd>
          </>
        )}
        <dt>{ask.languages}</dt>
        <dd>{directory.languages(entry.languages)}</dd>
      </dl>
      {!isAdvice && measured(entry) && (
        <Meter median={entry.wait!} nineInTen={entry.ninetieth!} scale={scale} />
      )}
    </>
  );
}

function measured({ wait, ninetieth, people }: Found): boolean {
  return wait !== null && ninetieth !== null && (people ?? 0) >= fewest;
}

function Wait({ entry }: { entry: Found }) {
  const ui = useUi();
  const { ask, directory, waits } = ui.words;
  const of = entry.kind === 'econsult' ? waits.questions : waits.people;
  if (!measured(entry)) return <>{ask.waitUnknown}</>;
  const { wait, waitMore, ninetieth, ninetiethMore, people } = entry;
  if (waitMore || ninetiethMore) {
    const said = {
      median: wait!,
      medianMore: waitMore,
      ninetieth: ninetieth!,
      ninetiethMore,
      people: people!,
    };
    return <>{waitSentence(ui, said, entry.kind === 'econsult')}</>;
  }
  return (
    <>
      <strong>{directory.span(entry.wait!)}</strong>;{' '}
      {ask.ninetieth(directory.span(entry.ninetieth!), of(entry.people!))}
    </>
  );
}

function Accepting({ entry, busy }: { entry: Found; busy: Busy | undefined }) {
  const ui = useUi();
  const { directory, ask } = ui.words;
  if (entry.accepting && busy) {
    const label = busy.from ? ask.nobodyBefore(dayWithYear(busy.from, ui)) : ask.nobodyNow;
    return <Tag role="back" icon="pause" label={label} />;
  }
  return entry.accepting ? (
    <Tag role="ok" icon="check" label={directory.accepting} />
  ) : (
    <Tag role="back" icon="pause" label={directory.notAccepting} />
  );
}
