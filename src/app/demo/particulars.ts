import type {
  AppointmentKind,
  AppointmentMedium,
  OpenHours,
  ServiceClinician,
} from '../../domain/directory/service.ts';
import { lot, type NewService } from './network.ts';
import { pickName } from './staff-names.ts';

/** A line of data/demo/particulars.csv: what places of a kind of service say, by category. */
export type Particular = Record<
  | 'of'
  | 'profession_en'
  | 'profession_fr'
  | 'see_en'
  | 'see_fr'
  | 'conditions_en'
  | 'conditions_fr'
  | 'prepare_en'
  | 'prepare_fr',
  string
>;

/** What a page of a service says beside what it takes; days count from the day on which the demo is made. */
export interface Particulars {
  seeEn: string;
  seeFr: string;
  conditionsEn: string;
  conditionsFr: string;
  preparationEn: string;
  preparationFr: string;
  publicEmail: string | null;
  patientEmail: string | null;
  link: string | null;
  capacity: number | null;
  outDays: number | null;
  outEn: string;
  outFr: string;
  /** How many days ago somebody of the site last said that all is right; null when nobody ever did. */
  verifiedDays: number | null;
  claimedDays: number | null;
  claimedDaysAgo: number | null;
  hours: readonly OpenHours[];
  /** A second place, a few kilometres from the first. */
  second: { nameEn: string; nameFr: string; address: string; north: number; east: number } | null;
  clinicians: readonly Omit<ServiceClinician, 'member' | 'outUntil'>[];
  appointments: readonly AppointmentKind[];
}

/** Of the facility where a service is; `at` names it among the lots. */
export interface At {
  at: string;
  city: string | null;
  /** False for an advice group, which answers from anywhere. */
  place: boolean;
}

const bring = {
  en: 'Bring your health card, a list of your medicines and, if you like, somebody with you. Come 10 minutes early.',
  fr: 'Apportez votre carte Santé et la liste de vos médicaments et, si vous le voulez, venez avec quelqu’un. Arrivez 10 minutes d’avance.',
};
const byVideo = {
  en: 'You get a link by e-mail. Choose a quiet place where nobody listens, and have your health card at hand.',
  fr: 'Vous recevez un lien par courriel. Choisissez un endroit calme où personne n’écoute et gardez votre carte Santé à portée de main.',
};

const weekdays = [1, 2, 3, 4, 5];
const daily = (opens: number, closes: number) => weekdays.map(weekday => ({ weekday, opens, closes }));

/** Every day alike, with an evening, with a Saturday morning, or closed over noon. */
const weeks: readonly (readonly OpenHours[])[] = [
  daily(510, 990),
  daily(480, 960),
  daily(540, 1020),
  daily(540, 1020).map(day => (day.weekday === 2 || day.weekday === 4 ? { ...day, closes: 1200 } : day)),
  [...daily(540, 1020), { weekday: 6, opens: 540, closes: 780 }],
  weekdays.flatMap(weekday => [
    { weekday, opens: 510, closes: 720 },
    { weekday, opens: 780, closes: 990 },
  ]),
];

const streets = ['Station Street', 'Mill Street', 'Queen Street', 'Church Street', 'Victoria Road'];

/** The same for the same names in every run, as all of the demo network. */
export function particularsOf(
  service: NewService,
  lines: ReadonlyMap<string, Particular>,
  { at, city, place }: At,
): Particulars {
  const { nameEn, modes, kind } = service;
  const draw = (what: string) => lot(what, nameEn, at);
  const line = lines.get(service.category);
  const how = place ? (modes.includes('in-person') ? bring : byVideo) : { en: '', fr: '' };
  const own = (text: string | undefined) => (kind === 'econsult' ? '' : (text ?? ''));
  return {
    ...{ seeEn: own(line?.see_en), seeFr: own(line?.see_fr) },
    ...{ conditionsEn: own(line?.conditions_en), conditionsFr: own(line?.conditions_fr) },
    preparationEn: [how.en, own(line?.prepare_en)].filter(Boolean).join(' '),
    preparationFr: [how.fr, own(line?.prepare_fr)].filter(Boolean).join(' '),
    ...reachedAt(at, draw),
    capacity: place ? 3 + Math.floor(draw('capacity') * 38) : null,
    ...awayOf(draw),
    verifiedDays: Math.floor(draw('verified') < 0.1 ? 370 + draw('when') * 300 : draw('when') * 330),
    ...claimOf(service, draw),
    hours: place ? weeks[Math.floor(draw('week') * weeks.length)]! : [],
    second: place && city !== null && draw('second') < 0.12 ? secondOf(city, draw) : null,
    clinicians: place ? staffOf(service, line, at) : [],
    appointments: service.labels.map((label, i) => ({ label, medium: mediumOf(service, i) })),
  };
}

type Draw = (what: string) => number;

function reachedAt(at: string, draw: Draw) {
  const name = at
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-$/, '');
  return {
    publicEmail: draw('e-mail') < 0.7 ? `info@${name}.example` : null,
    patientEmail: draw('patients') < 0.4 ? `patients@${name}.example` : null,
    link: draw('link') < 0.8 ? `https://${name}.example/` : null,
  };
}

function awayOf(draw: Draw) {
  if (draw('away') >= 0.02) return { outDays: null, outEn: '', outFr: '' };
  return {
    outDays: 3 + Math.floor(draw('back') * 18),
    outEn: 'Nobody answers meanwhile; what comes in is read on our return.',
    outFr: 'Personne ne répond d’ici là; ce qui arrive est lu à notre retour.',
  };
}

/** One site in six says a wait of its own, mostly a little shorter than people found; some of it half a year old. */
function claimOf({ usual, kind }: NewService, draw: Draw) {
  if (!usual || kind === 'econsult' || draw('claim') >= 1 / 6)
    return { claimedDays: null, claimedDaysAgo: null };
  return {
    claimedDays: Math.max(1, Math.round(usual[0] * (0.6 + draw('hope') * 0.6))),
    claimedDaysAgo: Math.floor(draw('claimed') * 240),
  };
}

function secondOf(city: string, draw: Draw) {
  const street = streets[Math.floor(draw('street') * streets.length)]!;
  return {
    ...{ nameEn: `${city} satellite`, nameFr: `Point de service, ${city}` },
    address: `${10 + Math.floor(draw('number') * 480)} ${street}`,
    north: (draw('north') - 0.5) * 0.05,
    east: (draw('east') - 0.5) * 0.07,
  };
}

function staffOf({ nameEn }: NewService, line: Particular | undefined, at: string) {
  const many = 1 + Math.floor(lot('staff', nameEn, at) * 3);
  return Array.from({ length: many }, (_, n) => ({
    name: pickName(`${nameEn} ${at}`, n),
    profession: {
      en: line?.profession_en || 'Health professional',
      fr: line?.profession_fr || 'Personnel de santé',
    },
  }));
}

/** The first as the service mostly works, the rest by video where it works so. */
function mediumOf({ medium, modes }: NewService, index: number): AppointmentMedium {
  if (index === 0) return medium === 'in-person' ? 'in-person' : 'video';
  return modes.includes('virtual') ? 'video' : 'in-person';
}
