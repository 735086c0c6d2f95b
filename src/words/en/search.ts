import type { BoundsRefusal } from '../../domain/directory/bounds.ts';

/** Narrowing a search of the directory. */
export const search = {
  narrow: 'Narrow the list',
  age: 'Age',
  ageHint: 'Years',
  ageWrong: 'Write an age in years, from 0 to 130.',
  sex: 'Sex at birth',
  anySex: 'Either',
  anyRegion: 'All of Ontario',
  regionHint: 'Where the patient lives',
  within: 'At most',
  withinKm: (km: string) => `${km} km away`,
  anywhere: 'Any distance',
  withinWrong: 'Write a distance in kilometres, from 1 to 2000.',
  nearMissing: 'Write a postal code to measure the distance from.',
  wait: 'Wait',
  anyWait: 'Any wait',
  withinWeeks: (weeks: number) => (weeks === 1 ? 'A week at most' : `${weeks} weeks at most`),
  waitWrong: 'Write a number of weeks, from 1 to 260.',
  anyWay: 'Any way',
  anyUrgency: 'Any urgency',
  urgencies: { routine: 'Can wait', urgent: 'Takes urgent requests' },
  virtual: 'By phone or video',
  accepting: 'Accepting now',
  yesOnly: 'Write "yes", or leave it out.',
  bounds: 'Window of the map',
  boundsWrong: {
    'not-numbers': 'Write four numbers: south, west, north, east, in degrees.',
    'outside-world': 'Latitudes go from -90 to 90 and longitudes from -180 to 180.',
    'upside-down': 'Write the south before the north, and the west before the east.',
  } satisfies Record<BoundsRefusal, string> as Record<BoundsRefusal, string>,
  /** What narrows the list now. */
  applied: 'Only shown',
  forAge: (age: number) => (age === 0 ? 'for under 1 year' : `for age ${age}`),
  remove: (what: string) => `Remove: ${what}`,
  removeAll: 'Remove all',
  /** On Ask: what of the patient narrows the routes by itself. */
  fitting: 'Only what fits:',
  first: {
    title: 'First suitable',
    about: (span: string) => `about ${span}`,
    more: (span: string) => `more than ${span}`,
    unknown: 'wait not known',
    others: (count: number): string =>
      count === 0
        ? 'No other of this kind fits.'
        : count === 1
          ? '1 other of this kind fits.'
          : `${count} others of this kind fit.`,
    reach: (km: number) => `Looked within ${km} km, and by phone or video.`,
    choose: 'Refer to the first suitable',
  },
};
