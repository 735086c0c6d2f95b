import { type FormsByKey, formsIn } from '../../app/forms/forms-of-story.ts';
import type { Tx } from '../../app/ports/database.ts';
import type { Look } from '../../app/ports/looks.ts';
import type { EarlierRequest } from '../../app/ports/worklists.ts';
import { type CaseStory, type RequestStory, readRequestIn } from '../../app/read-request.ts';
import { type StoryFilter, storyOf } from '../../domain/timeline/timeline.ts';
import type { Ask } from '../../http/route.ts';
import { presentCase } from '../cases/case-head.tsx';
import type { Telling, TellingGiven } from './telling.ts';

/** A request with what its page draws beside it. */
export interface Opened {
  request: RequestStory;
  forms: FormsByKey;
  bookedBeside: boolean;
  earlier: readonly EarlierRequest[];
  /** Colleagues who have it open too. */
  looking: readonly Look[];
  /** Of the question that goes on. */
  given: TellingGiven | null;
}

/** The request with the forms its answers belong to; null, and written down, when it is not the actor's. */
export async function openStoryIn(tx: Tx, requestKey: string, why?: string): Promise<Opened | null> {
  const request = await readRequestIn(tx, requestKey, why);
  if (!request) return null;
  await tx.looks.note(requestKey);
  return {
    request,
    forms: await formsIn(tx, request),
    bookedBeside: await tx.overlaps.bookedBeside(request.id),
    earlier: await tx.worklists.earlier(request.id),
    looking: await tx.looks.others(requestKey),
    given: await givenOf(tx, request),
  };
}

async function givenOf(tx: Tx, { cases }: RequestStory): Promise<TellingGiven | null> {
  const present = presentCase({ cases });
  const one = present?.type === 'econsult' && present.state.hold ? present : undefined;
  const given = one ? await tx.adviceGroups.given(one.id) : null;
  return one && given ? { ...given, caseKey: one.key } : null;
}

/** Notices to those who work here are told by the lists they work; what failed concerns everybody. */
function withNoticesToTell(one: CaseStory): CaseStory {
  const told = one.notices.filter(({ to, state }) => to === 'patient' || to === 'link' || state === 'failed');
  return { ...one, notices: told };
}

/** A request as its page tells it to a person. */
export function tellingOf(
  { actor, ui }: Pick<Ask, 'actor' | 'ui'>,
  { request, forms, ...beside }: Opened,
  filter: StoryFilter,
): Telling {
  if (actor.kind !== 'person') throw new Error('a route of persons');
  return {
    ui,
    names: request.names,
    request,
    me: actor,
    story: storyOf(request.cases.map(withNoticesToTell)),
    forms,
    filter,
    ...beside,
  };
}
