import type { AskRoutes } from '../../app/ask-routes.ts';
import type { Found } from '../../app/ports/directory.ts';
import type { Ranked } from '../../domain/directory/rank.ts';
import { useUi } from '../../ui/context.ts';
import { SubmitButton } from '../../ui/form.tsx';
import { distance, monthDay } from '../../ui/format.ts';
import { Meter } from '../../ui/meter.tsx';
import { Note } from '../../ui/note.tsx';
import { Tag } from '../../ui/tag.tsx';

/** Advice groups and services side by side, each with a button of the form around them that posts its key as `service`. */
export function RoutesList({ routes, advice }: { routes: AskRoutes; advice: boolean }) {
  const { words } = useUi();
  const w = words.ask;
  return (
    <section class="stack" aria-labelledby="routes">
      <div class="line">
        <h2 id="routes">{w.routes}</h2>
        <span class="s dim">{w.order}</span>
      </div>
      <div class={advice ? 'cols two' : 'cols'}>
        {advice && (
          <section class="stack" aria-labelledby="advice">
            <h3 id="advice">{w.advice}</h3>
            {routes.advice.length === 0 && <p>{w.noAdvice}</p>}
            {routes.advice.map((one, n) => (
              <RouteCard key={one.entry.key} one={one} best={n === 0} />
            ))}
          </section>
        )}
        <section class="stack" aria-labelledby="visit">
          <h3 id="visit">{w.visit}</h3>
          {routes.visits.length === 0 && <p>{w.noVisit}</p>}
          {routes.visits.map((one, n) => (
            <RouteCard key={one.entry.key} one={one} best={!advice && n === 0} />
          ))}
          <p class="s">
            <a href="/directory">{w.more}</a>
          </p>
        </section>
      </div>
    </section>
  );
}

const scale = 210;

function RouteCard({ one, best }: { one: Ranked<Found>; best: boolean }) {
  const { lang, words } = useUi();
  const { entry, reasons } = one;
  const w = words.ask;
  const isAdvice = entry.kind === 'econsult';
  const place = [entry.siteName?.[lang], entry.city].filter(Boolean).join(', ');
  return (
    <article class={best ? 'card best stack' : 'card stack'} aria-label={entry.name[lang]}>
      <div>
        <h4>{entry.name[lang]}</h4>
        <p class="s dim">{isAdvice ? words.directory.adviceGroup : place}</p>
      </div>
      <CardFacts one={one} />
      {entry.wait !== null && (entry.people ?? 0) >= 6 && entry.ninetieth !== null && !isAdvice && (
        <Meter median={entry.wait} nineInTen={entry.ninetieth} scale={scale} />
      )}
      {reasons.length > 0 && (
        <p class="s">
          <span class="dim">{w.fits}:</span> {words.directory.reasons(reasons)}
        </p>
      )}
      <div class="line">
        {entry.accepting && (
          <SubmitButton name="service" value={entry.key} look={best ? 'main' : 'plain'}>
            {isAdvice ? w.askGroup : w.referHere}
            <span class="sr">: {entry.name[lang]}</span>
          </SubmitButton>
        )}
        <Accepting entry={entry} />
      </div>
    </article>
  );
}

function CardFacts({ one }: { one: Ranked<Found> }) {
  const { lang, words } = useUi();
  const { entry, km } = one;
  const w = words.ask;
  const virtual = entry.modes.includes('virtual');
  const far = km === null ? null : distance(km, lang);
  const where = far === null ? (virtual ? w.virtualOnly : null) : virtual ? w.orVirtual(far) : w.away(far);
  const measured = entry.wait !== null && entry.ninetieth !== null && (entry.people ?? 0) >= 6;
  const wait = measured
    ? w.wait(words.directory.span(entry.wait!), words.directory.span(entry.ninetieth!), entry.people!)
    : w.waitUnknown;
  return (
    <dl class="kv">
      <dt>{entry.kind === 'econsult' ? w.usualAnswer : w.usualWait}</dt>
      <dd>{wait}</dd>
      {entry.kind !== 'econsult' && where && (
        <>
          <dt>{w.distance}</dt>
          <dd>{where}</dd>
        </>
      )}
      <dt>{w.languages}</dt>
      <dd>{words.directory.languages(entry.languages)}</dd>
    </dl>
  );
}

function Accepting({ entry }: { entry: Found }) {
  const { directory } = useUi().words;
  return entry.accepting ? (
    <Tag role="ok" icon="check" label={directory.accepting} />
  ) : (
    <Tag role="back" icon="pause" label={directory.notAccepting} />
  );
}

/** The way to help now, before any route, when the words may mean an emergency. */
export function EmergencyNote({ urgent }: { urgent: boolean }) {
  const { ask } = useUi().words;
  if (!urgent) return null;
  return (
    <Note look="late">
      <strong>{ask.emergencyTitle}</strong> {ask.emergency}
    </Note>
  );
}

/** Open requests of the patient: perhaps the question is asked already. */
export function SimilarNote({ similar }: { similar: AskRoutes['similar'] }) {
  const ui = useUi();
  const { ask } = ui.words;
  if (similar.length === 0) return null;
  return (
    <Note look="soon">
      <strong>{ask.similarTitle}</strong>
      <ul class="plain">
        {similar.map(one => (
          <li key={one.key}>
            {ask.similar(one.title, monthDay(one.openedAt, ui))}{' '}
            <a href={`/requests/${one.key}`}>{ask.openIt}</a>
          </li>
        ))}
      </ul>
    </Note>
  );
}
