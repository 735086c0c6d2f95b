import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TypedAnswers } from './answers.ts';
import { answerSet, readAnswers } from './check.ts';
import { parseQuestionnaire } from './faults.ts';
import { allItems } from './items.ts';
import { keepMarks, populate } from './populate.ts';
import { formFor } from './precedence.ts';
import { phq9Band } from './score.ts';

const folder = new URL('../../../data/forms/', import.meta.url);
const forms = readdirSync(folder).map(name =>
  parseQuestionnaire(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
);
const form = (slug: string) => forms.find(one => one.name === slug)!;
const weights = ['LA6568-5', 'LA6569-3', 'LA6570-1', 'LA6571-9'];
const phq9 = (scores: readonly number[]): TypedAnswers =>
  Object.fromEntries(scores.map((score, i) => [`phq9-${i + 1}`, { text: weights[score]! }]));
const base: TypedAnswers = { reason: { text: 'Which change of medication?' } };

describe('the PHQ-9', () => {
  it('adds up on the server and names its band', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 9, maxLength: 9 }), scores => {
        const reading = readAnswers(form('psychiatry-econsult'), { ...base, ...phq9(scores) });
        const sum = scores.reduce((a, b) => a + b, 0);
        expect(reading.scores).toEqual([
          { linkId: 'phq9-total', sum, answered: 9, questions: 9, most: 27, band: phq9Band(sum) },
        ]);
      }),
    );
    expect([4, 5, 9, 10, 14, 15, 19, 20, 27].map(phq9Band)).toEqual([
      'none',
      'mild',
      'mild',
      'moderate',
      'moderate',
      'moderately-severe',
      'moderately-severe',
      'severe',
      'severe',
    ]);
  });

  it('half answered is no score that travels', () => {
    const reading = readAnswers(form('psychiatry-econsult'), { ...base, ...phq9([3, 3]) });
    expect(reading.scores[0]).toMatchObject({ sum: 6, answered: 2 });
    expect(reading.scores[0]).not.toHaveProperty('band');
    expect(answerSet(form('psychiatry-econsult'), reading).scores).toEqual({});
  });

  it.each([1, 2, 3])('with question 9 at %i shows the way to help and asks what was done before', nine => {
    const typed = { ...base, ...phq9([0, 0, 0, 0, 0, 0, 0, 0, nine]) };
    const reading = readAnswers(form('psychiatry-econsult'), typed);
    expect(reading.asked.map(one => one.linkId)).toContain('phq9-emergency');
    expect(reading.problems).toEqual([{ linkId: 'safety-done', code: 'missing' }]);
    const told = readAnswers(form('psychiatry-econsult'), {
      ...typed,
      'safety-done': { text: 'Plan and means asked; safe.' },
    });
    expect(told.problems).toEqual([]);
    expect(answerSet(form('psychiatry-econsult'), told).answers['safety-done']).toEqual({
      value: 'Plan and means asked; safe.',
    });
  });

  it('with question 9 at zero asks nothing more, and drops what was said before it was changed', () => {
    const reading = readAnswers(form('psychiatry-econsult'), {
      ...base,
      ...phq9([0, 0, 0, 0, 0, 0, 0, 0, 0]),
      'safety-done': { text: 'left over' },
    });
    expect(reading.problems).toEqual([]);
    expect(reading.answers).not.toHaveProperty('safety-done');
    expect(reading.asked.map(one => one.linkId)).not.toContain('phq9-emergency');
  });
});

describe('answers', () => {
  it('say which is missing, wrong or too long', () => {
    const reading = readAnswers(form('mental-health-referral'), {
      work: { text: 'off' },
      'off-since': { text: 'February' },
      'safety-now': { text: 'nonsense' },
      interpreter: { text: 'x'.repeat(61) },
      sleep: { text: ['snores', 'waking'] },
    });
    expect(reading.problems).toEqual([
      { linkId: 'reason', code: 'missing' },
      { linkId: 'off-since', code: 'not-a-date' },
      { linkId: 'safety-now', code: 'choose' },
      { linkId: 'interpreter', code: 'too-long', max: 60 },
    ]);
    expect(reading.answers.sleep).toEqual({ value: ['waking', 'snores'] });
    expect([reading.required, reading.done]).toEqual([4, 1]);
  });

  it('move from the advice to the visit without retyping, marked with where they came from', () => {
    const advice = form('psychiatry-econsult');
    const typed: TypedAnswers = {
      ...base,
      ...phq9([2, 3, 2, 3, 1, 2, 3, 1, 0]),
      'medication-tried': { text: 'Sertraline' },
    };
    const set = answerSet(advice, readAnswers(advice, typed));
    const from = { source: 'earlier-econsult', day: '2026-11-12' } as const;
    const visit = form('mental-health-referral');
    const filled = populate(
      visit,
      {},
      {
        earlier: [{ form: advice, set, from }],
        question: 'not used: the earlier answer wins',
        patient: {
          contacts: [
            {
              relation: 'patient',
              authority: 'self',
              name: '',
              phone: '519-555-0142',
              email: '',
              emailConsent: 'no',
              language: 'en',
            },
          ],
          interpreter: '',
          pronouns: '',
        },
      },
    );
    expect(filled.reason).toEqual({ text: 'Which change of medication?', from });
    expect(filled['medication-tried']).toEqual({ text: 'Sertraline', from });
    expect(filled['patient-phone']).toEqual({ text: '519-555-0142', from: { source: 'patient' } });
    expect(readAnswers(visit, filled).scores[0]).toMatchObject({ sum: 17, band: 'moderately-severe' });
  });

  it('lose their mark when they are edited and keep it when only line ends differ', () => {
    const from = { source: 'patient' } as const;
    const before: TypedAnswers = { a: { text: 'one\ntwo', from }, b: { text: 'b', from } };
    expect(keepMarks({ a: { text: 'one\r\ntwo' }, b: { text: 'B' } }, before)).toEqual({
      a: { text: 'one\r\ntwo', from },
      b: { text: 'B' },
    });
  });

  it('of any kind to any question are read without a throw, and only asked questions travel', () => {
    const ids = fc.constantFrom(
      '__proto__',
      'constructor',
      ...forms.flatMap(one => allItems(one.item)).map(one => one.linkId),
    );
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...weights, 'true', 'plan', '2026-02-29'),
      fc.array(fc.string()),
    );
    fc.assert(
      fc.property(fc.constantFrom(...forms), fc.array(fc.tuple(ids, value)), (one, pairs) => {
        const typed = Object.fromEntries(pairs.map(([id, text]) => [id, { text }]));
        const reading = readAnswers(one, typed);
        const asked = reading.asked.map(item => item.linkId);
        expect(Object.keys(reading.answers).every(linkId => asked.includes(linkId))).toBe(true);
        expect(Object.keys(populate(one, typed, {}))).toEqual(expect.arrayContaining(Object.keys(typed)));
      }),
    );
  });
});

describe('forms of the network', () => {
  it('ask one thing in one way: the same meaning has the same kind and the same words', () => {
    const byMeaning = new Map<string, string>();
    for (const one of forms.flatMap(each => allItems(each.item)).filter(item => item.definition)) {
      const said = JSON.stringify([one.type, one.code, one.answerOption]);
      expect(byMeaning.get(one.definition!) ?? said).toBe(said);
      byMeaning.set(one.definition!, said);
    }
  });

  it('refuse what the language does not have', () => {
    const sound = form('general-econsult');
    const item = sound.item[0]!;
    expect(() => parseQuestionnaire({ ...sound, script: 'x' })).toThrow();
    expect(() => parseQuestionnaire({ ...sound, item: [item, item] })).toThrow('same-link-id');
    expect(() =>
      parseQuestionnaire({
        ...sound,
        item: [{ ...item, enableWhen: [{ question: 'gone', operator: 'exists', answerBoolean: true }] }],
      }),
    ).toThrow('unknown-question gone');
  });

  it('are chosen by their owner: the service, then its intake, then the site, then the network', () => {
    expect(formFor('referral', { service: 'own', intake: 'intake' })).toBe('own');
    expect(formFor('referral', { intake: 'intake', site: 'site', category: 'psychiatry' })).toBe('intake');
    expect(formFor('referral', { intakeService: 'theirs', intake: 'intake' })).toBe('theirs');
    expect(formFor('econsult', { category: 'psychiatry-econsult' })).toBe('psychiatry-econsult');
    expect(formFor('referral', {})).toBe('general-referral');
  });
});
