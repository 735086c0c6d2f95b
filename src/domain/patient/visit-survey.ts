import { z } from 'zod';

/**
 * What patients are asked after a visit, agreed with from 1 to 5: the survey of Ontario's eReferral programme
 * (amplifycare.com, "Patient experience with eReferral in Ontario"), with the visit's own question first.
 */
export const surveyQuestions = [
  'satisfied',
  'informed',
  'easy',
  'messages-tracking',
  'messages-better',
] as const;
export type SurveyQuestion = (typeof surveyQuestions)[number];

/** Of the patient, not of who answers for them. */
export const ageBands = ['under-18', '18-34', '35-49', '50-64', '65-79', '80-up'] as const;

/** From "not at all" to "fully". */
export const agreements = ['1', '2', '3', '4', '5'] as const;

const grade = z.enum(agreements).optional();

/** Every question may be left out; a survey without any answer is none. */
export const surveyAnswers = z
  .strictObject({
    ...{ satisfied: grade, informed: grade, easy: grade, 'messages-tracking': grade },
    ...{ 'messages-better': grade, age: z.enum(ageBands).optional() },
  })
  .refine(typed => surveyQuestions.some(question => typed[question] !== undefined));
export type SurveyAnswers = z.infer<typeof surveyAnswers>;

/** As posted by a form, where what was not answered is empty; null when nothing was answered, or not as asked. */
export function surveyOf(typed: Readonly<Record<string, string>>): SurveyAnswers | null {
  const given = Object.entries(typed).filter(([, value]) => value !== '');
  return surveyAnswers.safeParse(Object.fromEntries(given)).data ?? null;
}
