import type { Instant } from '../domain/case/time.ts';
import type { Lang } from '../words/lang.ts';
import type { Words } from '../words/words.ts';

/** A place somebody may switch to: one of their members, or a member they may act for. */
export interface Membership {
  /** Key of the member to post to /switch. */
  key: string;
  siteName: string;
  roles: readonly string[];
  /** Name of the clinician acted for, when this is a delegation. */
  actingFor?: string;
  /** Key of the member acted for. */
  actingForKey?: string;
  current: boolean;
}

/** What every page knows of who looks at it. Passed once to `render`, read by any part of the page with `useUi`. */
export interface Ui {
  lang: Lang;
  words: Words;
  csrf: string;
  /** The clock of cases. */
  now: Instant;
  /** IANA time zone of the current site. */
  zone: string;
  /** Path and query of this page, for the language link and the way back. */
  path: string;
  demo: boolean;
  person?: {
    name: string;
    initials: string;
    siteName: string;
    actingFor?: string;
    memberships: readonly Membership[];
  };
  /** Address of a built asset: `app.js`, `app.css`. */
  assets: (name: string) => string;
}
