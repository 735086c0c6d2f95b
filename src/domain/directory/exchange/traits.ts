import type { Day } from '../../case/time.ts';
import { type Accessibility, type Mode, regions, type Service, type ServiceKind, ways } from '../service.ts';
import type { ListedService } from './listing.ts';

/** Who gives the codes of this directory a meaning. A format that has no place for something of ours carries it so. */
export const ours = 'urn:eservices:directory';

/** What is chosen from a list, as names and codes that every format can carry. */
export type Trait = [name: string, code: string];

const kinds: readonly ServiceKind[] = ['econsult', 'referral', 'community'];
const modes: readonly Mode[] = ['in-person', 'virtual'];
const accessibility: readonly Accessibility[] = ['wheelchair', 'transit', 'parking', 'interpreter'];
const sexes = ['female', 'male', 'intersex'] as const;

/** Everything of a service that is a choice and no text. */
export type Choices = Pick<
  ListedService,
  'kind' | 'modes' | 'sexes' | 'regions' | 'ways' | 'accessibility' | 'urgent' | 'accepting' | 'pausedUntil'
>;

export function traitsOf(one: Choices): Trait[] {
  return [
    ['kind', one.kind],
    ...one.modes.map((code): Trait => ['mode', code]),
    ...one.sexes.map((code): Trait => ['sex', code]),
    ...one.regions.map((code): Trait => ['region', code]),
    ...one.ways.map((code): Trait => ['way', code]),
    ...one.accessibility.map((code): Trait => ['accessibility', code]),
    ['urgent', one.urgent ? 'yes' : 'no'],
    ['accepting', one.accepting ? 'yes' : 'no'],
    ...(one.pausedUntil ? [['paused-until', one.pausedUntil] as Trait] : []),
  ];
}

/** The other way. What nobody said is as `otherwise` has it, codes that we do not know are passed over. */
export function choicesOf(traits: readonly Trait[], otherwise: Choices): Choices {
  const said = (name: string) => traits.filter(one => one[0] === name).map(one => one[1]);
  const known = <T extends string>(name: string, list: readonly T[]) => [
    ...new Set(said(name).flatMap(code => list.find(one => one === code) ?? [])),
  ];
  const yes = (name: string, else_: boolean) => (said(name)[0] ? said(name)[0] === 'yes' : else_);
  // Who says the kind in our codes says the rest in them too: an empty list is meant.
  const or = <T>(list: T[], else_: T[]) => (list.length > 0 || said('kind').length > 0 ? list : else_);
  return {
    kind: known('kind', kinds)[0] ?? otherwise.kind,
    modes: or(known('mode', modes), otherwise.modes),
    sexes: known('sex', sexes),
    regions: or(known('region', regions), otherwise.regions),
    ways: or(known('way', ways), otherwise.ways),
    accessibility: or(known('accessibility', accessibility), otherwise.accessibility),
    urgent: yes('urgent', otherwise.urgent),
    accepting: yes('accepting', otherwise.accepting),
    pausedUntil: said('paused-until').find(isDay) ?? otherwise.pausedUntil,
  };
}

export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T12:00:00Z`).toISOString().startsWith(text);
}

/** What a list says when it does not say: patients come by themselves, and in person. */
export const unsaid: Choices = {
  ...{ kind: 'community', modes: ['in-person'], sexes: [], regions: [], ways: ['self-referral'] },
  ...{ accessibility: [], urgent: false, accepting: true, pausedUntil: null },
};

/** A service of ours as others may hear of it. */
export function listed(one: Service): ListedService {
  return {
    ...{ ref: one.key, site: one.siteKey, kind: one.kind, category: one.category, name: one.name },
    ...{ description: one.description, willSee: one.willSee, willNotSee: one.willNotSee },
    ...{ needed: one.needed, conditions: one.conditions, preparation: one.preparation, cost: one.cost },
    ...{ languages: [...one.languages], modes: [...one.modes], minAge: one.minAge, maxAge: one.maxAge },
    ...{ sexes: [...one.sexes], regions: [...one.regions], ways: [...one.ways] },
    ...{ accessibility: [...one.accessibility], urgent: one.urgent },
    // Not accepting until a day is a pause; the rest of the year it accepts.
    ...{ accepting: one.accepting || one.pausedUntil !== null, pausedUntil: one.pausedUntil },
    ...{ phone: one.phone, fax: one.fax, publicEmail: one.publicEmail, link: one.link },
    places: [...one.places],
    clinicians: one.clinicians.map(({ name, profession }) => ({ name, profession })),
  };
}
