import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { key } from '../../../src/app/ports/ids.ts';
import { routes } from '../../../src/routes.ts';
import { kinds, type Player } from '../../support/cast.ts';
import { type CastStage, castStage } from '../../support/cast-stage.ts';
import type { Page } from '../../support/server.ts';
import {
  firstDifference,
  isBy,
  lastLogged,
  loggedAfter,
  type Sending,
  send,
  withoutChance,
  writtenSince,
} from '../../support/walls.ts';
import { rowsOf, table } from './routes-table.ts';
import { type Cell, isDenied, nameOf, sending } from './sending.ts';

let stage: CastStage;
let { database, app, story, players } = {} as CastStage;

beforeAll(async () => {
  stage = await castStage();
  ({ database, app, story, players } = stage);
});
afterAll(() => stage?.stop());

/** How many ask at once: of those that upload fewer, as the server reads but some forms with files side by side. */
const lanes = ({ files }: Sending) => (files ? 2 : 6);

async function inParallel<T, R>(all: readonly T[], work: (one: T) => Promise<R>, wide: number): Promise<R[]> {
  const done: R[] = new Array(all.length);
  const queue = all.map((one, i) => [one, i] as const);
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) done[next[1]] = await work(next[0]);
  };
  await Promise.all(Array.from({ length: wide }, lane));
  return done;
}

let turn = 0;

/** Every third of them, another third for each route: over the table everybody is tried with what does not exist, too. */
function someOf(outside: readonly Player[]): Player[] {
  turn += 1;
  return outside.filter((_, i) => i % 3 === turn % 3);
}

/** What one of the two sites has of health information is tried by everybody; the other's, its mirror, by thirds. */
const byAll = ({ route, whose }: Cell) => process.env.MATRIX === 'whole' || (route.phi && whose === 'ours');

function triedOutside(cell: Cell): Player[] {
  const outside = players.filter(({ kind }) => isDenied(cell.cells.get(kind)!));
  return byAll(cell) ? outside : someOf(outside);
}

/** Of what is the same for all who are let in, a third of them try each. */
function triedInside(cell: Cell): Player[] {
  const inside = players.filter(({ kind }) => !isDenied(cell.cells.get(kind)!));
  const outcomes = new Set(inside.map(({ kind }) => JSON.stringify(cell.cells.get(kind))));
  if (byAll(cell) || outcomes.size > 1) return inside;
  const some = someOf(inside);
  return some.length > 0 ? some : inside.slice(0, 1);
}

/** Those outside learn nothing, change nothing, and their try is written down. */
async function shutOut(cell: Cell): Promise<string[]> {
  const wrong: string[] = [];
  const outside = triedOutside(cell);
  const what = sending(cell, story);
  const another = (text: string) => text.replace(/[0-9a-hjkmnp-tv-z]{26}/g, () => key());
  const form = Object.entries(what.form ?? {}).map(([name, value]) => [name, another(value)]);
  const absent = { ...what, path: another(what.path), form: Object.fromEntries(form) };
  const from = await lastLogged(database);
  await writtenSince(database);
  const pages = await inParallel(outside, player => send(app, database, player, what), lanes(what));
  const logged = await loggedAfter(database, from);
  expect(await writtenSince(database), 'no row is changed').toEqual([]);
  const some = someOf(outside);
  const twins = await inParallel(some, player => send(app, database, player, absent), lanes(what));
  for (const [i, player] of outside.entries()) {
    const [page, twin] = [pages[i]!, twins[some.indexOf(player)]];
    const said = (problem: string) => wrong.push(`${player.kind}: ${problem}`);
    if (cell.cells.get(player.kind) === 'sign-in') {
      const to = page.headers.get('location');
      const { enter } = cell.route;
      const link = enter.includes('patient') ? '/p/open' : '/w/open';
      const door = enter.includes('person') ? '/sign-in' : link;
      if (page.status !== 303 || !to?.startsWith(door)) said(`${page.status} ${to}, not to ${door}`);
      continue;
    }
    if (page.status !== 404) said(`${page.status} instead of 404`);
    const told = twin && firstDifference(withoutChance(page), withoutChance(twin));
    if (told) said(`can tell it from what does not exist: ${told}`);
    const row = logged.find(one => one.result !== 'o' && isBy(one, player.actor));
    if (player.token && !player.kind.startsWith('suspended') && !row)
      said('no row in the log tells of the try');
    if (logged.some(one => one.result === 'o' && isBy(one, player.actor))) said('the log says it went well');
  }
  return wrong;
}

/** Those inside get what the table says, and of health information the log says who saw what of whom. */
async function letIn(cell: Cell): Promise<string[]> {
  const wrong: string[] = [];
  const statuses: number[] = [];
  for (const player of triedInside(cell)) {
    const outcome = cell.cells.get(player.kind)!;
    const from = await lastLogged(database);
    const page = await send(app, database, player, sending(cell, story));
    statuses.push(page.status);
    const said = (problem: string) => wrong.push(`${player.kind}: ${problem}`);
    if (![outcome].flat().includes(page.status)) said(`${page.status} instead of ${outcome}`);
    if (cell.route.phi && !cell.row.unlogged?.includes(player.kind))
      wrong.push(...(await notWritten(player, page, { from, cell })));
  }
  const worked = statuses.some(status => status < 400);
  const may = [...cell.cells.values()].flat().some(outcome => typeof outcome === 'number' && outcome < 400);
  if (may && !worked) wrong.push(`it works for nobody: ${statuses}`);
  return wrong;
}

async function notWritten(player: Player, page: Page, { from, cell }: { from: number; cell: Cell }) {
  const wrong: string[] = [];
  if (page.headers.get('cache-control') !== 'no-store') wrong.push(`${player.kind}: may be kept`);
  const rows = (await loggedAfter(database, from)).filter(row => isBy(row, player.actor));
  const fits = page.status < 400 ? rows.filter(row => row.result === 'o') : rows;
  const act = cell.row.act ?? /^[a-z][a-z-]*$/;
  const told = fits.filter(row => act.test(row.act) && row.what !== '');
  if (told.length === 0) wrong.push(`${player.kind}: ${page.status} without a row in the log`);
  const one = cell.row.path && cell.row.theirs && !cell.row.many;
  if (one && page.status < 400 && !told.some(row => row.patient !== null))
    wrong.push(`${player.kind}: the log does not say whose information it was`);
  return wrong;
}

describe('the table of routes', () => {
  it('says of every route who may use it, and of no route that is not there', () => {
    const there = routes.map(nameOf);
    expect(there.filter(name => rowsOf(name).length === 0)).toEqual([]);
    expect(Object.keys(table).filter(name => !there.includes(name))).toEqual([]);
  });

  it('leaves no kind of actor undecided', () => {
    for (const [name, rows] of Object.entries(table))
      for (const row of [rows].flat())
        for (const cells of [row.ours, row.theirs])
          if (cells) expect([name, [...cells.keys()].sort()]).toEqual([name, [...kinds].sort()]);
  });

  it('names the belongings of both sites wherever an address names something of somebody', () => {
    const careless = routes.filter(
      route =>
        route.phi &&
        /:(key|file)/.test(route.url) &&
        rowsOf(nameOf(route)).some(row => !row.theirs || !row.path),
    );
    expect(careless.map(nameOf)).toEqual([]);
  });
});

/** Signing out everywhere ends the sessions of the cast, so it comes last. */
const inOrder = [
  ...routes.filter(({ url }) => !url.startsWith('/sign-out')),
  ...routes.filter(({ url }) => url.startsWith('/sign-out')),
];

describe('the first wall', () => {
  it.each(inOrder.map(route => [nameOf(route), route] as const))('%s', async (name, route) => {
    for (const row of rowsOf(name))
      for (const whose of ['ours', 'theirs'] as const) {
        const cells = row[whose];
        if (!cells) continue;
        const cell = { route, row, whose, cells };
        const at = `${whose} ${sending(cell, story).path}`;
        expect([at, ...(await shutOut(cell))]).toEqual([at]);
        expect([at, ...(await letIn(cell))]).toEqual([at]);
      }
  });
});
