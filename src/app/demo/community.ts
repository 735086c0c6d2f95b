import type { DemoService, NewSite } from '../ports/imports.ts';

/** A line of data/demo/community.csv: a real public service that people reach by themselves, and whose it is. */
export type CommunityLine = Record<
  | 'ref'
  | 'category'
  | 'org_en'
  | 'org_fr'
  | 'en'
  | 'fr'
  | 'about_en'
  | 'about_fr'
  | 'min_age'
  | 'max_age'
  | 'sexes'
  | 'languages'
  | 'phone'
  | 'link',
  string
>;

const siteRef = ({ ref }: CommunityLine) => `community-${ref}`;

/** Who offers them: real organizations that do not work here, each once. They have no place on a map. */
export function communitySites(lines: readonly CommunityLine[]): NewSite[] {
  const known = new Map<string, NewSite>();
  for (const line of lines)
    known.set(siteRef(line), {
      ...{ ref: siteRef(line), nameEn: line.org_en, nameFr: line.org_fr, kind: 'group' as const },
      ...(line.phone === '' ? {} : { phone: line.phone }),
      real: true,
    });
  return [...known.values()];
}

const words = (text: string) => text.split(' ').filter(word => word !== '');
const age = (text: string) => (text === '' ? null : Number(text));

/** Nothing of them is drawn by lot: they say no more than is public. `sites`: inside ids by ref. */
export function communityServices(
  lines: readonly CommunityLine[],
  sites: ReadonlyMap<string, number>,
): DemoService[] {
  return lines.map(line => ({
    ...unsaid,
    ...{ site: sites.get(siteRef(line))!, kind: 'community' as const, category: line.category },
    ...{ nameEn: line.en, nameFr: line.fr, descriptionEn: line.about_en, descriptionFr: line.about_fr },
    ...{ languages: words(line.languages), sexes: words(line.sexes) },
    ...{ minAge: age(line.min_age), maxAge: age(line.max_age) },
    ...(line.phone === '' ? {} : { phone: line.phone }),
    ...{ link: line.link, real: true },
  }));
}

/** Anybody may call from anywhere in Ontario; nobody refers, waits are not measured and no place is kept. */
const unsaid = {
  ...{ modes: ['virtual'], regions: [], ways: ['self-referral'] as const, accessibility: [] },
  ...{ urgent: false, accepting: true, pausedDays: null, promiseDays: null, usual: null, capacity: null },
  ...{ labels: [], medium: null, form: null, hours: [], second: null, clinicians: [], appointments: [] },
  ...{ seeEn: '', seeFr: '', notEn: '', notFr: '', neededEn: '', neededFr: '', costEn: '', costFr: '' },
  ...{ conditionsEn: '', conditionsFr: '', preparationEn: '', preparationFr: '' },
  ...{ publicEmail: null, patientEmail: null, outDays: null, outEn: '', outFr: '' },
  ...{ verifiedDays: null, claimedDays: null, claimedDaysAgo: null },
};
