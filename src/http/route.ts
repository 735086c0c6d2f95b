import type { ZodType } from 'zod';
import type { Actor, Role } from '../app/actor.ts';
import type { App } from '../app/app.ts';
import type { Ui } from '../ui/context.ts';
import type { Lang } from '../words/lang.ts';
import type { Words } from '../words/words.ts';
import type { Reply } from './reply.ts';

/** Who may enter a route. `public` lets everybody in, signed in or not. */
export type Entry = 'public' | 'person' | 'patient' | 'guest';

/** A file that came with a form, at most 10 MB, as it was sent: nothing about it is checked yet. */
export interface Upload {
  field: string;
  name: string;
  bytes: Uint8Array;
}

/** One request, parsed at the door. `P`, `Q` and `B` are what the route's own schemas give. */
export interface Ask<P = unknown, Q = unknown, B = unknown> {
  app: App;
  actor: Actor;
  lang: Lang;
  words: Words;
  params: P;
  query: Q;
  /** The fields of the form without csrf, receipt and turn. */
  body: B;
  files: readonly Upload[];
  ui: Ui;
  /** The hidden field that makes a repeated post give the first outcome. */
  receipt?: string;
  /** The hidden field that says which version of the case the form was drawn from. */
  turn?: number;
  /** The source that tries are counted by: an IPv4 address or an IPv6 /64. */
  ip: string;
  /** Path and query as asked. Never log it. */
  url: string;
  /** The session's token as the cookie has it, for the pages that end or change the session. */
  session?: string;
  /** E-mail of the person who is signed in. */
  email?: string;
  /** True when the client asked for `application/json` rather than a page. */
  wantsJson: boolean;
}

/** One address of the product and who may use it. */
export interface Route<P = unknown, Q = unknown, B = unknown> {
  method: 'GET' | 'POST';
  /** Fastify's pattern, `/referrals/:key/:verb`; keys only, never a name or a number of a person. */
  url: string;
  /** Who may enter. The server does not start with a route that leaves this empty. */
  enter: readonly Entry[];
  /** Of persons, only those with one of these roles at the current site; others get 404. */
  roles?: readonly Role[];
  /** Shows or changes health information: its handler writes an audit row, and the page is never kept. */
  phi: boolean;
  /** Exists in a demo database only. */
  demoOnly?: boolean;
  limit?: 'sign-in' | 'link' | 'search';
  params?: ZodType<P>;
  /** Unknown query fields are refused with 400. Without a schema the query must be empty. */
  query?: ZodType<Q>;
  /**
   * The fields a form may carry, each of a lenient type (see form.ts): an unknown one is a 400, while a wrong or absent
   * value is the handler's to explain beside its field. Without a schema the form must be empty.
   */
  body?: ZodType<B>;
  /** The form carries files. */
  multipart?: boolean;
  handle(ask: Ask<P, Q, B>): Promise<Reply>;
}

/** Writes a route with its params, query and body typed from their schemas, and forgets those types for the list. */
export function route<P, Q, B>(spec: Route<P, Q, B>): Route {
  return spec as unknown as Route;
}
