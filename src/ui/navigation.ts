import type { Ui } from './context.ts';

/** A place of the main navigation; its word is `words.frame.nav[place]`. */
export type Place =
  | 'home'
  | 'worklist'
  | 'ask'
  | 'patients'
  | 'schedules'
  | 'directory'
  | 'listings'
  | 'members'
  | 'forms'
  | 'holds'
  | 'find'
  | 'join';

const urls: Record<Place, string> = {
  home: '/',
  worklist: '/worklist',
  ask: '/ask',
  patients: '/patients',
  schedules: '/schedules',
  directory: '/directory',
  listings: '/listings',
  members: '/members',
  forms: '/forms',
  holds: '/legal-holds',
  find: '/directory',
  join: '/join',
};

const withThePatients = ['clinician', 'resident', 'nurse', 'delegate', 'clerk', 'assigner'];

/** Where this viewer may go from every page, in order. A patient or guest has one page and no navigation. */
export function navigation(ui: Ui): { place: Place; url: string }[] {
  return places(ui).map(place => ({ place, url: urls[place] }));
}

function places(ui: Ui): Place[] {
  if (ui.viewer === 'visitor') return ['home', 'find', 'join'];
  if (ui.person === undefined) return [];
  const here = ui.person.memberships.find(place => place.current);
  const withPatients = here?.roles.some(role => withThePatients.includes(role)) ?? false;
  const keeps = here?.roles.some(role => role === 'lead' || role === 'steward') ?? false;
  return [
    'worklist',
    ...(withPatients ? (['ask', 'patients', 'schedules'] as const) : []),
    'directory',
    ...(keeps ? (['listings', 'forms'] as const) : []),
    ...(here?.roles.includes('steward') ? (['members'] as const) : []),
    ...(here?.roles.includes('privacy-officer') ? (['holds'] as const) : []),
  ];
}
