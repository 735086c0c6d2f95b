import { z } from 'zod';
import { surveyOutcomes, surveyReferrals } from '../../../../domain/econsult/survey.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf, type FieldError } from '../../../../ui/error-summary.tsx';
import { Radios, TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { HarmFields, harmBody } from './harm.tsx';

const ratings = ['1', '2', '3', '4', '5'] as const;

/** Fields of the closing questions, as typed. */
export const surveyBody = {
  outcome: text(40),
  referral: text(40),
  explain: text(100_000),
  patientValue: text(40),
  providerValue: text(40),
  quality: text(40),
  educationalValue: text(40),
  comment: text(100_000),
  ...harmBody,
};
export type SurveyTyped = { [Field in keyof typeof surveyBody]: string };

/** What the verb's schema parses: a rating nobody gave is missing, not nought. */
export function readSurvey({ explain, comment, ...typed }: SurveyTyped) {
  const { patientValue, providerValue, quality, educationalValue, ...rest } = typed;
  return {
    ...rest,
    ...(quality && { quality }),
    ...(educationalValue && { educationalValue }),
    ...(patientValue && { patientValue }),
    ...(providerValue && { providerValue }),
    ...(explain && { explain }),
    ...(comment && { comment }),
  };
}

/** The five questions that every requester answers before an eConsult ends. */
export function SurveyFields({ typed, errors }: { typed: SurveyTyped; errors: readonly FieldError[] }) {
  const { survey } = useUi().words.econsult;
  return (
    <>
      <p class="b">{survey.title}</p>
      <Radios
        name="outcome"
        label={survey.outcome}
        choices={surveyOutcomes.map(value => ({ value, label: survey.outcomes[value] }))}
        value={typed.outcome}
        error={errorOf(errors, 'outcome')}
        required
      />
      <Radios
        name="referral"
        label={survey.referral}
        choices={surveyReferrals.map(value => ({ value, label: survey.referrals[value] }))}
        value={typed.referral}
        error={errorOf(errors, 'referral')}
        required
      />
      <TextArea
        name="explain"
        label={survey.explain}
        rows={2}
        value={typed.explain}
        error={errorOf(errors, 'explain')}
      />
      <Rating name="patientValue" label={survey.patientValue} typed={typed} errors={errors} />
      <Rating name="providerValue" label={survey.providerValue} typed={typed} errors={errors} />
      <Rating name="quality" label={survey.quality} typed={typed} errors={errors} beyond />
      <Rating name="educationalValue" label={survey.educationalValue} typed={typed} errors={errors} beyond />
      <TextArea
        name="comment"
        label={survey.comment}
        value={typed.comment}
        error={errorOf(errors, 'comment')}
      />
      <HarmFields typed={typed} errors={errors} />
    </>
  );
}

interface RatingProps {
  name: 'patientValue' | 'providerValue' | 'quality' | 'educationalValue';
  label: string;
  typed: SurveyTyped;
  errors: readonly FieldError[];
  /** Not one of the five: may be left out. */
  beyond?: boolean;
}

function Rating({ name, label, typed, errors, beyond }: RatingProps) {
  const { survey } = useUi().words.econsult;
  return (
    <Radios
      name={name}
      label={label}
      hint={survey.rating}
      choices={ratings.map(value => ({ value, label: value }))}
      value={typed[name]}
      error={errorOf(errors, name)}
      line
      required={!beyond}
    />
  );
}

/** The requester has acted on the advice and ends the case. */
export const close = act({
  type: 'econsult',
  verb: 'close',
  body: z.strictObject(surveyBody),
  read: readSurvey,
  labels: ({ econsult: { survey } }) => survey as unknown as Record<string, string>,
  icon: 'check',
  beside: true,
  form: SurveyFields,
});
