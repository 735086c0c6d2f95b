import { createHash } from 'node:crypto';

/** A facility that may host an invented service. */
export interface Host {
  site: number;
  name: string;
  city: string | null;
  postalCode: string | null;
  sourceType: string | null;
}

/** A line of data/demo/offers.csv: one kind of service, at how many facilities of which types. */
export interface Offer {
  category: string;
  en: string;
  fr: string;
  about_en: string;
  about_fr: string;
  at: string;
  count: string;
  min_age: string;
  max_age: string;
  modes: string;
  days: string;
}

/** A line of data/demo/groups.csv: an advice group and its usual hours to an answer. */
export interface GroupLine {
  category: string;
  en: string;
  fr: string;
  hours: string;
}

/** A service ready to be stored. */
export interface NewService {
  site: number;
  kind: 'econsult' | 'referral' | 'community';
  category: string;
  nameEn: string;
  nameFr: string;
  descriptionEn: string;
  descriptionFr: string;
  languages: readonly string[];
  modes: readonly string[];
  minAge: number | null;
  maxAge: number | null;
  urgent: boolean;
  accepting: boolean;
  promiseDays: number | null;
  /** Days; median, 9 in 10, people. */
  usual: readonly [number, number, number] | null;
  labels: readonly string[];
  medium: string | null;
  form: string | null;
}

/** Which of the publisher's types a word of `at` means. */
const types: Record<string, RegExp> = {
  hospital:
    /^(general|hospital|active acute|chronic care|psychiatric|rehabilitation|cancer|orthopedic|cardiology)/,
  mental: /^mental health/,
  fht: /^(family health team|nurse practitioner)/,
  chc: /^(community health centre|aids bureau)/,
  css: /^community support/,
  senior: /^senior active/,
  child: /^(children's treatment|pediatric)/,
  rehab: /^(rehabilitation|chronic care)/,
  midwife: /^midwifery/,
  publichealth: /^public health/,
  firstnation: /^community support/,
};

const french =
  /ottawa|sudbury|hearst|kapuskasing|timmins|cornwall|hawkesbury|casselman|rockland|nipissing|north bay|welland|penetang|orleans|embrun|alexandria|temiskaming|french/i;

/** A number from 0 to 1 that is the same for the same words in every run. */
export function lot(...words: readonly (string | number)[]): number {
  return createHash('sha256').update(words.join('\n')).digest().readUInt32BE(0) / 2 ** 32;
}

function fits(host: Host, at: string): boolean {
  return at
    .split('|')
    .some(
      word =>
        types[word]?.test(host.sourceType ?? '') &&
        (word !== 'firstnation' || /first nation/i.test(host.name)),
    );
}

/** Languages besides English and French, and in what share of the services of which towns somebody speaks them. */
const spoken: readonly (readonly [string, RegExp, number])[] = [
  ['pa', /brampton|mississauga|malton|toronto|etobicoke|guelph|kitchener|hamilton/i, 0.3],
  ['zh', /markham|toronto|scarborough|richmond hill|vaughan|mississauga/i, 0.3],
  ['ar', /mississauga|ottawa|london|windsor|hamilton|toronto/i, 0.15],
  ['pt', /toronto|mississauga|brampton|kitchener|cambridge/i, 0.12],
  ['it', /toronto|vaughan|woodbridge|hamilton|sault/i, 0.1],
  ['es', /toronto|london|kitchener|hamilton|ottawa/i, 0.12],
  ['oj', /thunder bay|sudbury|sioux|kenora|manitoul|little current|dryden/i, 0.3],
  ['cr', /timmins|moose|cochrane|kapuskasing|attawapiskat/i, 0.3],
  ['ase', /./, 0.05],
];

function languagesOf(host: Host, offer: string): string[] {
  const where = `${host.name} ${host.city}`;
  const speaksFrench = french.test(where) || lot('fr', host.name) < 0.25;
  const others = spoken.filter(
    ([language, towns, share]) => towns.test(where) && lot('speaks', language, host.name, offer) < share,
  );
  return ['en', ...(speaksFrench ? ['fr'] : []), ...others.map(([language]) => language)];
}

const forChildren = /child|kids|youth|enfant|jeunes|pediatric/i;

/** By drawing: the same facilities for the same offer in every run, and not the same ones for every offer. */
function draw(hosts: readonly Host[], offer: Offer): Host[] {
  return hosts
    .filter(host => fits(host, offer.at) && !(Number(offer.min_age) >= 16 && forChildren.test(host.name)))
    .map(host => ({ host, at: lot(offer.en, host.name) }))
    .sort((a, b) => a.at - b.at)
    .slice(0, Number(offer.count))
    .map(({ host }) => host);
}

function ageOf(text: string): number | null {
  return text === '' ? null : Number(text);
}

/** Invented services at real facilities, and their usual waits: around the offer's own days, by lot. */
export function visitServices(offers: readonly Offer[], hosts: readonly Host[]): NewService[] {
  return offers.flatMap(offer =>
    draw(hosts, offer).map(host => {
      const luck = lot('wait', offer.en, host.name);
      const median = Math.max(1, Math.round(Number(offer.days) * (0.6 + luck)));
      const modes = offer.modes.split(' ');
      return {
        site: host.site,
        kind: 'referral' as const,
        category: offer.category,
        nameEn: offer.en,
        nameFr: offer.fr,
        descriptionEn: offer.about_en,
        descriptionFr: offer.about_fr,
        languages: languagesOf(host, offer.en),
        modes,
        minAge: ageOf(offer.min_age),
        maxAge: ageOf(offer.max_age),
        urgent: /urgent|rapid|two weeks|within 14/i.test(offer.about_en),
        accepting: lot('accepting', offer.en, host.name) > 0.06,
        promiseDays: null,
        usual: [median, Math.round(median * (1.8 + luck)), 6 + Math.floor(luck * 140)],
        labels: ['initial-visit', 'follow-up'],
        medium: modes[0] ?? null,
        form: null,
      };
    }),
  );
}

/** Regions with groups of their own for the specialties that are asked most. Psychiatry has one group, which the story staffs. */
export const regions: readonly { en: string; fr: string; categories: readonly string[] }[] = [
  ['Toronto', 'Toronto'],
  ['Eastern Ontario', 'Est de l’Ontario'],
  ['Western Ontario', 'Ouest de l’Ontario'],
  ['Central Ontario', 'Centre de l’Ontario'],
  ['Northern Ontario', 'Nord de l’Ontario'],
].map(([en, fr]) => ({
  en: en!,
  fr: fr!,
  categories: ['rheumatology', 'dermatology', 'cardiology', 'neurology', 'endocrinology'],
}));

export interface NewGroup {
  /** Stable name of the group's site in the data. */
  ref: string;
  nameEn: string;
  nameFr: string;
  service: Omit<NewService, 'site'>;
}

/** As inside a sentence: only the first letter changes, so that COVID keeps its capitals. */
function small(name: string): string {
  return name[0]!.toLowerCase() + name.slice(1);
}

function groupOf(line: GroupLine, where: { en: string; fr: string } | null): NewGroup {
  const luck = lot('group', line.en, where?.en ?? '');
  const hours = Math.round(Number(line.hours) * (0.7 + luck * 0.8));
  const nameEn = where ? `${line.en} eConsult, ${where.en}` : `Provincial ${small(line.en)} eConsult group`;
  const nameFr = where
    ? `${line.fr}, consultation électronique, ${where.fr}`
    : `Groupe provincial de consultation électronique\u00a0: ${small(line.fr)}`;
  return {
    ref: `group-${line.category}-${where?.en ?? 'province'}-${line.en}`
      .toLowerCase()
      .replace(/[^a-z]+/g, '-'),
    nameEn,
    nameFr,
    service: {
      kind: 'econsult',
      category: line.category,
      nameEn,
      nameFr,
      descriptionEn: `Advice on ${small(line.en)} questions from primary care anywhere in ${where?.en ?? 'Ontario'}. Not for emergencies.`,
      descriptionFr: `Avis aux soins primaires : ${small(line.fr)} (${where ? `région : ${where.fr}` : 'partout en Ontario'}). Pas pour les urgences.`,
      languages: where && !/^(Eastern|Northern)/.test(where.en) ? ['en'] : ['en', 'fr'],
      modes: ['virtual'],
      minAge: null,
      maxAge: null,
      urgent: false,
      accepting: true,
      promiseDays: 5,
      usual: [hours / 24, (hours / 24) * (2.2 + luck), 40 + Math.floor(luck * 260)],
      labels: [],
      medium: null,
      form: line.category === 'psychiatry' ? 'psychiatry-econsult' : null,
    },
  };
}

/** One provincial group for each line, and regional ones for the specialties of `regions`. */
export function adviceGroups(lines: readonly GroupLine[]): NewGroup[] {
  const regional = regions.flatMap(region =>
    lines
      .filter(line => region.categories.includes(line.category) && line.category !== 'diabetes')
      .map(line => groupOf(line, region)),
  );
  return [...lines.map(line => groupOf(line, null)), ...regional];
}
