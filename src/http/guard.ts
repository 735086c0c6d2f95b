import type { Actor } from '../app/actor.ts';
import type { Route } from './route.ts';

/** What the guard says: come in; sign in first; open your link first; or there is nothing here (404, audited). */
export type Verdict = 'enter' | 'sign-in' | 'open-link' | 'open-workspace' | 'hidden';

/** May this actor enter this route? Visitors are shown the way in, the wrong kind of actor learns nothing. */
export function admit(route: Route, actor: Actor): Verdict {
  if (route.enter.includes('public')) return 'enter';
  if (actor.kind === 'visitor') {
    if (route.enter.includes('person')) return 'sign-in';
    return route.enter.includes('patient') ? 'open-link' : 'open-workspace';
  }
  if (!(route.enter as readonly string[]).includes(actor.kind)) return 'hidden';
  if (actor.kind === 'person' && route.roles && !route.roles.some(role => actor.roles.includes(role))) {
    return 'hidden';
  }
  return 'enter';
}

/** Throws, naming every fault, when a route leaves out who may enter, doubles another, or lets health information be public. */
export function checkRoutes(routes: readonly Route[]): void {
  const seen = new Set<string>();
  const faults = routes.flatMap(route => {
    const name = `${route.method} ${route.url}`;
    const found = faultsOf(route);
    if (seen.has(name)) found.push('is there twice');
    seen.add(name);
    return found.map(fault => `${name} ${fault}`);
  });
  if (faults.length > 0) throw new Error(`Routes are not safe to serve:\n  ${faults.join('\n  ')}`);
}

function faultsOf(route: Route): string[] {
  const faults: string[] = [];
  if (!Array.isArray(route.enter) || route.enter.length === 0) faults.push('does not say who may enter');
  if (route.phi && route.enter?.includes('public')) faults.push('shows health information to everybody');
  if (route.roles && !route.enter?.includes('person')) faults.push('asks for roles but lets no person in');
  if (route.multipart && route.method === 'GET') faults.push('takes files by GET');
  if (route.url.includes(':') && !route.params) faults.push('does not say what its parameters are');
  return faults;
}

/** A longer way back is nobody's: with it the header would be more than servers and proxies take (16 kB). */
const longestWayBack = 2_000;

/**
 * Where a visitor goes to sign in and comes back from; `ended` when their session is over. Only a page asked for by GET is
 * worth coming back to.
 */
export function signInPath(method: string, url: string, ended = false): string {
  const query = new URLSearchParams();
  if (method === 'GET' && url !== '/' && url.length <= longestWayBack) query.set('next', url);
  if (ended) query.set('ended', '1');
  return query.size > 0 ? `/sign-in?${query}` : '/sign-in';
}
