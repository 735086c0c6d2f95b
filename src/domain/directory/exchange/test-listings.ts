import fc from 'fast-check';
import type { ListedService, ListedSite, Listings } from './listing.ts';

/** Clean text as the directory keeps it, also with quotes, commas, lines and accents. */
const words = (max: number) =>
  fc
    .array(fc.constantFrom('Clinique', 'été', 'a,b', '"x"', "d'eau", '<b>', '9h–5h', '漢字', 'ok'), {
      maxLength: 5,
    })
    .map(list => list.join(' ').slice(0, max).trim());
const name = (max: number) => words(max).map(text => text || 'Clinic');
const names = (max: number) => fc.record({ en: name(max), fr: name(max) });
const texts = (max: number) => fc.record({ en: paragraph(max), fr: paragraph(max) });
const paragraph = (max: number) =>
  fc
    .array(
      words(80).map(text => text || '-'),
      { maxLength: 8 },
    )
    .map(list => list.join('\n').slice(0, max).trim());
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const some = <T>(list: readonly T[], minLength = 0) =>
  fc.uniqueArray(fc.constantFrom(...list), { minLength, maxLength: list.length });
const key = (tail: string) =>
  fc.constantFrom('01', '02', '03').map(n => `${'0abcdefghjkmnpqrstvwxyz'}${n}${tail}`);

const point = fc.record({
  latitude: fc.integer({ min: 42_000, max: 56_000 }).map(n => n / 1000),
  longitude: fc.integer({ min: -95_000, max: -75_000 }).map(n => n / 1000),
});
const phone = fc
  .integer({ min: 100_0000, max: 999_9999 })
  .map(n => `416-${String(n).slice(0, 3)}-${String(n).slice(3)}${n % 5 === 0 ? ' ext. 21' : ''}`);
/** Now and then only parts of one. */
const address = {
  address: fc.option(name(60), { nil: null, freq: 5 }),
  city: fc.constantFrom('Toronto', 'Sault-Sainte-Marie', null),
  postalCode: fc.constantFrom('M5V 2T6', 'P6A 1A1', null),
};
const hours = some([1, 2, 3, 4, 5, 6, 7]).chain(days =>
  fc.tuple(
    ...days
      .toSorted()
      .map(weekday =>
        fc
          .tuple(fc.integer({ min: 0, max: 140 }), fc.integer({ min: 141, max: 288 }))
          .map(([opens, closes]) => ({ weekday, opens: 5 * opens, closes: 5 * closes })),
      ),
  ),
);
const place = fc
  .record({
    name: fc.record({ en: words(60), fr: words(60) }),
    ...address,
    point: maybe(point),
    phone: maybe(phone),
    hours,
  })
  .map(({ point, ...rest }) => ({ ...rest, ...(point ?? { latitude: null, longitude: null }) }));

const site: fc.Arbitrary<Omit<ListedSite, 'ref'>> = fc
  .record({ name: names(100), ...address, point, phone: maybe(phone), fax: maybe(phone) })
  .map(({ point, ...rest }) => ({ ...rest, ...point }));

const ages = fc.constantFrom<[number | null, number | null][]>(
  [null, null],
  [18, null],
  [null, 17],
  [0, 130],
  [65, 99],
);

const service: fc.Arbitrary<Omit<ListedService, 'ref' | 'site'>> = fc
  .record({
    ...{
      kind: fc.constantFrom('econsult', 'referral', 'community'),
      category: fc.constantFrom('mood', 'pain'),
    },
    ...{ name: names(100), description: texts(900), willSee: texts(900), willNotSee: texts(900) },
    ...{ needed: texts(900), conditions: texts(900), preparation: texts(900), cost: texts(300) },
    ...{
      languages: some(['en', 'fr', 'ase', 'zh']),
      modes: some(['in-person', 'virtual'] as const),
      ages,
    },
    ...{ sexes: some(['female', 'male']), regions: some(['K', 'L', 'M', 'N', 'P']) },
    ways: some(['econsult', 'referral', 'direct-booking', 'self-referral'] as const),
    accessibility: some(['wheelchair', 'transit', 'parking', 'interpreter'] as const),
    ...{ urgent: fc.boolean(), accepting: fc.boolean() },
    pausedUntil: maybe(fc.constantFrom('2027-02-28', '2028-02-29')),
    ...{ phone: maybe(phone), fax: maybe(phone) },
    publicEmail: maybe(fc.constant('accueil@clinique.example')),
    link: maybe(fc.constant('https://clinique.example/%C3%A0?b=c&d')),
    places: fc.array(place, { maxLength: 3 }),
    clinicians: fc.array(
      fc.record({ name: name(60), profession: fc.record({ en: words(60), fr: words(60) }) }),
      {
        maxLength: 3,
      },
    ),
  })
  .map(
    ({ ages: [minAge, maxAge], ...rest }) =>
      ({ ...rest, minAge, maxAge }) as Omit<ListedService, 'ref' | 'site'>,
  );

/** Up to three sites, each with up to two services, as every format can carry them. */
export const someListings: fc.Arbitrary<Listings> = fc
  .uniqueArray(fc.tuple(key('s'), site, fc.array(service, { maxLength: 2 })), {
    ...{ minLength: 1, maxLength: 3, selector: ([ref]) => ref },
  })
  .map(list => ({
    sites: list.map(([ref, one]) => ({ ref, ...one })),
    services: list.flatMap(([site, , services]) =>
      services.map((one, n) => ({ ...one, ref: `${site}${n}`, site })),
    ),
    categories: [
      { code: 'health', name: { en: 'Health', fr: 'Santé' }, parent: null },
      { code: 'mood', name: { en: 'Mood', fr: 'Humeur' }, parent: 'health' },
      { code: 'pain', name: { en: 'Pain', fr: 'Douleur' }, parent: 'health' },
    ],
  }));
