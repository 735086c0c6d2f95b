import type { FastifyRequest } from 'fastify';
import { type Actor, visitor } from '../app/actor.ts';
import { type SignedIn, whoIs } from '../app/people/accounts.ts';
import { key, secret } from '../app/ports/ids.ts';
import type { TextSize, Ui, UiPerson } from '../ui/context.ts';
import type { Lang } from '../words/lang.ts';
import { words } from '../words/words.ts';
import { csrfToken } from './csrf.ts';
import { asLang, asTextSize, preferredLang } from './session.ts';
import type { Serving } from './settings.ts';

/** Who asks for what, as far as cookies and headers tell. */
export interface Visit {
  actor: Actor;
  lang: Lang;
  textSize: TextSize;
  /** What the session knows of the person; null for visitors. */
  seen: SignedIn | null;
  /** The cookie that the csrf tokens of this browser are bound to. */
  secret: string;
  /** The browser has no such cookie yet: a page with forms sets it. */
  newSecret: boolean;
  /** A session cookie came that opens nothing any more. */
  ended: boolean;
  wantsJson: boolean;
  /** Why nobody could be recognized. A form is read first all the same, so that it can be given back to be sent again. */
  fault?: unknown;
}

declare module 'fastify' {
  interface FastifyRequest {
    visit: Visit | null;
  }
}

/** The visit as far as it can be told without the database. */
export function firstLook(request: FastifyRequest, serving: Serving): Visit {
  const { jar } = serving;
  const cookie = request.cookies[jar.session] || request.cookies[jar.visit];
  const accept = request.headers.accept ?? '';
  return {
    actor: visitor,
    lang:
      langInAddress(request.query) ??
      asLang(request.cookies[jar.lang]) ??
      preferredLang(request.headers['accept-language']),
    textSize: asTextSize(request.cookies[jar.textSize]) ?? 'usual',
    seen: null,
    secret: cookie || secret(),
    newSecret: !cookie,
    ended: false,
    wantsJson: accept.includes('application/json') && !accept.includes('text/html'),
  };
}

/** Adds who is signed in: asked anew for every request, so a suspension holds from the next click. */
export async function recognize(request: FastifyRequest, serving: Serving): Promise<Visit> {
  const visit = request.visit ?? firstLook(request, serving);
  const token = request.cookies[serving.jar.session];
  if (!token) return visit;
  const seen = await whoIs(serving.app, token);
  if (seen === null) return { ...visit, ended: true };
  return { ...visit, actor: seen.actor, seen };
}

/** What the pages of this visit know. */
export function uiOf(visit: Visit, serving: Serving, path: string): Ui {
  const { actor, lang, seen } = visit;
  return {
    lang,
    words: words[lang],
    csrf: csrfToken(serving.app.config.secretKey, visit.secret),
    receipt: key,
    now: seen?.now ?? serving.app.clock.now(),
    zone: seen?.zone ?? 'America/Toronto',
    path: withoutLang(path),
    demo: serving.demo,
    texts: serving.app.config.texts === true,
    textSize: visit.textSize,
    viewer: viewerOf(actor),
    person: seen?.person ? personOf(seen.person, lang) : undefined,
    mapTiles: serving.app.config.mapTiles,
    baseUrl: serving.app.config.baseUrl,
    assets: serving.asset,
  };
}

/** `?in=fr` of an address that is given to others, as search engines: before what the browser remembers. */
function langInAddress(query: unknown): Lang | undefined {
  return asLang((query as Record<string, unknown> | null)?.in);
}

/** The way back from the language link must not name a language. */
function withoutLang(path: string): string {
  return path.replace(/([?&])in=(?:en|fr)(?:&|$)/, '$1').replace(/[?&]$/, '');
}

function viewerOf(actor: Actor): Ui['viewer'] {
  return actor.kind === 'person' || actor.kind === 'patient' || actor.kind === 'guest'
    ? actor.kind
    : 'visitor';
}

function personOf(person: NonNullable<SignedIn['person']>, lang: Lang): UiPerson {
  return {
    name: person.name,
    initials: initialsOf(person.name),
    siteName: person.siteName[lang],
    actingFor: person.actingFor ?? undefined,
    memberships: person.places.map(place => ({
      key: place.member,
      siteName: place.siteName[lang],
      roles: place.roles,
      actingFor: place.actingFor?.name,
      actingForKey: place.actingFor?.member,
      current: place.current,
    })),
  };
}

/** "Dr. Tamsin Okafor-Reid" is TO: first letters of the first and last name, titles with a full stop left out. */
export function initialsOf(name: string): string {
  const parts = name
    .replace(/,.*$/, '')
    .split(/\s+/)
    .filter(part => part !== '' && !part.endsWith('.'));
  const ends = parts.length > 1 ? [parts[0]!, parts.at(-1)!] : parts;
  return ends.map(part => [...part][0]!.toLocaleUpperCase('en')).join('');
}
