import type { Instant } from '../../domain/case/time.ts';
import type { SurveyAnswers } from '../../domain/patient/visit-survey.ts';

/** A figure of at least 6 people. */
export interface SurveyFigure {
  /** '' counts the people, 'age' those of one band; else a question of the survey. */
  question: string;
  /** The band; else ''. */
  answer: string;
  people: number;
  /** From 1 to 5, to one decimal; null where nothing was graded. */
  mean: string | null;
  /** How many said 4 or 5. */
  agree: number | null;
}

/** What patients say after a visit. Nobody reads a single answer. */
export interface VisitSurveys {
  /** Key of the case with a visit to speak about: of the patient's request, or the case of a job. */
  open(): Promise<string | null>;
  /** For the system: cases whose patient is asked now, each once. */
  claim(limit: number): Promise<number[]>;
  /** False when it was answered before, or there was no visit. */
  give(caseKey: string, answers: SurveyAnswers): Promise<boolean>;
  /** Of the actor's site. */
  figures(since: Instant): Promise<SurveyFigure[]>;
}
