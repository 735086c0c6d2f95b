import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TypedAnswers } from '../../domain/forms/answers.ts';
import { readAnswers } from '../../domain/forms/check.ts';
import { evaluatorOf, expressionFaults } from '../../domain/forms/evaluate.ts';
import { faultsOf } from '../../domain/forms/faults.ts';
import { allItems } from '../../domain/forms/items.ts';
import type { Questionnaire } from '../../domain/forms/questionnaire.ts';
import { standardForms } from './standard-forms.ts';

describe('the forms that come with the product', () => {
  const named = (slug: string) => standardForms.find(one => one.form.name === slug)!.form;

  it('are sound, in both languages, and their formulas are allowed', () => {
    for (const { form: one } of standardForms)
      expect([...faultsOf(one), ...expressionFaults(one)], one.name).toEqual([]);
  });

  it('ask a question for advice what its specialty asks besides, and nothing of it must be answered', () => {
    const cardiology = standardForms.find(one => one.form.name === 'econsult-cardiology')!;
    expect(cardiology.place).toEqual({ kind: 'econsult', serves: 'category', category: 'cardiology' });
    const general = named('general-econsult');
    const asked = allItems(cardiology.form.item).map(one => one.linkId);
    expect(asked).toContain('heart-symptoms');
    expect(asked).toEqual(expect.arrayContaining(allItems(general.item).map(one => one.linkId)));
    const owed = (form: Questionnaire) => allItems(form.item).filter(one => one.required).length;
    expect(owed(cardiology.form)).toBe(owed(general));
  });

  it('add up the GAD-7 and say what the sum means', () => {
    const often = (code: string): TypedAnswers =>
      Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map(n => [`gad7-${n}`, { text: code }]));
    const read = (typed: TypedAnswers) => readAnswers(named('referral-anxiety'), typed);
    expect(read(often('LA6570-1')).scores).toEqual([
      { linkId: 'gad7-total', sum: 14, answered: 7, questions: 7, most: 21 },
    ]);
    const shown = (typed: TypedAnswers) =>
      read(typed)
        .asked.filter(one => one.type === 'display')
        .map(one => one.linkId);
    expect(shown(often('LA6570-1'))).toEqual(['gad7-moderate']);
    expect(shown(often('LA6571-9'))).toEqual(['gad7-severe']);
    expect(shown({ 'gad7-1': { text: 'LA6571-9' } })).toEqual([]);
  });

  it('work out CHA2DS2-VASc from 7 answers, and from fewer nothing', () => {
    const flags = ['heart-failure', 'hypertension', 'diabetes', 'stroke', 'vascular-disease'];
    const weights = [1, 1, 1, 2, 1];
    const evaluate = evaluatorOf('2026-11-22');
    const score = (typed: TypedAnswers) =>
      readAnswers(named('referral-cardiology'), typed, evaluate).scores[0];
    fc.assert(
      fc.property(
        fc.integer({ min: 18, max: 100 }),
        fc.constantFrom('female', 'male', 'intersex'),
        fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
        (years, sex, given) => {
          const typed: TypedAnswers = {
            ...{ af: { text: 'true' }, 'patient-age': { text: String(years) }, 'patient-sex': { text: sex } },
            ...Object.fromEntries(flags.map((flag, i) => [flag, { text: String(given[i]) }])),
          };
          const wanted =
            (years >= 75 ? 2 : years >= 65 ? 1 : 0) +
            (sex === 'female' ? 1 : 0) +
            given.reduce((sum, has, i) => sum + (has ? weights[i]! : 0), 0);
          expect(score(typed)).toEqual({ linkId: 'cha2ds2-vasc', sum: wanted });
          expect(score({ ...typed, stroke: { text: '' } })).toBeUndefined();
          expect(score({ ...typed, af: { text: 'false' } })).toBeUndefined();
        },
      ),
      { numRuns: 20 },
    );
  });
});
