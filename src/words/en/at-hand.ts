/** What a member keeps at hand: favourites, recent services, saved searches. */
export const atHand = {
  title: 'Favourites, recent and saved',
  services: 'Favourites, and services you asked lately',
  favourites: 'Favourites',
  lately: 'Asked lately',
  sent: 'Sent to before for this',
  sentTimes: (times: number, day: string) =>
    times === 1
      ? `1 request from your site, on ${day}`
      : `${times} requests from your site, the last on ${day}`,
  keep: 'Add to my favourites',
  forget: 'Remove from my favourites',
  full: 'You keep 100 services already. Remove one first.',
  open: {
    title: 'Services you wait for',
    lead: 'You get one e-mail when they take people again.',
    wish: 'Tell me when it takes people again',
    wished: 'You get one e-mail when it takes people again.',
    withdraw: 'No longer',
  },
  saved: {
    title: 'Saved searches',
    lead: 'Words and filters that you use again. Only you see them.',
    save: 'Save this search',
    name: 'Its name',
    hint: 'Words and filters are kept, and of a postal code its first three characters. Write nothing of a patient.',
    keep: 'Save',
    isSaved: (name: string) => `Saved as “${name}”.`,
    all: 'Manage saved searches',
    unnamed: 'Search without words',
    none: 'You keep no searches. Search the directory, then choose “Save this search”.',
    full: 'You keep 100 searches already. Remove one first.',
    rename: 'Change the name',
    renamed: 'Save the name',
    remove: 'Remove',
    of: (act: string, name: string) => `${act}: ${name}`,
    toSearch: 'To the directory',
  },
};
