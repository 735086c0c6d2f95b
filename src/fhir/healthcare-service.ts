import type { ListedService } from '../domain/directory/exchange/listing.ts';
import {
  type Choices,
  choicesOf,
  ours,
  type Trait,
  traitsOf,
  unsaid,
} from '../domain/directory/exchange/traits.ts';
import type { Bilingual } from '../domain/directory/service.ts';
import {
  contactsOf,
  type Element,
  filled,
  idOf,
  list,
  numberOrNull,
  object,
  type Resource,
  refOf,
  refSystem,
  string,
  telecomOf,
  texted,
  textOf,
} from './directory-resources.ts';

const language = 'urn:ietf:bcp:47';
const textNames = ['needed', 'preparation', 'cost'] as const;
const eligible = { willSee: 'will-see', willNotSee: 'will-not-see', conditions: 'conditions' } as const;
type Eligible = keyof typeof eligible;

/**
 * A service. Its texts are comment, eligibility and, where R4 has no element, extensions of ours; its choices are
 * characteristics with codes of ours. `places` are the ids of its Locations, `category` the name of its category.
 */
export function writeHealthcareService(
  one: ListedService,
  { places, category }: { places: readonly string[]; category: Bilingual },
): Resource {
  return filled({
    ...{ resourceType: 'HealthcareService', id: idOf(one.ref), language: 'en-CA' },
    extension: extensionsOf(one),
    identifier: [{ system: refSystem, value: one.ref }],
    active: true,
    providedBy: { reference: `Organization/${idOf(one.site)}` },
    type: [{ coding: [{ system: `${ours}:category`, code: one.category }], ...texted('text', category) }],
    location: places.map(id => ({ reference: `Location/${id}` })),
    ...texted('name', one.name),
    ...texted('comment', one.description),
    telecom: [...telecomOf({ ...one, email: one.publicEmail }), ...linkOf(one)],
    eligibility: (Object.keys(eligible) as Eligible[]).flatMap(name => {
      const comment = texted('comment', one[name]);
      const code = { coding: [{ system: `${ours}:eligibility`, code: eligible[name] }] };
      return Object.keys(comment).length > 0 ? [{ code, ...comment }] : [];
    }),
    characteristic: traitsOf(one).map(([name, code]) => ({ coding: [{ system: `${ours}:${name}`, code }] })),
    communication: one.languages.map(code => ({ coding: [{ system: language, code }] })),
  });
}

const linkOf = ({ link }: ListedService) => (link === null ? [] : [{ system: 'url', value: link }]);

function extensionsOf(one: ListedService): Element[] {
  const texts = textNames.flatMap(name => {
    const value = texted('valueString', one[name]);
    return Object.keys(value).length > 0 ? [{ url: `${ours}:${name}`, ...value }] : [];
  });
  if (one.minAge === null && one.maxAge === null) return texts;
  const years = (value: number | null) =>
    value === null ? null : { value, unit: 'a', system: 'http://unitsofmeasure.org', code: 'a' };
  const valueRange = filled({ low: years(one.minAge), high: years(one.maxAge) });
  return [...texts, { url: `${ours}:age`, valueRange }];
}

/** Without `site`, `places` and `clinicians`, which are other resources. */
export type ReadService = Omit<ListedService, 'site' | 'places' | 'clinicians'>;

export function readHealthcareService(resource: Resource): ReadService {
  const extension = (name: string) =>
    list(resource.extension).find(one => one.url === `${ours}:${name}`) ?? {};
  const age = object(extension('age').valueRange);
  const { phone, fax, email, url } = contactsOf(resource);
  const texts = textNames.map(name => [name, textOf(extension(name), 'valueString', resource.language)]);
  return {
    ...{
      ref: refOf(resource),
      category: categoryOf(resource),
      name: textOf(resource, 'name', resource.language),
    },
    description: descriptionOf(resource),
    ...(Object.fromEntries(texts) as Record<(typeof textNames)[number], Bilingual>),
    ...eligibilityOf(resource),
    languages: list(resource.communication).flatMap(one =>
      list(one.coding).map(coding => string(coding.code)),
    ),
    ...choicesOf(traitsIn(resource), otherwise(resource)),
    ...{ minAge: numberOrNull(object(age.low).value), maxAge: numberOrNull(object(age.high).value) },
    ...{ phone, fax, publicEmail: email, link: url },
  };
}

function categoryOf(resource: Resource): string {
  const concepts = [...list(resource.type), ...list(resource.specialty), ...list(resource.category)];
  const codings = concepts.flatMap(one => list(one.coding));
  const best = codings.find(one => one.system === `${ours}:category`) ?? codings[0];
  return string(best?.code) || string(concepts[0]?.text);
}

/** What others say in `extraDetails` comes after the comment. */
function descriptionOf(resource: Resource): Bilingual {
  const comment = textOf(resource, 'comment', resource.language);
  const details = textOf(resource, 'extraDetails', resource.language);
  const join = (lang: 'en' | 'fr') => [comment[lang], details[lang]].filter(Boolean).join('\n');
  return { en: join('en'), fr: join('fr') };
}

/** What has no code of ours is whom it will see. */
function eligibilityOf(resource: Resource): Record<Eligible, Bilingual> {
  const none = { en: '', fr: '' };
  const found: Record<Eligible, Bilingual> = { willSee: none, willNotSee: none, conditions: none };
  for (const one of list(resource.eligibility)) {
    const codes = list(object(one.code).coding).map(coding => string(coding.code));
    const name =
      (Object.keys(eligible) as Eligible[]).find(each => codes.includes(eligible[each])) ?? 'willSee';
    const comment = textOf(one, 'comment', resource.language);
    const said = found[name].en === '' && found[name].fr === '';
    if (said) found[name] = comment;
  }
  return found;
}

function traitsIn(resource: Resource): Trait[] {
  const codings = list(resource.characteristic).flatMap(one => list(one.coding));
  const start = `${ours}:`;
  return codings
    .filter(one => string(one.system).startsWith(start))
    .map((one): Trait => [string(one.system).slice(start.length), string(one.code)]);
}

/** A service of another directory: one with a way to refer to it takes referrals. */
function otherwise(resource: Resource): Choices {
  if (list(resource.referralMethod).length === 0) return unsaid;
  return { ...unsaid, kind: 'referral', ways: ['referral'] };
}
