import type { Day } from '../../domain/case/time.ts';

/** How often nothing was there for a category in a region. Null: fewer than 6. */
export interface UnmetNeed {
  /** First letter of the postal codes; '' outside of Ontario or not known. */
  region: string;
  /** '' where not even the category is known. */
  category: string;
  name_en: string;
  name_fr: string;
  /** Declined with the word that no service exists. */
  declines: number | null;
  /** Searches for a patient that found nothing that fits. */
  searches: number | null;
}

/** Counts of what nobody offers; no words of a search and nobody's name. */
export interface UnmetNeeds {
  /**
   * A search for a patient of the site fitted nobody; `service` is the key of the nearest that did not fit. The same words for
   * the same patient count once a day for each member; of the words nothing is kept that could be read.
   */
  count(patient: number, words: string, service: string | null): Promise<void>;
  /** For stewards of the programme; for anybody else there is none. The most frequent first. */
  since(day: Day): Promise<UnmetNeed[]>;
}
