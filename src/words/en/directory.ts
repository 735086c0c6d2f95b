import type { Note } from '../../domain/directory/facility.ts';
import type { ServicePromise } from '../../domain/directory/service.ts';
import { languageName, promised, reason, reasons, span } from './reasons.ts';

function note(one: Note): string {
  switch (one.code) {
    case 'name-missing':
      return 'the name is missing';
    case 'postal-code-missing':
      return 'the postal code is missing';
    case 'not-ontario':
      return 'the province is not Ontario';
    case 'columns':
      return 'the line does not have the columns of the first line';
    case 'too-long':
      return 'a name, street, town or type is longer than 400 characters';
    case 'location-unknown':
      return 'no coordinates, and its postal area is not known';
    case 'postal-code-wrong':
      return `"${one.text}" is not a postal code`;
    case 'coordinates-wrong':
      return `the coordinates ${one.text} are not in Ontario`;
    case 'accent-repaired':
      return `accent repaired: ${one.text}`;
    case 'accent-unknown':
      return `a destroyed accent that nobody has listed yet: ${one.text}`;
    case 'same-as':
      return `the same name and postal code as line ${one.line}`;
    case 'same-address':
      return `the same address as ${one.name}`;
    case 'location-approximate':
      return `no coordinates: the centre of ${one.fsa} is used`;
    case 'fsa-distrusted':
      return `the published centre of ${one.fsa} is ${one.km} km from its facilities and was not used`;
    default:
      return one satisfies never;
  }
}

export const directory = {
  title: 'Find a service',
  lead: 'Services and facilities in Ontario. Open to everyone.',
  words: 'What are you looking for?',
  wordsHint: 'A problem, a service, a place or a name, in English or French',
  near: 'Near',
  nearHint: 'Postal code, its first three characters, or a town',
  nearUnknown:
    'This is not a postal code or a town in Ontario that we know. Write it like N1E 6H5, N1E or Guelph.',
  kind: 'Show',
  kinds: {
    all: 'Everything',
    referral: 'Services to visit',
    econsult: 'Advice groups',
    community: 'Community and self-help',
    facility: 'Facilities',
  },
  language: 'Language',
  anyLanguage: 'Any language',
  languageName,
  languageUnknown: 'We do not know this language. Choose one of the list.',
  narrow: (best: number) =>
    `These are the ${best} that fit best. A further word, a place or a filter leads to the others.`,
  limitWrong: 'Ask for 1 to 100 results.',
  pageWrong: 'There are at most 10 pages. Use other words, or a place.',
  labelled: (label: string) => `${label}:`,
  kindUnknown: 'Choose one of the list.',
  cut: (characters: string) => `Only the first ${characters} characters were read.`,
  submit: 'Search the directory',
  /** `n` is written for the reader; 'many' when counting stopped. */
  count: (n: string, how: 'none' | 'one' | 'some' | 'many') =>
    how === 'none'
      ? 'Nothing found'
      : how === 'one'
        ? '1 result'
        : `${how === 'many' ? 'More than ' : ''}${n} results`,
  none: 'Nothing in the directory speaks of this. Try fewer or other words.',
  noneFits: 'Nothing fits all of this at once. Take a filter away, or use fewer words.',
  accepting: 'Accepting',
  notAccepting: 'Not accepting now',
  pausedUntil: (day: string) => `Paused until ${day}`,
  facility: 'Facility',
  adviceGroup: 'Advice group (eConsult)',
  wait: {
    answer: 'Usual answer',
    visit: 'Wait',
    sentence: (median: string, ninetieth: string, people: number) =>
      `median ${median}, 9 in 10 within ${ninetieth}, from ${people} people`,
    answered: (median: string, ninetieth: string, questions: number) =>
      `median ${median}, 9 in 10 within ${ninetieth}, from ${questions} questions`,
    tooFew: 'too few people to say',
    none: 'not measured yet',
    how: 'Waits are counted from the day a request was sent, people still waiting included. The bar shows the median and where 9 in 10 were seen.',
  },
  ages: (from: number | null, to: number | null) =>
    from !== null && to !== null
      ? `Ages ${from} to ${to}`
      : from !== null
        ? `Ages ${from} and over`
        : to !== null
          ? `Up to age ${to}`
          : 'All ages',
  modes: { 'in-person': 'In person', virtual: 'Virtual' } as Record<string, string>,
  languages: (codes: readonly string[]) => codes.map(languageName).join(', '),
  span,
  reason,
  reasons,
  note,
  promised: 'Promise',
  urgency: 'Urgency',
  urgent: 'Takes urgent requests',
  promise: (promise: ServicePromise) => `Answers within ${promised(promise)}`,
  refer: 'Ask or refer for a patient',
  signIn: 'Sign in to refer or ask',
  signInPaused: 'Sign in to hear when it takes people again',
  noServices: 'No service of this place is listed.',
  about: 'About this service',
  willSee: 'Will see',
  willNotSee: 'Will not see',
  needed: 'Needed first',
  waysTitle: 'How to ask',
  ways: {
    econsult: 'eConsult',
    referral: 'Referral',
    'direct-booking': 'Direct booking',
    'self-referral': 'Patients may ask themselves',
  } as Record<string, string>,
  region: 'Region',
  regions: {
    K: 'Eastern Ontario',
    L: 'Central Ontario',
    M: 'City of Toronto',
    N: 'Western Ontario',
    P: 'Northern Ontario',
  } as Record<string, string>,
  everywhere: 'All of Ontario',
  cost: 'Cost to the patient',
  noCost: 'None',
  accessibility: 'Access',
  accessible: {
    wheelchair: 'wheelchair',
    transit: 'public transit nearby',
    parking: 'parking',
    interpreter: 'interpreter on request',
  } as Record<string, string>,
  forSexes: { female: 'female', male: 'male' } as Record<string, string>,
  where: 'Where',
  prepare: 'How to prepare',
  conditions: 'Other conditions',
  worksHere: 'Who works here',
  placesAndHours: 'Places and hours',
  appointments: 'Appointments',
  through: 'Referrals through',
  checked: 'Last checked',
  publicEmail: 'E-mail',
  patientEmail: 'For patients sent here',
  site: 'Web site',
  backOn: (day: string) => `back on ${day}`,
  outOfOffice: (day: string) => `Nobody answers here until ${day}.`,
  phone: 'Phone',
  call: (number: string) => `Call ${number}`,
  fax: 'Fax',
  speaks: 'Languages',
  how: 'How',
  forWhom: 'For whom',
  offeredHere: 'Offered here',
  offeredBy: 'Offered by',
  approximate: 'The place on a map is approximate: only the postal area is known.',
  notOnNetwork: 'This site does not work with eServices yet. What you send reaches it by fax.',
  demo: 'Invented for the demonstration.',
  back: 'Back to the search',
  sources:
    'Facilities: Statistics Canada, Open Database of Healthcare Facilities (Open Government Licence – Canada). Postal areas: GeoNames (CC BY 4.0).',
};
