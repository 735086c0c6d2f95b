/** Where an answer came from when nobody typed it here. `label` is a code, its sentence is in words. */
export interface AnswerSource {
  source: 'patient' | 'requester' | 'question' | 'earlier-econsult' | 'earlier-referral';
  /** Day of the earlier case, `YYYY-MM-DD`. */
  day?: string;
}

/** As typed: what a page shows again, right or wrong. Several values for a question that repeats. */
export interface TypedAnswer {
  text: string | readonly string[];
  /** Present while the prefilled value is untouched. */
  from?: AnswerSource;
}

/** What a draft keeps, by linkId. */
export type TypedAnswers = Readonly<Record<string, TypedAnswer>>;

/** A checked value: text, code, day (`YYYY-MM-DD`), whole number, yes or no, or several codes. */
export type AnswerValue = string | number | boolean | readonly string[];

export interface Answer {
  value: AnswerValue;
  from?: AnswerSource;
}

/** What a case carries: answers by linkId to one version of one form, with the scores the server computed. */
export interface AnswerSet {
  /** Slug of the form. */
  form: string;
  version: number;
  answers: Readonly<Record<string, Answer>>;
  scores: Readonly<Record<string, number>>;
}
