import { z } from 'zod';
import type { DirectoryFacility } from '../../app/ports/directory.ts';
import type { Service } from '../../domain/directory/service.ts';
import { key } from '../../http/form.ts';
import { missing, page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { dayWithYear } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Note } from '../../ui/note.tsx';
import { Tag } from '../../ui/tag.tsx';

/** The page of a service, or of a facility with what it offers. */
export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/directory/:key',
    enter: ['public'],
    phi: false,
    params: z.strictObject({ key }),
    handle: async ({ app, actor, params }) =>
      app.db.as(actor, async tx => {
        const service = await tx.directory.service(params.key);
        if (service) return page(<ServicePage service={service} />);
        const facility = await tx.directory.facility(params.key);
        if (!facility) return missing();
        const offered = await tx.directory.servicesOf(facility.id);
        return page(<FacilityPage facility={facility} offered={offered} />);
      }),
  }),
];

function ServicePage({ service }: { service: Service }) {
  const { lang, words } = useUi();
  const w = words.directory;
  return (
    <Frame title={service.name[lang]} here="directory">
      <header class="stack">
        <p class="s">
          <a href="/directory">{w.back}</a>
        </p>
        <div class="line">
          <h1>{service.name[lang]}</h1>
          <State service={service} />
        </div>
        <p class="dim">
          {w.offeredBy} <a href={`/directory/${service.siteKey}`}>{service.siteName[lang]}</a>
          {service.city ? `, ${service.city}` : ''} · {service.categoryName[lang]}
        </p>
        {service.demo && <p class="s dim">{w.demo}</p>}
      </header>
      {!service.onNetwork && <Note>{w.notOnNetwork}</Note>}
      <div class="cols two">
        <section class="stack" aria-labelledby="about">
          <h2 id="about">{w.about}</h2>
          <p>{service.description[lang]}</p>
          {service.willSee[lang] && (
            <>
              <h3>{w.willSee}</h3>
              <p>{service.willSee[lang]}</p>
            </>
          )}
          <Wait service={service} />
        </section>
        <ServiceFacts service={service} />
      </div>
      <p class="xs dim">{w.sources}</p>
    </Frame>
  );
}

function State({ service }: { service: Service }) {
  const ui = useUi();
  const w = ui.words.directory;
  if (service.accepting) return <Tag role="ok" icon="check" label={w.accepting} />;
  const label = service.pausedUntil ? w.pausedUntil(dayWithYear(service.pausedUntil, ui)) : w.notAccepting;
  return <Tag role="back" icon="pause" label={label} />;
}

function Wait({ service }: { service: Service }) {
  const { words } = useUi();
  const w = words.directory;
  const { usual } = service;
  const label = service.kind === 'econsult' ? w.wait.answer : w.wait.visit;
  const sentence = !usual
    ? w.wait.none
    : usual.people < 6
      ? w.wait.tooFew
      : w.wait.sentence(w.span(Number(usual.median)), w.span(Number(usual.ninetieth)), usual.people);
  return (
    <div>
      <p class="s">
        {label} {sentence}
      </p>
      {usual && usual.people >= 6 && (
        <Meter median={Number(usual.median)} nineInTen={Number(usual.ninetieth)} scale={210} />
      )}
    </div>
  );
}

function ServiceFacts({ service }: { service: Service }) {
  const w = useUi().words.directory;
  const place = [service.address, service.city, service.postalCode].filter(Boolean).join(', ');
  const facts: [string, string | null][] = [
    [w.forWhom, w.ages(service.minAge, service.maxAge)],
    [w.how, service.modes.map(mode => w.modes[mode]).join(', ')],
    [w.speaks, w.languages(service.languages)],
    [w.where, place || null],
    [w.phone, service.phone],
    [w.fax, service.fax],
  ];
  return <Facts facts={facts} />;
}

function Facts({ facts }: { facts: readonly [string, string | null][] }) {
  return (
    <dl class="kv card">
      {facts
        .filter(([, value]) => value)
        .map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ))}
    </dl>
  );
}

function FacilityPage(props: { facility: DirectoryFacility; offered: readonly Service[] }) {
  const { facility, offered } = props;
  const { lang, words } = useUi();
  const w = words.directory;
  const place = [facility.address, facility.city, facility.postalCode].filter(Boolean).join(', ');
  return (
    <Frame title={facility.name[lang]} here="directory">
      <header class="stack">
        <p class="s">
          <a href="/directory">{w.back}</a>
        </p>
        <h1>{facility.name[lang]}</h1>
        {facility.type && (
          <p class="dim" lang={lang === 'en' ? undefined : 'en'}>
            {facility.type}
          </p>
        )}
      </header>
      <div class="cols two">
        <Facts
          facts={[
            [w.where, place],
            [w.phone, facility.phone],
            [w.fax, facility.fax],
          ]}
        />
        {offered.length > 0 && <Offered offered={offered} />}
      </div>
      {facility.approximate && <p class="s dim">{w.approximate}</p>}
      <p class="xs dim">{w.sources}</p>
    </Frame>
  );
}

function Offered({ offered }: { offered: readonly Service[] }) {
  const { lang, words } = useUi();
  return (
    <section aria-labelledby="offered">
      <h2 id="offered">{words.directory.offeredHere}</h2>
      <ul class="plain rows">
        {offered.map(service => (
          <li key={service.key}>
            <a href={`/directory/${service.key}`}>{service.name[lang]}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
