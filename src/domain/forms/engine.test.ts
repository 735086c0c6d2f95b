import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TypedAnswers } from './answers.ts';
import { otherAnswer, readAnswers } from './check.ts';
import { evaluatorOf, expressionFault, responseOf } from './evaluate.ts';
import { type FaultCode, faultsOf, parseQuestionnaire } from './faults.ts';
import { french, sumOf } from './items.ts';
import { populate } from './populate.ts';
import { type Condition, type Item, limits, type Questionnaire } from './questionnaire.ts';

const item = (linkId: string, type: Item['type'], more: Partial<Item> = {}): Item => ({
  ...{ linkId, type, text: `Say ${linkId}`, _text: french(`Dites ${linkId}`) },
  ...more,
});
const form = (...items: Item[]): Questionnaire => ({
  ...{ resourceType: 'Questionnaire', url: 'urn:eservices:form:made', version: '1', name: 'made' },
  ...{ title: 'Made', _title: french('Fait'), status: 'active', item: items },
});
const formula = (expression: string): Partial<Item> => ({
  readOnly: true,
  extension: [
    {
      url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
      valueExpression: { language: 'text/fhirpath', expression },
    },
  ],
});
const option = (code: string, weight?: number) => ({
  valueCoding: {
    ...{ code, display: code, _display: french(code) },
    ...(weight !== undefined && {
      extension: [
        { url: 'http://hl7.org/fhir/StructureDefinition/itemWeight' as const, valueDecimal: weight },
      ],
    }),
  },
});
const codes = (made: Questionnaire) => faultsOf(made).map(fault => `${fault.linkId} ${fault.code}`);
const age = item('age', 'integer');
const ageOf = `%resource.repeat(item).where(linkId='age').answer.value`;

describe('an answer', () => {
  const read = (one: Item, text: string | string[]) => readAnswers(form(one), { [one.linkId]: { text } });
  const bounds: Partial<Item> = {
    extension: [
      { url: 'http://hl7.org/fhir/StructureDefinition/minValue', valueDecimal: 0.5 },
      { url: 'http://hl7.org/fhir/StructureDefinition/maxValue', valueInteger: 20 },
    ],
  };

  it('in numbers has a point or a comma, and keeps to its bounds', () => {
    const ldl = item('ldl', 'decimal', bounds);
    expect(read(ldl, '3,25').answers).toEqual({ ldl: { value: 3.25 } });
    expect(read(ldl, ' 3.25 ').answers).toEqual({ ldl: { value: 3.25 } });
    expect(read(ldl, '0.4').problems).toEqual([{ linkId: 'ldl', code: 'too-small', max: 0.5 }]);
    expect(read(ldl, '21').problems).toEqual([{ linkId: 'ldl', code: 'too-large', max: 20 }]);
    for (const wrong of ['1e5', '1 000', 'NaN', '--1', '0x10'])
      expect(read(ldl, wrong).problems[0]).toMatchObject({ code: 'not-a-number' });
  });

  it('to an open choice is on the list, or in words of one’s own when Other is chosen', () => {
    const open = item('device', 'open-choice', { answerOption: [option('icd'), option('crt')] });
    expect(read(open, 'icd').answers.device).toEqual({ value: 'icd' });
    expect(read(open, [otherAnswer, 'Loop recorder']).answers.device).toEqual({ value: 'Loop recorder' });
    expect(read(open, ['icd', 'left over']).answers.device).toEqual({ value: 'icd' });
    expect(read(open, [otherAnswer]).answers).toEqual({});
    const several = { ...open, repeats: true };
    expect(read(several, ['crt', 'icd', 'Loop']).answers.device).toEqual({ value: ['icd', 'crt', 'Loop'] });
    const closed = item('device', 'choice', { answerOption: [option('icd')] });
    expect(read(closed, 'Loop').problems).toEqual([{ linkId: 'device', code: 'choose' }]);
  });
});

describe('a condition', () => {
  const cases: [Item, string, Condition[], boolean][] = [
    [age, '75', [{ question: 'age', operator: '>=', answerInteger: 75 }], true],
    [age, '74', [{ question: 'age', operator: '>=', answerInteger: 75 }], false],
    [
      item('age', 'decimal'),
      '7.5',
      [
        { question: 'age', operator: '>', answerDecimal: 7 },
        { question: 'age', operator: '<', answerDecimal: 8 },
      ],
      true,
    ],
    [
      item('age', 'date'),
      '2026-02-01',
      [{ question: 'age', operator: '<=', answerDate: '2026-02-01' }],
      true,
    ],
    [age, '', [{ question: 'age', operator: 'exists', answerBoolean: false }], true],
    [age, '', [{ question: 'age', operator: '!=', answerInteger: 1 }], false],
  ];
  it.each(cases)('over %o answered %s asks or not', (on, text, enableWhen, asked) => {
    const made = form(on, item('next', 'string', { enableWhen }));
    expect(faultsOf(made)).toEqual([]);
    const reading = readAnswers(made, { age: { text } });
    expect(reading.asked.some(one => one.linkId === 'next')).toBe(asked);
  });

  it('may hang on a score, which hangs on questions that a score asks', () => {
    const made = form(
      age,
      item('double', 'integer', formula(`${ageOf} * 2`)),
      item('why', 'string', {
        required: true,
        enableWhen: [{ question: 'double', operator: '>', answerInteger: 100 }],
      }),
    );
    const read = (text: string) => readAnswers(made, { age: { text } }, evaluatorOf('2026-11-22'));
    expect(read('40').problems).toEqual([]);
    expect(read('51').problems).toEqual([{ linkId: 'why', code: 'missing' }]);
  });

  it('in a circle, of unknown questions or of another kind is refused', () => {
    const on = (question: string): Partial<Item> => ({
      enableWhen: [{ question, operator: 'exists', answerBoolean: true }],
    });
    expect(codes(form(item('a', 'string', on('b')), item('b', 'string', on('a'))))).toContain(
      'a depends-in-a-circle',
    );
    expect(codes(form(item('a', 'string', on('gone'))))).toEqual(['a unknown-question']);
    const other: Condition = { question: 'age', operator: '=', answerString: 'x' };
    expect(codes(form(age, item('b', 'string', { enableWhen: [other] })))).toEqual([
      'b condition-of-other-kind',
    ]);
  });
});

describe('an expression', () => {
  it('has no clock, no function that is not listed, and no syntax of its own', () => {
    const refused: [string, FaultCode][] = [
      ['today() > @2026-01-01', 'no-clock'],
      ['iif(now().toString().length() > 1, 1, 0)', 'no-clock'],
      [`'aaaa'.matches('(a+)+$')`, 'function-not-allowed'],
      ['resolve()', 'function-not-allowed'],
      ['%terminologies.expand(1)', 'function-not-allowed'],
      ['1 +', 'not-an-expression'],
    ];
    for (const [expression, code] of refused) expect(expressionFault(expression)).toMatchObject({ code });
    expect(expressionFault(`iif(${ageOf} >= 75, 2, 0)`)).toBeUndefined();
  });

  it('adds up weights exactly as the built-in sum does', () => {
    const rows = ['a', 'b', 'c'].map(linkId =>
      item(linkId, 'choice', { answerOption: [option('no', 0), option('some', 1), option('lots', 3)] }),
    );
    const made = (expression: string) =>
      form(item('scale', 'group', { item: rows }), item('total', 'decimal', formula(expression)));
    // Written another way, so that it is no longer the sum the product knows.
    const other = `%resource.repeat(item).where(linkId = 'scale').item.answer.weight().sum()`;
    const answer = fc.constantFrom('no', 'some', 'lots');
    fc.assert(
      fc.property(fc.tuple(answer, answer, answer), given => {
        const typed: TypedAnswers = Object.fromEntries(
          rows.map((row, i) => [row.linkId, { text: given[i]! }]),
        );
        const own = readAnswers(made(sumOf('scale')), typed).scores[0]!.sum;
        expect(readAnswers(made(other), typed, evaluatorOf('2026-11-22')).scores[0]!.sum).toBe(own);
      }),
      { numRuns: 20 },
    );
  });

  it('knows the day it is given, and changes nothing that it reads', () => {
    const made = form(item('born', 'date'), item('n', 'integer', formula(`iif(%today > '2026', 1, 0)`)));
    const before = structuredClone(made);
    const reading = readAnswers(made, { born: { text: '2000-01-01' } }, evaluatorOf('2026-11-22'));
    expect(reading.scores).toEqual([{ linkId: 'n', sum: 1 }]);
    expect(made).toEqual(before);
    expect(responseOf(made, new Map([['born', '2000-01-01']]))).toMatchObject({
      item: [{ linkId: 'born', answer: [{ valueDate: '2000-01-01' }] }],
    });
  });
});

describe('a form', () => {
  it('says everything that is wrong with it, by name', () => {
    const wrong = form(
      item('a', 'choice'),
      item('b', 'quantity', { _text: french('') }),
      item('c', 'group', { item: [] }),
      item('d', 'string', { repeats: true, readOnly: true }),
      item('e', 'integer', formula(sumOf('a'))),
      item('f', 'text', formula('1')),
    );
    expect(codes(wrong)).toEqual([
      'a choice-without-options',
      'b no-french',
      'b quantity-without-unit',
      'c empty-group',
      'd only-choices-repeat',
      'd read-only-without-value',
      'e unknown-group',
      'f score-not-a-number',
    ]);
    expect(codes(form(item('say', 'display')))).toEqual([' empty-form']);
    let deep: Item = age;
    for (let i = 0; i < limits.depth; i++) deep = item(`g${i}`, 'group', { item: [deep] });
    expect(codes(form(deep))).toEqual([' too-deep']);
    const many = Array.from({ length: limits.items }, (_, i) => item(`q${i}`, 'boolean'));
    expect(faultsOf(form(...many))).toEqual([]);
    expect(codes(form(item('s', 'group', { item: many })))).toEqual([' too-many-items']);
    expect(() => parseQuestionnaire({ ...form(age), item: [{ ...age, text: 'x'.repeat(2_001) }] })).toThrow();
  });

  it('of any shape is read without a throw, and asks only what its conditions let through', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const condition = fc.record({
      question: fc.constantFrom(...ids),
      operator: fc.constantFrom('exists' as const, '=' as const, '!=' as const, '>' as const, '<=' as const),
      answerInteger: fc.integer({ min: 0, max: 3 }),
    });
    const items = fc.tuple(
      ...ids.map(id =>
        fc
          .option(fc.array(condition, { minLength: 1, maxLength: 3 }), { nil: undefined })
          .map(when => item(id, 'integer', { required: true, ...(when && { enableWhen: when }) })),
      ),
    );
    const typed = fc.dictionary(
      fc.constantFrom(...ids),
      fc.record({ text: fc.constantFrom('0', '1', '2', 'x') }),
    );
    fc.assert(
      fc.property(items, typed, (made, answers) => {
        const reading = readAnswers(form(...made), answers);
        const asked = new Set(reading.asked.map(one => one.linkId));
        expect(Object.keys(reading.answers).every(id => asked.has(id))).toBe(true);
        expect(reading.done + reading.problems.length).toBe(asked.size);
      }),
      { numRuns: 100 },
    );
  });

  it('takes age, sex and the requester from the record, and never over what was typed', () => {
    const meaning = (name: string) => ({ definition: `urn:eservices:question:${name}` });
    const made = form(
      item('age', 'integer', meaning('patient-age')),
      item('sex', 'choice', { ...meaning('patient-sex'), answerOption: [option('female'), option('male')] }),
      item('by', 'string', meaning('requester-name')),
    );
    const patient = {
      contacts: [],
      interpreter: '',
      pronouns: '',
      sexAtBirth: 'unknown',
      birthDate: '1950-11-23',
    };
    const facts = { patient: patient as never, requester: { name: 'Ada Obi' }, today: '2026-11-22' };
    expect(populate(made, { by: { text: '' } }, facts)).toEqual({
      by: { text: '' },
      age: { text: '75', from: { source: 'patient' } },
    });
  });
});
