import type { OfferedForms } from '../../domain/forms/precedence.ts';
import type { Questionnaire } from '../../domain/forms/questionnaire.ts';

/** Published forms. A version never changes, so an answer can always be read with its question. */
export interface Forms {
  /** The newest version, or the one asked for; null when there is none. */
  bySlug(slug: string, version?: number): Promise<Questionnaire | null>;
  /** Forms in use that a listing of this site may name: the network's and its own. */
  list(): Promise<FormLine[]>;
  /** As `list`: those that patients answer before a visit. */
  forVisits(): Promise<FormLine[]>;
  /** Which forms in use may serve a request to a service. */
  offered(service: number, kind: FormKind): Promise<OfferedForms>;
  /** The newest versions of the network's forms in use: the bank of questions is made of them. */
  ofNetwork(): Promise<Questionnaire[]>;
  /**
   * Ships a form with the place it serves, unless this version is there. A form of which a steward published a version is
   * theirs from then on. Throws when this version is there with another content.
   */
  ship(form: Questionnaire, place: FormPlace): Promise<void>;
}

export type FormKind = 'econsult' | 'referral';

/** For which requests a form is: those to a listing that names it, to everything its owner takes, or to one category. */
export interface FormPlace {
  /** `visit`: asked of the patient before a visit. */
  kind: FormKind | 'visit';
  serves: 'listing' | 'general' | 'category';
  /** Present exactly when it serves a category. */
  category: string | null;
}

export interface FormLine {
  slug: string;
  version: number;
  titleEn: string;
  titleFr: string;
}
