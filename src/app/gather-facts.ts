import type { Facts } from '../domain/case/facts.ts';
import type { By } from '../domain/case/state.ts';
import { isAdvice, withAgreements } from './econsult/advice-choice.ts';
import { namedIn } from './econsult/whom.ts';
import type { LockedCase } from './ports/cases.ts';
import type { Tx } from './ports/database.ts';
import { slotFacts } from './schedule/slots.ts';

type Named = Pick<Facts, 'services' | 'members' | 'places' | 'attachments'>;

const usualZone = 'America/Toronto';
const keyShape = /^[0-9a-hjkmnp-tv-z]{26}$/;

/** What a decision may know besides the state, read in the transaction that will write its events. */
export async function gatherFacts(
  tx: Tx,
  locked: LockedCase,
  ask: { by: By; input: unknown },
): Promise<Facts> {
  const { requester, receiver, intake } = locked.zones;
  const ofIntake = locked.state.receiver.intake === true;
  return {
    now: tx.now,
    by: ask.by,
    zones: {
      requester: requester ?? usualZone,
      receiver: receiver ?? usualZone,
      ...(intake && { intake }),
    },
    // What the service promises and allows is not its intake's.
    ...(locked.promise && !ofIntake && { promise: locked.promise }),
    patientBooks: locked.patientBooks && !ofIntake,
    ...(await agreed(tx, locked, { found: await named(tx, ask.input, locked.id), input: ask.input })),
    ...(await target(tx, locked.id, ask.input)),
    ...(await slotFacts(tx, locked, ask.input)),
  };
}

/** Whether a specialist may take the question is for the settings of their group to say. */
async function agreed(tx: Tx, locked: LockedCase, asked: { found: Named; input: unknown }) {
  const { state, id: caseId, zones } = locked;
  const { found: facts } = asked;
  if (!isAdvice(state)) return facts;
  const elsewhere = groupOfColleague(asked);
  if (elsewhere) return { ...facts, members: await namedIn(tx, elsewhere, facts.members ?? []) };
  const question = { caseId, state, zone: zones.receiver ?? usualZone };
  const members = await withAgreements(tx, question, facts.members);
  return members ? { ...facts, members } : facts;
}

/** The group in which a specialist is asked by name, by a form that names both: not the one whose question it is. */
function groupOfColleague({ found: { services = [] }, input }: { found: Named; input: unknown }) {
  if (typeof input !== 'object' || input === null || !('specialist' in input && 'service' in input))
    return undefined;
  return input.specialist === '' ? undefined : services.find(({ key }) => key === input.service);
}

/**
 * Services, members, places and attachments that the input names by key, wherever in it; most inputs name none. `caseId`
 * tells which side put each attachment into that case.
 */
export async function named(tx: Tx, input: unknown, caseId?: number): Promise<Named> {
  const keys = keysIn(input);
  if (keys.length === 0) return {};
  const { services, members, places } = await tx.cases.named(keys);
  const known = new Set([...services, ...members, ...places].map(one => one.key));
  const rest = keys.filter(one => !known.has(one));
  const attachments = rest.length > 0 ? await tx.attachments.known(rest, caseId) : [];
  return { services, members, places, attachments };
}

/** Every string of the shape of a key, at most 100: an input is small, and one that is not names nothing. */
export function keysIn(input: unknown): string[] {
  const found = new Set<string>();
  const look = (value: unknown, depth: number): void => {
    if (typeof value === 'string' && keyShape.test(value)) found.add(value);
    else if (typeof value === 'object' && value !== null && depth < 6)
      for (const inner of Object.values(value)) look(inner, depth + 1);
  };
  look(input, 0);
  return [...found].slice(0, 100);
}

/** The event that `strike` or `amend` points at, if this party may know of it. */
async function target(tx: Tx, caseId: number, input: unknown): Promise<Pick<Facts, 'target'>> {
  const typed =
    typeof input === 'object' && input !== null && 'seq' in input ? Number(input.seq) : Number.NaN;
  if (!Number.isSafeInteger(typed) || typed < 1 || typed > 1_000_000) return {};
  const event = await tx.cases.event(caseId, typed);
  return event ? { target: { seq: typed, type: event.type, by: event.by } } : {};
}
