import { z } from 'zod';

/** Limits of a form. What is longer helps nobody and could be made to cost much. */
export const limits = {
  items: 200,
  depth: 4,
  options: 60,
  conditions: 10,
  text: 2_000,
  expression: 1_000,
  answer: 10_000,
} as const;

const words = z.string().max(limits.text);

/** The subset of a FHIR R4 Questionnaire that forms are written in. Anything else is refused when a form is loaded. */
const translation = z.strictObject({
  extension: z.array(
    z.strictObject({
      url: z.literal('http://hl7.org/fhir/StructureDefinition/translation'),
      extension: z.tuple([
        z.strictObject({ url: z.literal('lang'), valueCode: z.literal('fr') }),
        z.strictObject({ url: z.literal('content'), valueString: words }),
      ]),
    }),
  ),
});

const weight = z.strictObject({
  url: z.literal('http://hl7.org/fhir/StructureDefinition/itemWeight'),
  valueDecimal: z.number().finite(),
});

const coding = z.strictObject({
  extension: z.array(weight).max(1).optional(),
  system: z.string().max(200).optional(),
  code: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/),
  display: words,
  _display: translation.optional(),
});

const bound = (name: 'minValue' | 'maxValue') =>
  z.strictObject({
    url: z.literal(`http://hl7.org/fhir/StructureDefinition/${name}`),
    valueInteger: z.number().int().optional(),
    valueDecimal: z.number().finite().optional(),
  });

const itemExtension = z.discriminatedUnion('url', [
  z.strictObject({
    url: z.literal('http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl'),
    valueCodeableConcept: z.strictObject({
      coding: z.tuple([
        z.strictObject({
          system: z.literal('http://hl7.org/fhir/questionnaire-item-control'),
          code: z.literal('htable'),
        }),
      ]),
    }),
  }),
  z.strictObject({
    url: z.literal('http://hl7.org/fhir/StructureDefinition/questionnaire-displayCategory'),
    valueCodeableConcept: z.strictObject({
      coding: z.tuple([z.strictObject({ system: z.string(), code: z.enum(['help', 'emergency']) })]),
    }),
  }),
  z.strictObject({
    url: z.literal('http://hl7.org/fhir/StructureDefinition/questionnaire-unit'),
    valueCoding: z.strictObject({
      system: z.string().max(200).optional(),
      code: z.string().min(1).max(30),
      display: z.string().max(30).optional(),
    }),
  }),
  bound('minValue'),
  bound('maxValue'),
  z.strictObject({
    url: z.literal('http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression'),
    valueExpression: z.strictObject({
      language: z.literal('text/fhirpath'),
      expression: z.string().max(limits.expression),
    }),
  }),
]);

const condition = z.strictObject({
  question: z.string(),
  operator: z.enum(['exists', '=', '!=', '>', '<', '>=', '<=']),
  answerBoolean: z.boolean().optional(),
  answerCoding: z.strictObject({ system: z.string().optional(), code: z.string() }).optional(),
  answerString: z.string().max(200).optional(),
  answerInteger: z.number().int().optional(),
  answerDecimal: z.number().finite().optional(),
  answerQuantity: z
    .strictObject({ value: z.number().finite(), unit: z.string().optional(), code: z.string().optional() })
    .optional(),
  answerDate: z.string().max(10).optional(),
});

/** Kinds of items, as FHIR calls them. */
export const itemTypes = [
  'group',
  'display',
  'string',
  'text',
  'choice',
  'open-choice',
  'boolean',
  'date',
  'integer',
  'decimal',
  'quantity',
] as const;
export type ItemType = (typeof itemTypes)[number];

const plainItem = z.strictObject({
  linkId: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  definition: z
    .string()
    .regex(/^urn:eservices:question:[a-z0-9][a-z0-9-]{0,79}$/)
    .optional(),
  code: z
    .array(z.strictObject({ system: z.string().max(200), code: z.string().max(80) }))
    .max(5)
    .optional(),
  prefix: z.string().max(20).optional(),
  text: words,
  _text: translation,
  type: z.enum(itemTypes),
  extension: z.array(itemExtension).max(8).optional(),
  enableWhen: z.array(condition).min(1).max(limits.conditions).optional(),
  enableBehavior: z.enum(['all', 'any']).optional(),
  required: z.boolean().optional(),
  repeats: z.boolean().optional(),
  readOnly: z.boolean().optional(),
  maxLength: z.number().int().positive().max(limits.answer).optional(),
  answerOption: z
    .array(z.strictObject({ valueCoding: coding }))
    .max(limits.options)
    .optional(),
  initial: z
    .array(
      z.strictObject({
        valueString: z.string().max(limits.answer).optional(),
        valueBoolean: z.boolean().optional(),
        valueInteger: z.number().int().optional(),
        valueDecimal: z.number().finite().optional(),
        valueDate: z.string().max(10).optional(),
        valueCoding: z.strictObject({ system: z.string().optional(), code: z.string() }).optional(),
      }),
    )
    .max(1)
    .optional(),
});

export type Item = z.infer<typeof plainItem> & { item?: Item[] };
export type Condition = z.infer<typeof condition>;
export type Option = z.infer<typeof coding>;

const item: z.ZodType<Item> = plainItem.extend({
  get item() {
    return z.array(item).max(limits.items).optional();
  },
}) as z.ZodType<Item>;

const questionnaire = z.strictObject({
  resourceType: z.literal('Questionnaire'),
  url: z.string().max(200),
  version: z.string().regex(/^\d{1,6}$/),
  name: z.string().regex(/^[a-z][a-z0-9-]{0,59}$/),
  title: words,
  _title: translation,
  status: z.enum(['active', 'draft', 'retired']),
  code: z.array(z.strictObject({ system: z.string(), code: z.string() })).optional(),
  item: z.array(item).max(limits.items),
});

/** A form. `name` is its slug, `version` a whole number as text. */
export type Questionnaire = z.infer<typeof questionnaire>;

/** What has the shape of a form; whether it may be used is said by `faultsOf`. Throws a ZodError. */
export function shapeOf(raw: unknown): Questionnaire {
  return questionnaire.parse(raw);
}
