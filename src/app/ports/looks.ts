import type { Instant } from '../../domain/case/time.ts';

/** A colleague who has the page of a request open. */
export interface Look {
  member: number;
  name: string;
  /** Real time. */
  at: Instant;
}

/** Who looks at what now, inside the actor's site. It tells; it keeps nobody from anything. */
export interface Looks {
  /** The actor looks at the request of that key; false, and nothing, when it is not their party's. */
  note(requestKey: string): Promise<boolean>;
  /** Colleagues who looked in the last 2 minutes, the latest first, without the actor. */
  others(requestKey: string): Promise<Look[]>;
  /** All of the site that the actor may see, without their own: for a list. */
  here(): Promise<{ requestKey: string; name: string }[]>;
}
