import { afterAll, expect, it } from 'vitest';
import { standardForms } from '../app/forms/standard-forms.ts';
import { french } from '../domain/forms/items.ts';
import { shapeOf } from '../domain/forms/questionnaire.ts';
import { formReader } from './form-reader.ts';

const reader = formReader();
afterAll(() => reader.close());

const made = (expression: string) =>
  shapeOf({
    ...{ resourceType: 'Questionnaire', url: 'urn:x', version: '1', name: 'x', status: 'draft' },
    ...{ title: 'X', _title: french('X') },
    item: [
      { linkId: 'age', type: 'integer', text: 'Age', _text: french('Âge') },
      {
        ...{ linkId: 'points', type: 'integer', readOnly: true, text: 'Points', _text: french('Points') },
        extension: [
          {
            url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
            valueExpression: { language: 'text/fhirpath', expression },
          },
        ],
      },
    ],
  });
const read = (expression: string, text: string) =>
  reader.read({ form: made(expression), typed: { age: { text } }, today: '2026-11-22' });
const good = `iif(%resource.repeat(item).where(linkId='age').answer.value >= 75, 2, 0)`;
const ten = '(0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9)';
/** A million times ten. */
const endless = `${ten}.select(${ten}.select(${ten}.select(${ten}.select(${ten}.select(${ten}.count()))))).count()`;

it('a formula of a steward that never ends is given up, and the next form is read as if nothing had been', async () => {
  await expect.poll(async () => (await read(good, '80')).scores).toEqual([{ linkId: 'points', sum: 2 }]);
  expect(await read(endless, '80')).toMatchObject({
    ...{ tooSlow: true, scores: [], answers: { age: { value: 80 } } },
  });
  await expect.poll(async () => (await read(good, '60')).scores).toEqual([{ linkId: 'points', sum: 0 }]);
  expect(await reader.check(made('now()'))).toEqual([
    { linkId: 'points', code: 'no-clock', detail: 'now()' },
  ]);
}, 20_000);

it('the longest formula that ships is worked out at its first reading', async () => {
  const { form } = standardForms.find(one => one.form.name === 'referral-cardiology')!;
  const flags = ['heart-failure', 'hypertension', 'diabetes', 'stroke', 'vascular-disease'];
  const typed = {
    ...{ af: { text: 'true' }, 'patient-age': { text: '67' }, 'patient-sex': { text: 'female' } },
    ...Object.fromEntries(flags.map(flag => [flag, { text: 'true' }])),
  };
  const reading = await reader.read({ form, typed, today: '2026-11-22' });
  expect(reading.scores).toEqual([{ linkId: 'cha2ds2-vasc', sum: 8 }]);
  expect(reading.asked.some(one => one.linkId === 'vasc-high')).toBe(true);
}, 20_000);
