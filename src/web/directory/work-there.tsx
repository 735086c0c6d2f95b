import type { Bilingual, OpenHours, Place, Service } from '../../domain/directory/service.ts';
import { useUi } from '../../ui/context.ts';
import { dayWithYear } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';

/** A text in the reader's language, or in the other one and marked as such. */
function Said({ text }: { text: Bilingual }) {
  const { lang } = useUi();
  if (text[lang]) return <>{text[lang]}</>;
  const other = lang === 'en' ? 'fr' : 'en';
  return <span lang={`${other}-CA`}>{text[other]}</span>;
}

/** True when a text is there in either language. */
export const isSaid = ({ en, fr }: Bilingual) => en !== '' || fr !== '';

/** Nobody answers for a while: until when, and what they say about it. */
export function OutOfOffice({ service: { outOfOffice } }: { service: Service }) {
  const ui = useUi();
  if (!outOfOffice) return null;
  return (
    <Note look="soon">
      {ui.words.directory.outOfOffice(dayWithYear(outOfOffice.until, ui))} <Said text={outOfOffice.message} />
    </Note>
  );
}

/** Whom it sees, whom not, what it wants done first, and how patients prepare. */
export function Limits({ service }: { service: Service }) {
  const w = useUi().words.directory;
  const { willSee, willNotSee, conditions, needed, preparation } = service;
  const said: [string, Bilingual][] = [
    [w.willSee, willSee],
    [w.willNotSee, willNotSee],
    [w.conditions, conditions],
    [w.needed, needed],
    [w.prepare, preparation],
  ];
  return said
    .filter(([, text]) => isSaid(text))
    .map(([title, text]) => (
      <>
        <h3>{title}</h3>
        <p>
          <Said text={text} />
        </p>
      </>
    ));
}

/** Who works there; away with the day of return. */
export function Clinicians({ service: { clinicians } }: { service: Service }) {
  const ui = useUi();
  const w = ui.words.directory;
  if (clinicians.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="who">
      <h2 id="who">{w.worksHere}</h2>
      <ul class="plain">
        {clinicians.map(one => (
          <li key={one.name}>
            {one.name}
            {isSaid(one.profession) && (
              <>
                , <Said text={one.profession} />
              </>
            )}
            {one.outUntil && <span class="dim"> · {w.backOn(dayWithYear(one.outUntil, ui))}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Whether its places say more than the facts beside them. */
export function showsPlaces({ places }: Service): boolean {
  return places.length > 1 || places.some(place => place.hours.length > 0);
}

/** What the map reads of a place, if it has one. */
export function onPlaceMap(place: Place | undefined, name: string, pin = 1) {
  if (!place || place.latitude === null || place.longitude === null) return {};
  return { 'data-at': `${place.latitude},${place.longitude}`, 'data-pin': pin, 'data-name': name };
}

/** Every place with its hours; one without hours says no more than the facts beside it. */
export function Places({ service }: { service: Service }) {
  const { places } = service;
  const w = useUi().words.directory;
  const { lang } = useUi();
  if (!showsPlaces(service)) return null;
  return (
    <section class="stack" aria-labelledby="places">
      <h2 id="places">{w.placesAndHours}</h2>
      <ul class="plain stack">
        {places.map((place, i) => (
          <li
            class="card stack"
            key={`${place.name.en} ${place.address}`}
            {...onPlaceMap(place, place.name[lang] || service.name[lang], i + 1)}
          >
            <OnePlace place={place} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function OnePlace({ place }: { place: Place }) {
  const at = [place.address, place.city, place.postalCode, place.phone].filter(Boolean).join(', ');
  return (
    <>
      {isSaid(place.name) && (
        <h3>
          <Said text={place.name} />
        </h3>
      )}
      {at && <p>{at}</p>}
      <Hours hours={place.hours} />
    </>
  );
}

function Hours({ hours }: { hours: readonly OpenHours[] }) {
  const { lang } = useUi();
  const days = [...new Set(hours.map(one => one.weekday))].sort((a, b) => a - b);
  if (days.length === 0) return null;
  return (
    <dl class="kv s">
      {days.map(day => (
        <>
          <dt>{weekdayOf(day, lang)}</dt>
          <dd>
            {hours
              .filter(one => one.weekday === day)
              .map(one => `${clockOf(one.opens, lang)} – ${clockOf(one.closes, lang)}`)
              .join(', ')}
          </dd>
        </>
      ))}
    </dl>
  );
}

/** The first of January 2024 was a Monday. */
const weekdayOf = (day: number, lang: string) =>
  new Intl.DateTimeFormat(`${lang}-CA`, { weekday: 'long', timeZone: 'UTC' }).format(Date.UTC(2024, 0, day));

/** "8:30 a.m.", "8 h 30": an hour of one digit has no zero before it. */
const clockOf = (minutes: number, lang: string) =>
  new Intl.DateTimeFormat(`${lang}-CA`, { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' }).format(
    Date.UTC(2024, 0, 1, 0, minutes),
  );
