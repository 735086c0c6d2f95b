import { allowed } from '../domain/case/machine.ts';
import type { By, Side } from '../domain/case/state.ts';
import { type Actor, isAssigner, isClinical, isLead } from './actor.ts';
import { machines } from './machines.ts';
import type { LockedCase } from './ports/cases.ts';

/** What is known of an actor whatever the side: as the session, link or partner's key proves it. */
export function knownOf(actor: Actor): Omit<By, 'side'> {
  const none = { clinical: false, lead: false };
  switch (actor.kind) {
    case 'person': {
      const { person, member, site, unit, actingFor } = actor;
      const known = { person, member, site, clinical: isClinical(actor), lead: isLead(actor) };
      const assigner = isAssigner(actor) && { assigner: true };
      return {
        ...known,
        ...assigner,
        ...(unit !== null && { unit }),
        ...(actingFor !== null && { actingFor }),
      };
    }
    case 'partner':
      return { ...none, site: actor.site };
    case 'guest':
      // As with what is written down for a party off the network: what it says was signed there.
      return { ...none, clinical: true, link: actor.link };
    case 'patient':
      return { ...none, link: actor.link };
    default:
      return none;
  }
}

type Sided = Pick<LockedCase, 'type' | 'state' | 'sides'>;

/** Every side of the actor's party on a case, with what it may do now. */
export function sidesOn(actor: Actor, on: Sided): { by: By; verbs: string[] }[] {
  const known = knownOf(actor);
  return on.sides.map(side => {
    const by = { ...known, side };
    return { by, verbs: allowed(machines[on.type], on.state, by) };
  });
}

/**
 * As whom the actor uses a verb: the side that was asked for, else the side that may. Undefined when the actor's party
 * does not hold the side.
 */
export function actorOn(actor: Actor, on: Sided, ask: { verb: string; side?: Side }): By | undefined {
  const held = sidesOn(actor, on).filter(({ by }) => ask.side === undefined || by.side === ask.side);
  return (held.find(({ verbs }) => verbs.includes(ask.verb)) ?? held[0])?.by;
}
