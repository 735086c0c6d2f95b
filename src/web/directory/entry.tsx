import { z } from 'zod';
import type { DirectoryFacility } from '../../app/ports/directory.ts';
import type { KnownWaits } from '../../app/ports/waits.ts';
import type { Service } from '../../domain/directory/service.ts';
import { key } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { MethodLink } from '../../ui/wait-sentence.tsx';
import type { Lang } from '../../words/lang.ts';
import { withPatients } from '../roles.ts';
import { Accepting } from './accepting.tsx';
import { Facts, placeOf, ServiceFacts } from './facts.tsx';
import { Keep } from './keep.tsx';
import { MapSide } from './map-side.tsx';
import { ServiceActs } from './service-acts.tsx';
import { ServiceWaits } from './service-waits.tsx';
import { Share } from './share.tsx';
import { TellWhenOpen } from './tell-when-open.tsx';
import { FacilityUpkeep, ServiceUpkeep } from './upkeep.tsx';
import { Wait } from './wait.tsx';
import { Clinicians, Limits, OutOfOffice, onPlaceMap, Places, showsPlaces } from './work-there.tsx';

/** The page of a service, or of a facility with what it offers. */
export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/directory/:key',
    enter: ['public'],
    phi: false,
    params: z.strictObject({ key }),
    query: z.strictObject({ full: z.literal('yes').optional(), in: z.enum(['en', 'fr']).optional() }),
    handle: async ({ app, actor, params, query }) =>
      app.db.as(actor, async tx => {
        const service = await tx.directory.service(params.key);
        if (service) {
          const known = await tx.waits.of(service.id);
          const mine = actor.kind === 'person';
          const kept = mine && (await tx.favourites.has(service.id));
          const wished = mine && (await tx.openingWishes.has(service.id));
          return page(<ServicePage {...{ service, known, kept, wished }} full={query.full === 'yes'} />);
        }
        const facility = await tx.directory.facility(params.key);
        if (!facility) return missing();
        const offered = await tx.directory.servicesOf(facility.id);
        return page(<FacilityPage facility={facility} offered={offered} />);
      }),
  }),
  // To Ask with this service, by way of the door for whoever is not signed in.
  route({
    method: 'GET',
    url: '/directory/:key/ask',
    enter: ['public'],
    phi: false,
    params: z.strictObject({ key }),
    async handle({ app, actor, params }) {
      const here = `/directory/${params.key}`;
      const service = await app.db.as(actor, tx => tx.directory.service(params.key));
      if (!service) return missing();
      if (actor.kind === 'visitor') return redirect(`/sign-in?next=${encodeURIComponent(`${here}/ask`)}`);
      const asks = actor.kind === 'person' && withPatients.some(role => actor.roles.includes(role));
      return redirect(asks && service.kind !== 'community' ? `/ask?service=${params.key}` : here);
    },
  }),
];

function useHere() {
  return useUi().viewer === 'visitor' ? ('find' as const) : ('directory' as const);
}

interface ServicePageProps {
  service: Service;
  known: KnownWaits;
  /** The member keeps it at hand; `full`: could not, as there are too many. */
  kept: boolean;
  full: boolean;
  /** The member wants to hear when it takes people again. */
  wished: boolean;
}

export function ServicePage({ service, known, kept, full, wished }: ServicePageProps) {
  const { lang, words } = useUi();
  const w = words.directory;
  return (
    <Frame
      title={`${service.name[lang]}, ${service.siteName[lang]}`}
      here={useHere()}
      main="page stack"
      found={{ about: aboutOf(service, lang), path: `/directory/${service.key}` }}
    >
      <ServiceHead service={service} />
      <UsualWait service={service} known={known} />
      <ServiceActs service={service} />
      <Keep of={service.key} kept={kept} full={full} />
      {!service.accepting && <TellWhenOpen of={service.key} wished={wished} />}
      <ServiceUpkeep service={service} />
      <OutOfOffice service={service} />
      {!service.onNetwork && service.kind !== 'community' && <Note>{w.notOnNetwork}</Note>}
      <div class="cols side">
        <section class="stack" aria-labelledby="about">
          <h2 id="about">{w.about}</h2>
          <p>{service.description[lang]}</p>
          <Limits service={service} />
          <Clinicians service={service} />
          <Places service={service} />
          <ServiceWaits service={service} known={known} />
        </section>
        <div class="stack">
          <div {...(showsPlaces(service) ? {} : onPlaceMap(service.places[0], service.name[lang]))}>
            <ServiceFacts service={service} />
          </div>
          {service.places.some(place => place.latitude !== null) && <MapSide title={words.map.places} />}
          <Share name={service.name[lang]} path={`/directory/${service.key}`} />
        </div>
      </div>
      {service.kind !== 'community' && (
        <p class="xs dim">
          {w.wait.how} <MethodLink />
        </p>
      )}
      <p class="xs dim">{w.sources}</p>
    </Frame>
  );
}

function UsualWait({ service, known }: { service: Service; known: KnownWaits }) {
  const { kind, usual } = service;
  return (
    <Wait
      kind={kind}
      median={usual?.median ?? null}
      medianMore={usual?.medianMore}
      ninetieth={usual?.ninetieth ?? null}
      ninetiethMore={usual?.ninetiethMore}
      people={usual?.people ?? (known.lines.length > 0 ? 0 : null)}
      scale={kind === 'econsult' ? 14 : 210}
    />
  );
}

/** What it is, where, and for whom, in the two lines that search engines show. */
function aboutOf({ categoryName, siteName, city, description }: Service, lang: Lang): string {
  const what = [categoryName[lang], siteName[lang], city].filter(Boolean).join(', ');
  return `${what}. ${description[lang] || ''}`;
}

function ServiceHead({ service }: { service: Service }) {
  const { lang, words } = useUi();
  const w = words.directory;
  return (
    <header class="stack">
      <Back />
      <div class="line">
        <h1>{service.name[lang]}</h1>
        <span class="far">
          <Accepting {...service} />
        </span>
      </div>
      <p class="dim">
        {w.offeredBy} <a href={`/directory/${service.siteKey}`}>{service.siteName[lang]}</a>
        {service.city ? `, ${service.city}` : ''} · {service.categoryName[lang]}
      </p>
      {service.demo && <p class="s dim">{w.demo}</p>}
    </header>
  );
}

function Back() {
  return (
    <p class="s unprinted">
      <a href="/directory">{useUi().words.directory.back}</a>
    </p>
  );
}

export function FacilityPage(props: { facility: DirectoryFacility; offered: readonly Service[] }) {
  const { facility, offered } = props;
  const { lang, words } = useUi();
  const w = words.directory;
  return (
    <Frame
      title={facility.name[lang]}
      here={useHere()}
      main="page stack"
      found={{
        about: [facility.name[lang], facility.type?.[lang], placeOf(facility)].filter(Boolean).join(', '),
        path: `/directory/${facility.key}`,
      }}
    >
      <header class="stack">
        <Back />
        <h1>{facility.name[lang]}</h1>
        {facility.type && <p class="dim">{facility.type[lang]}</p>}
      </header>
      <div class="cols side">
        <Offered offered={offered} />
        <Facts
          facts={[
            [w.where, placeOf(facility)],
            [w.phone, facility.phone],
            [w.fax, facility.fax],
          ]}
        />
      </div>
      <FacilityUpkeep facility={facility} />
      {facility.approximate && <p class="s dim">{w.approximate}</p>}
      <p class="xs dim">{w.sources}</p>
    </Frame>
  );
}

function Offered({ offered }: { offered: readonly Service[] }) {
  const { lang, words } = useUi();
  const w = words.directory;
  return (
    <section class="stack" aria-labelledby="offered">
      <h2 id="offered">{w.offeredHere}</h2>
      {offered.length === 0 && <p class="dim">{w.noServices}</p>}
      <ul class="plain stack">
        {offered.map(service => (
          <li class="card line" key={service.key}>
            <a href={`/directory/${service.key}`}>{service.name[lang]}</a>
            <span class="far">
              <Accepting {...service} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
