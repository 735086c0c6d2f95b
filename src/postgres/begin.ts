import type { Actor } from '../app/actor.ts';

type Scope = Partial<
  Record<
    'person' | 'member' | 'site' | 'unit' | 'link' | 'partner' | 'request' | 'case' | 'acting_for',
    number | null
  >
>;

const names = [
  'person',
  'member',
  'site',
  'unit',
  'link',
  'partner',
  'request',
  'case',
  'acting_for',
] as const;

function scopeOf(actor: Actor): Scope {
  switch (actor.kind) {
    case 'visitor':
    case 'operator':
      return {};
    case 'person': {
      const { person, member, site, unit, actingFor } = actor;
      return { person, member, site, unit, acting_for: actingFor };
    }
    case 'patient':
      return { link: actor.link, request: actor.request };
    case 'guest':
      return { link: actor.link, case: actor.case };
    case 'partner':
      return { partner: actor.partner, site: actor.site };
    case 'job':
      return { case: actor.case };
  }
}

/** Limits of every transaction: nothing an actor asks may hold a connection for long. */
export interface Limits {
  statementMs: number;
  lockMs: number;
  idleMs: number;
}

/**
 * Begins a transaction, says who acts and reads the clock of cases, in one round trip. Every setting is written each time
 * and holds for the transaction only, so nothing of the connection's last actor remains. Only integers and words of our
 * own go in, which is what lets three statements share one message.
 */
export function beginAs(actor: Actor, limits: Limits): string {
  const bounds = set([
    ['statement_timeout', integer(limits.statementMs)],
    ['lock_timeout', integer(limits.lockMs)],
    ['idle_in_transaction_session_timeout', integer(limits.idleMs)],
  ]);
  return `begin; select ${setActor(actor)},${bounds}; select app_now() as now`;
}

/** The settings that say who acts, for a `select` of the transaction that is open. */
export function setActor(actor: Actor): string {
  const scope = scopeOf(actor);
  return set([
    ['app.kind', actor.kind],
    ...names.map(name => [`app.${name}`, integer(scope[name])] as const),
  ]);
}

function set(settings: readonly (readonly [string, string])[]): string {
  return settings.map(([name, value]) => `set_config('${name}','${value}',true)`).join(',');
}

function integer(value: number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (!Number.isSafeInteger(value)) throw new TypeError('an actor is made of whole numbers');
  return String(value);
}
