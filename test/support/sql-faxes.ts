import type { View } from './sql-model.ts';
import type { Write } from './sql-writes.ts';

const siteOf = ({ actor }: View) => (actor?.kind === 'person' ? actor.site : null);
/** Inside id of the file of a fax of their site, or of another. */
const faxOf = (view: View, own: boolean) =>
  view.world.faxes_in!.find(one => (one.site_id === siteOf(view)) === own)?.attachment_id;
const hasFax = (view: View) => siteOf(view) !== null && faxOf(view, true) !== undefined;
/** True where the function says that it did it: a row. */
const done = (call: string) => `select from (select ${call} as did) d where did`;
const aside = done(`settle_fax('in' || $1, 'duplicate', '')`);
const guestLink = (view: View) => view.world.links!.find(one => one.kind === 'guest')?.id;

/** Faxes and workspaces are reached by functions alone: what these let through. */
export const faxWrites: readonly Write[] = [
  {
    name: 'puts a fax of the site aside',
    sql: aside,
    values: view => [faxOf(view, true) ?? faxOf(view, false)],
    may: hasFax,
  },
  {
    name: 'puts a fax of another site aside',
    sql: aside,
    values: view => [faxOf(view, false)],
    may: () => false,
  },
  {
    name: 'makes a fax of a file that another added',
    sql: done(`add_fax_in('k', $1)`),
    values: view => [faxOf(view, true) ?? faxOf(view, false)],
    may: () => false,
  },
  {
    name: 'takes a fax in from the tray',
    sql: done(`take_fax_in('k', (select key from sites where id = $1), '{"key": "k", "name": "n", "kind": "pdf", "size": 1,
      "blob": "b", "hash": "h", "scan": "clean"}') is not null`),
    values: view => [view.world.faxes_in![0]!.site_id],
    may: ({ actor }) => actor?.kind === 'job',
  },
  {
    name: 'keeps what a machine read off a fax',
    sql: done(`keep_reading($1, '{}')`),
    values: view => [view.world.faxes_in![0]!.attachment_id],
    may: ({ actor }) => actor?.kind === 'job',
  },
  {
    name: 'takes faxes whose time is over',
    sql: 'select purge_put_aside()',
    values: () => [],
    may: () => false,
  },
  {
    name: 'faxes to a link that is of no fax',
    sql: `select from add_fax('k', $1, 'news', null)`,
    values: view => [guestLink(view)],
    may: () => false,
  },
  {
    name: 'closes a workspace without an event',
    sql: `select close_guests($1, 'taken-back')`,
    values: view => [view.world.cases![0]!.id],
    may: () => false,
  },
  {
    name: 'ends every guest of a case',
    sql: `select end_guests($1, 'taken-back')`,
    values: view => [view.world.cases![0]!.id],
    may: () => false,
  },
  {
    name: 'makes a workspace for a place that works here',
    sql: done(
      `make_guest_link((select key from cases where id = $1), 'n', sha256('y'), 'mail', 'x@y', 'en', now()) is not null`,
    ),
    values: view => [view.world.cases![0]!.id],
    may: () => false,
  },
  {
    name: 'opens a workspace with a code that nobody sent',
    sql: done(`open_guest(sha256('x'), 'c', sha256('z'), 'Nobody')`),
    may: () => false,
  },
];
