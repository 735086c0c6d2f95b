import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
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

/** The signed-in person as the head of a page shows them. */
export interface UiPerson {
  name: string;
  initials: string;
  siteName: string;
  /** Name of the clinician for whom they act now. */
  actingFor?: string;
  memberships: readonly Membership[];
}

/** Sizes of the letters on the pages of patients and guests. */
export const textSizes = ['usual', 'large', 'largest'] as const;
export type TextSize = (typeof textSizes)[number];

/** What every page knows of who looks at it. Passed once to `render`, read by any part of the page with `useUi`. */
export interface Ui {
  lang: Lang;
  words: Words;
  csrf: string;
  /** A fresh key for a form whose post must happen once only: 8 to 64 letters, digits, - or _. */
  receipt: () => string;
  /** The clock of cases. */
  now: Instant;
  /** IANA time zone of the current site. */
  zone: string;
  /** Path and query of this page, for the language link and the way back. */
  path: string;
  demo: boolean;
  /** Text messages can be sent from here. */
  texts: boolean;
  textSize: TextSize;
  viewer: 'visitor' | 'person' | 'patient' | 'guest';
  /** Present exactly when the viewer is a person. */
  person?: UiPerson;
  /** A tile server for maps; absent: the shores that ship with the product. */
  mapTiles?: { url: string; credit: string };
  /** The address people use, without a slash at its end. */
  baseUrl: string;
  /** Address of a built asset: `app.js`, `style.css`. */
  assets: (name: string) => string;
}

export const UiContext = createContext<Ui | undefined>(undefined);

/** The page's `Ui`. Throws outside of `render`. */
export function useUi(): Ui {
  const ui = useContext(UiContext);
  if (ui === undefined) throw new Error('useUi outside of render()');
  return ui;
}
