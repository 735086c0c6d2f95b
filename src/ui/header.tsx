import { Avatar } from './avatar.tsx';
import { type Membership, type UiPerson, useUi } from './context.ts';
import { Form } from './form.tsx';
import { Icon } from './icon.tsx';
import { navigation, type Place } from './navigation.ts';

/** The black bar of every page: brand, navigation, language, who is here and the way out. */
export function Header({ here }: { here?: Place }) {
  const ui = useUi();
  const words = ui.words.frame;
  const links = navigation(ui);
  return (
    <header class="bar">
      <a class="brand" href={home(ui.viewer)}>
        <Icon name="mark" />
        {words.product}
      </a>
      {links.length > 0 && (
        <button type="button" class="menu" popovertarget="places-to-go">
          <Icon name="menu" /> {words.nav.menu}
        </button>
      )}
      {/* On a phone it opens from the button, without script; where there is room it always stands in the bar. */}
      {links.length > 0 && (
        <nav id="places-to-go" popover aria-label={words.nav.label}>
          <button type="button" class="menu" popovertarget="places-to-go" popovertargetaction="hide">
            <Icon name="x" /> {words.nav.close}
          </button>
          <ul>
            {links.map(({ place, url }) => (
              <li key={place}>
                <a href={url} aria-current={place === here ? 'page' : undefined}>
                  {words.nav[place]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div class="who">
        <LanguageLink />
        {ui.person && <Person person={ui.person} />}
        <WayOut />
      </div>
    </header>
  );
}

function home(viewer: string): string {
  if (viewer === 'person') return '/worklist';
  return viewer === 'patient' ? '/p' : '/';
}

function LanguageLink() {
  const ui = useUi();
  const other = ui.lang === 'en' ? 'fr' : 'en';
  return (
    <a
      id="language"
      href={`/language/${other}?back=${encodeURIComponent(ui.path)}`}
      lang={other}
      hreflang={other}
    >
      {ui.words.frame.otherLanguage}
    </a>
  );
}

function Person({ person }: { person: UiPerson }) {
  const words = useUi().words.frame;
  const acting = person.actingFor ? words.actsFor(person.actingFor) : undefined;
  const several = person.memberships.length > 1;
  return (
    <>
      <a
        class="line"
        href="/account"
        aria-label={[person.name, acting, words.account].filter(Boolean).join(', ')}
      >
        <Avatar initials={person.initials} whose="me" />
        <span class="nm">
          {person.name}
          {acting && `, ${acting}`}
        </span>
      </a>
      {several && (
        <button type="button" popovertarget="places">
          {words.switchPlace}
        </button>
      )}
      {several && <Places person={person} />}
    </>
  );
}

function Places({ person }: { person: UiPerson }) {
  const words = useUi().words.frame;
  return (
    <div popover id="places" class="card stack">
      <h2>{words.placesTitle}</h2>
      <ul class="plain stack">
        {person.memberships.map(place => (
          <li key={`${place.key} ${place.actingForKey}`}>
            <PlaceButton place={place} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function PlaceButton({ place }: { place: Membership }) {
  const words = useUi().words.frame;
  const label = place.actingFor ? words.placeFor(place.siteName, place.actingFor) : place.siteName;
  if (place.current) return <strong>{words.hereNow(label)}</strong>;
  return (
    <Form action="/switch">
      <input type="hidden" name="member" value={place.key} />
      {place.actingForKey && <input type="hidden" name="actingFor" value={place.actingForKey} />}
      <button type="submit">{label}</button>
    </Form>
  );
}

function WayOut() {
  const { viewer, words } = useUi();
  if (viewer === 'visitor') return <a href="/sign-in">{words.frame.signIn}</a>;
  return (
    <Form action="/sign-out">
      <button type="submit">{viewer === 'person' ? words.frame.signOut : words.frame.close}</button>
    </Form>
  );
}
