import type { Instant } from '../../domain/case/time.ts';
import type { Questionnaire } from '../../domain/forms/questionnaire.ts';
import type { FormPlace } from './forms.ts';

/** A form as the library has it. */
export interface LibraryForm extends FormPlace {
  slug: string;
  key: string;
  /** Inside id of the site it belongs to; null: the network. */
  site: number | null;
  titleEn: string;
  titleFr: string;
  /** The newest version that was published; null before the first. */
  published: number | null;
  publishedAt: Instant | null;
  retiredAt: Instant | null;
  /** Something is written that is not published. */
  hasDraft: boolean;
  /** The actor may change it. */
  mine: boolean;
}

export interface FormDraft {
  questionnaire: Questionnaire;
  /** Rises with each change. */
  version: number;
  changedAt: Instant;
}

export interface FormVersion {
  version: number;
  at: Instant;
  /** Inside id of the member who published it; null for one that came with the product. */
  by: number | null;
}

/** The library of forms: of the network, and of the actor's site. */
export interface FormLibrary {
  /** By title; retired ones last. */
  all(): Promise<LibraryForm[]>;
  /** Also a form of another site, by a key that somebody has: `mine` says whether it may be changed. Null when there is none. */
  byKey(key: string): Promise<LibraryForm | null>;
  /** A new form and its draft. Null when its place is taken, or its slug. */
  add(given: { form: Questionnaire; site: number | null; place: FormPlace }): Promise<{ key: string } | null>;
  draft(slug: string): Promise<FormDraft | null>;
  /** Begins a draft, or changes the one at `version`; false when it was changed meanwhile. */
  saveDraft(form: Questionnaire, version: number | null): Promise<boolean>;
  discardDraft(slug: string): Promise<void>;
  /** Publishes the form under its version. False when that version is there already. */
  publish(form: Questionnaire): Promise<boolean>;
  /** Newest first. */
  versions(slug: string): Promise<FormVersion[]>;
  /** Takes a form out of use, or back into it. False when another one has its place. */
  retire(slug: string, retired: boolean): Promise<boolean>;
}
