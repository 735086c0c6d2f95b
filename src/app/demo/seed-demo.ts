import {
  importFacilities,
  indexDirectory,
  readSynonyms,
  type ShippedLists,
} from '../directory/import-directory.ts';
import type { Database, Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import type { Category, DemoStaff } from '../ports/imports.ts';
import { type CommunityLine, communityServices, communitySites } from './community.ts';
import { intakePeople, intakeServices, intakeSites } from './intake/places.ts';
import { type Seeded, seedIntake } from './intake/seed-intake.ts';
import {
  adviceGroups,
  type GroupLine,
  type Host,
  lot,
  type NewGroup,
  type NewService,
  type Offer,
  visitServices,
} from './network.ts';
import { type Particular, particularsOf } from './particulars.ts';
import { seedDemoPatients } from './patients.ts';
import { seedDemoSchedules } from './schedules.ts';
import { pickName } from './staff-names.ts';
import { adviceSettings, psychiatryGroup, storyPeople, storyServices, storySites } from './story.ts';
import { type Limits, takesOf } from './takes.ts';

/** The texts of the files under data/, and their tables read. */
export interface DemoSource {
  facilities: string;
  lists: ShippedLists;
  synonyms: string;
  categories: readonly Category[];
  offers: readonly Offer[];
  /** What people reach by themselves. */
  community: readonly CommunityLine[];
  groups: readonly GroupLine[];
  limits: readonly Limits[];
  particulars: readonly Particular[];
}

/**
 * Fills a new demo database: the real facilities, an invented network on them, and the people of the story. The same in
 * every run but for keys; rules in docs/demo-network.md. Runs on the owner's connection.
 */
export async function seedDemo(db: Database, source: DemoSource): Promise<void> {
  await importFacilities(db, source.facilities, source.lists, { index: false });
  await db.as({ kind: 'operator', command: 'seed-demo' }, async tx => {
    await tx.imports.saveSynonyms(readSynonyms(source.synonyms));
    await tx.imports.saveCategories(source.categories);
    const groups = adviceGroups(source.groups);
    const sites = await tx.imports.saveDemoSites([
      ...storySites,
      ...intakeSites,
      ...groups.map(siteOfGroup),
      ...communitySites(source.community),
    ]);
    await saveServices(tx, { source, groups, sites });
    const people = await savePeople(tx, sites);
    const members = new Map([...people].map(([email, { member }]) => [email, member]));
    await staffGroups(tx, groups, sites);
    const { answeredBy, ...settings } = adviceSettings;
    const mood = members.get(answeredBy)!;
    await tx.imports.agreeDemoAdvice({ site: sites.get(psychiatryGroup)!, mood, settings });
    await delegate(tx, members);
    await tx.imports.nameDemoStaff();
    await indexDirectory(tx);
    await seedDemoSchedules(tx, sites.get('grand-river')!, members);
    await seedDemoPatients(tx, sites.get(storyPeople[0]!.at)!);
    await seedIntake(tx, sites, people);
  });
}

function siteOfGroup(group: NewGroup) {
  return { ref: group.ref, nameEn: group.nameEn, nameFr: group.nameFr, kind: 'group' as const };
}

interface Plan {
  source: DemoSource;
  groups: readonly NewGroup[];
  sites: ReadonlyMap<string, number>;
}

/** What is known of the place of a service. */
type Known = Pick<Host, 'name' | 'city' | 'postalCode'>;

async function saveServices(tx: Tx, { source, groups, sites }: Plan): Promise<void> {
  const places = await tx.imports.hosts();
  const visits = visitServices(source.offers, places);
  const at = (ref: string) => sites.get(ref)!;
  const advice = groups.map((group): NewService => ({ ...group.service, site: at(group.ref) }));
  const story = [...storyServices, ...intakeServices].map(
    ({ at: ref, ...service }): NewService => ({ ...service, site: at(ref) }),
  );
  const hosts = [...new Set(visits.map(visit => visit.site))];
  await tx.imports.joinDemo(hosts);
  const limits = new Map(source.limits.map(line => [line.of, line]));
  const particulars = new Map(source.particulars.map(line => [line.of, line]));
  const known = new Map<number, Known>(places.map(host => [host.site, host]));
  for (const { ref, nameEn: name, ...one } of [...storySites, ...intakeSites])
    known.set(at(ref), { name, city: one.city, postalCode: null });
  await tx.imports.saveDemoServices(
    [...story, ...advice, ...visits].map(service => {
      const host = known.get(service.site);
      return {
        ...service,
        ...takesOf(service, limits, host?.postalCode ?? null),
        ...particularsOf(service, particulars, {
          at: host?.name ?? service.nameEn,
          city: host?.city ?? null,
          place: service.kind !== 'econsult',
        }),
      };
    }),
  );
  await tx.imports.saveDemoServices(communityServices(source.community, sites));
  const desk = { roles: ['clerk', 'lead'] } as const;
  await tx.imports.saveDemoStaff(
    hosts.map(site => ({ site, name: `Intake desk ${site}`, email: `intake-${site}@demo.example`, ...desk })),
  );
}

async function savePeople(tx: Tx, sites: ReadonlyMap<string, number>): Promise<Map<string, Seeded>> {
  const saved = new Map<string, Seeded>();
  for (const { at, roles, en, fr, licence, actsFor: _, ...one } of [...storyPeople, ...intakePeople]) {
    const person = await tx.people.createPerson({ key: key(), ...one });
    const own = key();
    const member = await tx.people.addMember({
      ...{ key: own, person, site: sites.get(at)!, roles },
      ...(en && fr && { jobTitleEn: en, jobTitleFr: fr }),
      ...(licence ? { licence } : {}),
    });
    saved.set(one.email, { person, member, key: own });
  }
  return saved;
}

async function delegate(tx: Tx, members: ReadonlyMap<string, number>): Promise<void> {
  for (const { email, actsFor } of storyPeople)
    if (actsFor) await tx.people.delegate(members.get(actsFor)!, members.get(email)!);
}

/** An assigner and two specialists for each group that the story does not staff itself. */
async function staffGroups(
  tx: Tx,
  groups: readonly NewGroup[],
  sites: ReadonlyMap<string, number>,
): Promise<void> {
  const specialist = (ref: string, n: number): Omit<DemoStaff, 'site'> => ({
    ...{
      name: `Dr. ${pickName(ref, n)}`,
      title: 'Dr.',
      roles: ['clinician'],
      email: `${ref}-${n}@demo.example`,
    },
    licence: String(60_000 + Math.floor(lot('licence', ref, n) * 30_000)),
  });
  const assigner = (ref: string): Omit<DemoStaff, 'site'> => ({
    ...{ name: `Assigner, ${ref.slice(6)}`, email: `${ref}@demo.example`, roles: ['assigner', 'lead'] },
  });
  await tx.imports.saveDemoStaff(
    groups
      .filter(({ ref }) => ref !== psychiatryGroup)
      .flatMap(({ ref }) =>
        [assigner(ref), specialist(ref, 1), specialist(ref, 2)].map(one => ({
          ...one,
          site: sites.get(ref)!,
        })),
      ),
  );
}
