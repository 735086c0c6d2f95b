import type { PersonActor } from '../../app/actor.ts';
import type { FormsByKey } from '../../app/forms/forms-of-story.ts';
import type { Given } from '../../app/ports/advice-groups.ts';
import type { Look } from '../../app/ports/looks.ts';
import type { EarlierRequest } from '../../app/ports/worklists.ts';
import type { CaseStory, RequestStory } from '../../app/read-request.ts';
import type { Story, StoryFilter } from '../../domain/timeline/timeline.ts';
import type { Naming } from '../cases/names.ts';

/** All that the parts of one story page are told from. */
export interface Telling extends Naming {
  request: RequestStory;
  me: PersonActor;
  story: Story;
  forms: FormsByKey;
  filter: StoryFilter;
  /** Words of a draft that are added to this request instead. */
  typed?: string;
  /** A request that was sent in parallel is booked. */
  bookedBeside?: boolean;
  /** Other requests of the patient at this site. */
  earlier?: readonly EarlierRequest[];
  /** Colleagues who have it open too. */
  looking?: readonly Look[];
  /** How the question that goes on came to whoever has it. */
  given?: TellingGiven | null;
}

/** By the key of its case. */
export interface TellingGiven extends Given {
  caseKey: string;
}

/** One chapter's own part. */
export interface TellingOf extends Telling {
  one: CaseStory;
  /** The case whose head stands on top. */
  present: boolean;
}
