import type { VNode } from 'preact';
import { promiseOf, type Service } from '../../domain/directory/service.ts';
import { useUi } from '../../ui/context.ts';
import { dayWithYear, listed } from '../../ui/format.ts';
import type { Words } from '../../words/words.ts';

/** What is told of a service in a word or two. */
export function ServiceFacts({ service }: { service: Service }) {
  const ui = useUi();
  const { lang, words } = ui;
  const w = words.directory;
  const advice = service.kind === 'econsult';
  const forWhom = [w.ages(service.minAge, service.maxAge), ...service.sexes.map(sex => w.forSexes[sex])];
  return (
    <Facts
      facts={[
        [w.forWhom, forWhom.join(', ')],
        [w.region, service.regions.map(one => w.regions[one]).join(', ') || w.everywhere],
        [w.waysTitle, listed(service.ways.map(way => w.ways[way] ?? way))],
        [w.how, advice ? w.adviceGroup : listed(service.modes.map(mode => w.modes[mode] ?? mode))],
        [w.promised, promisedBy(service, words)],
        [w.urgency, service.urgent ? w.urgent : null],
        [w.speaks, w.languages(service.languages)],
        [w.where, placeOf(service) || null],
        [w.cost, service.cost[lang] || w.noCost],
        [w.accessibility, listed(service.accessibility.map(one => w.accessible[one] ?? one))],
        [w.appointments, appointmentsOf(service, words)],
        [w.through, service.intake && service.takes !== 'direct' ? service.intake.name[lang] : null],
        [w.phone, service.phone],
        [w.fax, service.fax],
        [
          w.publicEmail,
          service.publicEmail && <a href={`mailto:${service.publicEmail}`}>{service.publicEmail}</a>,
        ],
        [
          w.patientEmail,
          service.patientEmail && <a href={`mailto:${service.patientEmail}`}>{service.patientEmail}</a>,
        ],
        [
          w.site,
          service.link && (
            <a href={service.link} rel="noreferrer">
              {hostOf(service.link)}
            </a>
          ),
        ],
        [w.checked, service.verifiedOn && dayWithYear(service.verifiedOn, ui)],
      ]}
    />
  );
}

/** Of advice alone: a visit has more than one time to promise. */
function promisedBy(service: Service, { directory }: Words): string | null {
  const promise = promiseOf(service);
  return promise && service.kind === 'econsult' ? directory.promise(promise) : null;
}

function appointmentsOf({ appointments }: Service, { referral }: Words): string {
  const labels: Record<string, string> = referral.labels;
  const said = appointments.map(({ label, medium }) =>
    [labels[label] ?? label, medium && referral.media[medium].toLowerCase()].filter(Boolean).join(', '),
  );
  return said.join('; ');
}

/** An address in a line. */
export function placeOf(at: {
  address: string | null;
  city: string | null;
  postalCode: string | null;
}): string {
  return [at.address, at.city, at.postalCode].filter(Boolean).join(', ');
}

/** Names and what they are; what nobody said is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, VNode | string | null])[] }) {
  const known = facts.filter(([, value]) => value);
  if (known.length === 0) return null;
  return (
    <dl class="kv card">
      {known.map(([label, value]) => (
        <>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </>
      ))}
    </dl>
  );
}

/** The name of the site behind a link; the link itself where it is no address that a browser knows. */
function hostOf(link: string): string {
  return URL.canParse(link) ? new URL(link).hostname : link;
}
