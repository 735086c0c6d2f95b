import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { type FormsByKey, formsIn } from '../../app/forms/forms-of-story.ts';
import type { Tx } from '../../app/ports/database.ts';
import type { Look } from '../../app/ports/looks.ts';
import type { EarlierRequest } from '../../app/ports/worklists.ts';
import { type CaseInStory, readCaseIn } from '../../app/read-request.ts';
import type { CaseType, Side } from '../../domain/case/state.ts';
import { parse } from '../../http/door.ts';
import { key, text } from '../../http/form.ts';
import type { Ask } from '../../http/route.ts';
import type { ActOn, AnyAct, From } from './act.ts';

/** The address of an act: the key of the case, and the verb. */
export const params = z.strictObject({ key, verb: z.string().regex(/^[a-z][a-z-]{0,39}$/) });
export type ActParams = z.infer<typeof params>;

/** What a link to an act may choose already. */
export const from = z.object({ slot: text(80).optional() });

/** Fields of any form; each act has a schema of its own for what it takes. */
export const fields = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
export type ActAsk = Ask<ActParams, unknown, z.infer<typeof fields>>;

/** An act on a case as its page needs it. */
export interface Opened {
  on: ActOn;
  allowed: boolean;
  /** What was posted, else what the fields hold at first. */
  typed: Record<string, unknown>;
  more: unknown;
  /** Forms of the answers that stand beside the fields. */
  forms: FormsByKey;
  /** Colleagues who have the request open too. */
  looking: readonly Look[];
  /** Other requests of the patient here, for whoever answers. */
  earlier: readonly EarlierRequest[];
}

/** The case for the page of an act, or null when there is none for this person: audited either way. */
export function openAct(
  { app, actor, params }: Pick<ActAsk, 'app' | 'actor' | 'params'>,
  {
    act,
    type,
    typed,
    from = {},
  }: { act: AnyAct; type: CaseType; typed?: Record<string, unknown>; from?: From },
) {
  if (actor.kind !== 'person') throw new Error('a route of persons');
  return app.db.as(actor, async (tx): Promise<Opened | null> => {
    const found = await readCaseIn(tx, params.key, type);
    return found && opened(tx, { act, typed, from }, { found, actor });
  });
}

async function opened(
  tx: Tx,
  { act, typed, from }: { act: AnyAct; typed?: Record<string, unknown>; from: From },
  { found, actor }: { found: CaseInStory; actor: PersonActor },
): Promise<Opened> {
  const { side, allowed } = sideFor(found, act.verb);
  const on = { ...found, side, actor };
  const shown = typed ?? { ...parse<object>(act.body, {}), ...act.begin?.(on, from) };
  const forms = act.beside ? await formsIn(tx, found.story) : new Map();
  await tx.looks.note(found.story.key);
  const looking = await tx.looks.others(found.story.key);
  const earlier = act.beside && side === 'receiver' ? await tx.worklists.earlier(found.story.id) : [];
  return { on, allowed, typed: shown, more: await act.load?.(tx, on, shown), forms, looking, earlier };
}

/** The side that may use the verb now; when none may, the first one held. */
function sideFor({ one }: CaseInStory, verb: string): { side: Side; allowed: boolean } {
  const able = one.may.find(({ verbs }) => verbs.includes(verb));
  return { side: able?.side ?? one.sides[0]!, allowed: able !== undefined };
}
