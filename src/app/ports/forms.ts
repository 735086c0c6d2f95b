import type { Questionnaire } from '../../domain/forms/questionnaire.ts';

/** Published forms. A version never changes, so an answer can always be read with its question. */
export interface Forms {
  /** The newest version, or the one asked for; null when there is none. */
  bySlug(slug: string, version?: number): Promise<Questionnaire | null>;
  /** Slug, newest version and titles of all forms. */
  list(): Promise<FormLine[]>;
  /** Adds a form unless this version is there. Throws when it is there with another content. */
  publish(form: Questionnaire): Promise<void>;
}

export interface FormLine {
  slug: string;
  version: number;
  titleEn: string;
  titleFr: string;
}
