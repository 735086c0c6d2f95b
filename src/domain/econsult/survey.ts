import { z } from 'zod';
import { harmFields, isExplained, isFlagged, unexplained, unflagged } from './harm.ts';

/** What the advice did for the patient (question 1 of the close-out survey). */
export const surveyOutcomes = ['confirmed', 'new-advice', 'not-useful', 'none'] as const;

/** What the advice did to the referral (question 2). `avoided` and `not-needed` are the visits that did not happen. */
export const surveyReferrals = [
  'avoided',
  'still-needed',
  'not-needed',
  'led-to-referral',
  'no-benefit',
  'other',
] as const;

const rating = z.coerce.number().int().min(1).max(5);

/**
 * What later editions of the survey also rate: how good the answer was, and what was learnt from it. Not required, because
 * figures must go on to compare with those of programmes that do not ask.
 */
export const beyond = {
  quality: z.preprocess(value => (value === '' ? undefined : value), rating.optional()),
  educationalValue: z.preprocess(value => (value === '' ? undefined : value), rating.optional()),
};

/**
 * The five questions every requester answers before an eConsult ends, worded as in the Champlain BASE and Ontario
 * programmes so that figures compare (BMC Psychiatry 2018, s12888-018-1701-3, table 1). Ratings are 1 (minimal) to
 * 5 (excellent). "Other" must be explained.
 */
export const surveySchema = z
  .strictObject({
    ...beyond,
    ...harmFields,
    outcome: z.enum(surveyOutcomes),
    referral: z.enum(surveyReferrals),
    explain: z.string().trim().max(1000).optional(),
    patientValue: rating,
    providerValue: rating,
    comment: z.string().trim().max(4000).optional(),
  })
  .refine(survey => survey.referral !== 'other' || Boolean(survey.explain), { path: ['explain'] })
  .refine(isExplained, unexplained)
  .refine(isFlagged, unflagged);

/** A completed close-out survey. */
export type Survey = z.infer<typeof surveySchema>;
