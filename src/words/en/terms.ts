/** Terms of the programme, accepted once. */
export const terms = {
  title: 'Terms of use',
  none: 'The programme has published no terms.',
  since: (day: string, version: number) => `Version ${version}, from ${day}`,
  first: 'Before your first request: please read the terms of the programme. What you wrote is kept.',
  accept: 'I accept these terms',
  back: 'Back to my request',
  thanks: 'Thank you. You can send your request now.',
  moved: 'The terms have changed since you opened this page. Please read them as they are now.',
  steward: {
    title: 'Terms of use',
    lead: 'Whoever sends a request accepts the version that holds, once. A new version is accepted anew.',
    en: 'In English',
    fr: 'In French',
    publish: 'Publish as a new version',
    published: 'Published. It is asked from the next request on.',
    accepted: (people: number) => (people === 1 ? '1 person accepted it.' : `${people} people accepted it.`),
    missing: 'Both languages are needed.',
    tooLong: 'At most 20,000 characters.',
    stale: 'Somebody published another version meanwhile. Look at it as it is now.',
  },
};
