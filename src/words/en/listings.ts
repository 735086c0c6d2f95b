import { listingClaims } from './listing-claims.ts';
import { listingForms } from './listing-forms.ts';

/** Listings: what a site says of its services, who keeps it, and the kinds of service. */
export const listings = {
  title: 'Our listings',
  lead: 'What the public directory says of your services. Every change is kept with who made it and when.',
  back: 'Our listings',
  add: 'Add a service',
  none: 'Your site has no service in the directory yet.',
  name: 'Service',
  category: 'Kind',
  takes: 'Takes requests',
  checked: 'Last checked',
  never: 'Never',
  checkSoon: 'Please check',
  kinds: { econsult: 'Advice (eConsult)', referral: 'Visits (referral)', community: 'Community, self-help' },
  at: (place: string) => `at ${place}`,
  kept: 'Facilities you keep',
  keptLead: 'Their listings came from a public file; the programme gave them to your site.',
  claimMore:
    'Does a facility in the directory belong to you? Open its page there and ask to keep its listing.',
  since: (day: string) => `since ${day}`,
  split: {
    title: 'Split on arrival',
    lead: 'What arrives here goes at once to each of these services, as a request of its own. The sender sees the same. Choose 2 to 5, or none: then it stays whole and can still be split by hand.',
    into: 'Services',
    keep: 'Keep',
    problems: {
      'too-few': 'Choose at least two services, or none.',
      'too-many': 'Choose at most five services.',
    },
  },
  intakeHere: {
    title: 'Central intake',
    on: 'Services of other sites may send their referrals here first. You send each on and see it to the end.',
    off: 'Your site takes referrals for its own services only. As a central intake it also takes those of other sites, sends each on, and sees it to the end.',
    used: (count: string, one: boolean) =>
      one
        ? 'One service does, so it cannot be turned off now.'
        : `${count} services do, so it cannot be turned off now.`,
    turnOn: 'Work as a central intake',
    turnOff: 'Stop working as a central intake',
  },
  claims: 'What you asked for',
  claimStates: { open: 'The programme is looking at it', approved: 'Yours since', refused: 'Not given' },
  form: {
    nameEn: 'Name in English',
    nameFr: 'Name in French',
    kind: 'What it is',
    site: 'Where it belongs',
    category: 'Kind of service',
    choose: 'Choose one',
    save: 'Add the service',
    newLead: 'It is not accepting requests until you say so on its page.',
  },
  parts: {
    information: 'Listing information',
    offer: 'What it offers',
    places: 'Places and hours',
    people: 'Who works here',
    enablement: 'Taking requests',
  },
  partLeads: {
    information: 'Name, description and how to reach the service.',
    offer: 'Whom the service sees, what it wants first, and how one asks.',
    places: 'Where it is and when it is open. The first place is where patients mostly go.',
    people: 'Clinicians of this service. Clear a row to take somebody off.',
    enablement: 'Whether it accepts now, how many it can take, and through whom referrals come.',
  },
  tabs: 'Parts of this listing',
  overview: 'Overview',
  publicPage: 'Public page',
  historyTitle: 'History',
  save: 'Save',
  saveAnyway: 'Save mine',
  saved: 'Saved. The directory says so from now on.',
  verified: 'Thank you. The page says that it was checked today.',
  waited: 'Saved.',
  added:
    'Added. It is not accepting requests yet: fill in the parts below, then switch it on under “Taking requests”.',
  ended: 'The service is no longer in the directory.',
  stale: (name: string, moment: string) =>
    `${name} changed this listing on ${moment}, while you were writing:`,
  staleYours: 'What you typed is below. Saving puts yours in its place.',
  somebody: 'Somebody',
  verify: {
    title: 'Is it still right?',
    never: 'Nobody has said yet that all of this is right.',
    on: (day: string) => `Last said to be right on ${day}.`,
    old: 'That is more than a year ago, and the public page says so. Please read it through.',
    button: 'Yes, all of it is still right',
  },
  wait: {
    title: 'The wait you state yourself',
    lead: 'Shown beside the wait we measure, never in its place, and for six months.',
    days: 'Usual wait, in days',
    daysHint: 'From the referral to the first visit. Empty takes it back.',
    save: 'State this wait',
    now: (span: string, day: string) => `You stated ${span} on ${day}.`,
    expired: (span: string, day: string) =>
      `You stated ${span} on ${day}. Six months have passed: it is no longer shown.`,
  },
  end: {
    title: 'Take it off the directory',
    lead: 'For good. Requests that are over stay as they are.',
    button: 'End this service',
    inUse: (n: string, one: boolean) =>
      one
        ? 'One request is still open at this service. It can end once that is over.'
        : `${n} requests are still open at this service. It can end once they are over.`,
  },
  history: {
    title: 'History',
    lead: 'Everything that was changed, newest first.',
    none: 'Nothing was changed since the listing was made.',
    when: 'When',
    who: 'Who',
    what: 'What',
    before: 'Before',
    after: 'After',
    import: 'An import',
    acts: {
      added: 'Added the service',
      changed: 'Changed',
      verified: 'Said that all is right',
      wait: 'Stated a wait',
      ended: 'Ended the service',
    },
    nothing: 'nothing',
    yes: 'yes',
    no: 'no',
  },
  facility: {
    lead: 'What the directory says of this facility. A file that is imported later does not change it; the programme sees where the two differ.',
    moves: 'Its place on the map follows the address, and is approximate until somebody measures it.',
    stale: 'Somebody changed this facility while you were writing; the history below says what.',
  },
  public: {
    stale: 'Nobody has confirmed for more than a year that this page is right. Call before you count on it.',
    unclaimed: 'This listing comes from a public file. Nobody at the place has checked it.',
    claim: 'Is this your place? Ask to keep its listing',
    keep: 'Change this listing',
  },
  ...listingForms,
  ...listingClaims,
};
