import { freshLinkId } from './edit.ts';
import { french } from './items.ts';
import { type Item, itemTypes, limits, type Questionnaire, shapeOf } from './questionnaire.ts';

/** What was not taken over as it was given, and where: the linkId there, or '' for the whole. */
export interface ImportNote {
  linkId: string;
  code:
    | 'not-a-questionnaire'
    | 'kind-not-known'
    | 'part-left-out'
    | 'renamed'
    | 'no-french'
    | 'answer-list-elsewhere'
    | 'too-large';
  detail?: string;
}

export interface Imported {
  /** Null when there is nothing that could be a form. */
  form: Questionnaire | null;
  notes: ImportNote[];
}

type Given = Record<string, unknown>;
const isObject = (value: unknown): value is Given =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Given[] => (Array.isArray(value) ? value.filter(isObject) : []);
/** A name as text; what is no text has none. */
const said = (value: unknown) =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const textOf = (value: unknown) => (typeof value === 'string' ? value.slice(0, limits.text) : '');

/**
 * Reads a FHIR R4 Questionnaire from anywhere: what our forms know is taken over, the rest is left out and named, item by
 * item. The result is a draft, which says itself what it lacks.
 */
export function importQuestionnaire(raw: unknown): Imported {
  if (!isObject(raw) || raw.resourceType !== 'Questionnaire')
    return { form: null, notes: [{ linkId: '', code: 'not-a-questionnaire' }] };
  const notes: ImportNote[] = [];
  const names = namesOf(raw);
  if (names.size > limits.items)
    return { form: null, notes: [{ linkId: '', code: 'too-large', detail: String(names.size) }] };
  const title = textOf(raw.title) || textOf(raw.name);
  const items = listOf(raw.item).flatMap(one => itemFrom(one, { names, notes, depth: 1 }));
  const form = shapeOf({
    ...{ resourceType: 'Questionnaire', url: 'urn:eservices:form:imported', version: '1', name: 'imported' },
    ...{ title, _title: french(frenchOf(raw._title)), status: 'draft', item: items },
  });
  return { form, notes };
}

interface Reading {
  /** Our names by theirs. */
  names: ReadonlyMap<string, string>;
  notes: ImportNote[];
  depth: number;
}

/** Their linkIds may be anything; ours are small letters, digits and hyphens. */
function namesOf(raw: Given): Map<string, string> {
  const names = new Map<string, string>();
  const taken: Item[] = [];
  const visit = (items: Given[], depth: number): void => {
    for (const one of items) {
      const theirs = said(one.linkId);
      const ours = freshLinkId({ item: taken } as never, theirs || 'question');
      taken.push({ linkId: ours, text: '', _text: french(''), type: 'display' });
      if (!names.has(theirs)) names.set(theirs, ours);
      if (depth < 20) visit(listOf(one.item), depth + 1);
    }
  };
  visit(listOf(raw.item), 1);
  return names;
}

const known = new Set([
  ...[
    'linkId',
    'definition',
    'code',
    'prefix',
    'text',
    '_text',
    'type',
    'extension',
    'enableWhen',
    'enableBehavior',
  ],
  ...['required', 'repeats', 'readOnly', 'maxLength', 'answerOption', 'initial', 'item', 'id'],
]);

function itemFrom(given: Given, { names, notes, depth }: Reading): Item[] {
  const theirs = said(given.linkId);
  const linkId = names.get(theirs) ?? 'question';
  const say = (code: ImportNote['code'], detail?: string) =>
    notes.push({ linkId, code, ...(detail !== undefined && { detail }) });
  if (linkId !== theirs) say('renamed', theirs);
  for (const name of Object.keys(given)) if (!known.has(name)) say('part-left-out', name);
  const type = given.type === 'url' ? 'string' : given.type;
  if (!itemTypes.some(one => one === type)) {
    say('kind-not-known', said(given.type));
    return [];
  }
  const inner = listOf(given.item).flatMap(one => itemFrom(one, { names, notes, depth: depth + 1 }));
  const item: Given = {
    ...{ linkId, text: textOf(given.text), _text: french(frenchOf(given._text)), type },
    ...(type === 'group' && { item: inner }),
    ...optionsFrom(given, say),
  };
  if (frenchOf(given._text) === '') say('no-french');
  for (const name of ['required', 'repeats', 'readOnly', 'enableBehavior', 'maxLength', 'prefix'])
    if (given[name] !== undefined && given[name] !== false) item[name] = given[name];
  keepSound(item, 'definition', [given.definition], say);
  for (const name of ['code', 'initial'] as const) {
    const plain = listOf(given[name]).map(({ display: _, version: __, id: ___, ...rest }) => rest);
    if (plain.length > 0) keepSound(item, name, [plain], say);
  }
  const conditions = listOf(given.enableWhen).map(one => conditionFrom(one, names));
  if (conditions.length > 0) keepSound(item, 'enableWhen', [conditions], say);
  for (const one of listOf(given.extension)) addExtension(item, renamed(one, names), say);
  const sound = shaped(item, say);
  // What only groups may hold stands after it.
  return type === 'group' || inner.length === 0 ? [sound] : [sound, ...inner];
}

type Say = (code: ImportNote['code'], detail?: string) => void;

function frenchOf(translated: unknown): string {
  if (!isObject(translated)) return '';
  for (const { extension } of listOf(translated.extension)) {
    const parts = listOf(extension);
    const lang = parts.find(one => one.url === 'lang')?.valueCode;
    if (typeof lang === 'string' && lang.startsWith('fr'))
      return textOf(parts.find(one => one.url === 'content')?.valueString);
  }
  return '';
}

const weightUrls = ['itemWeight', 'ordinalValue', 'questionnaire-ordinalValue'];

function optionsFrom(given: Given, say: Say): Given {
  if (given.type !== 'choice' && given.type !== 'open-choice') return {};
  if (given.answerValueSet !== undefined) say('answer-list-elsewhere', textOf(given.answerValueSet));
  const answerOption = listOf(given.answerOption).flatMap(option => {
    const coding = isObject(option.valueCoding) ? option.valueCoding : undefined;
    const plain = option.valueString ?? option.valueInteger ?? option.valueDate;
    const display = coding ? textOf(coding.display) || textOf(coding.code) : said(plain);
    if (display === '') return [];
    const code = said(coding?.code ?? display)
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+/, '');
    const weight = [...listOf(option.extension), ...listOf(coding?.extension)].find(one =>
      weightUrls.some(name => said(one.url).endsWith(`/${name}`)),
    )?.valueDecimal;
    const url = 'http://hl7.org/fhir/StructureDefinition/itemWeight';
    const translated = frenchOf(coding?._display);
    if (translated === '') say('no-french', display);
    return [
      {
        valueCoding: {
          ...(typeof weight === 'number' && { extension: [{ url, valueDecimal: weight }] }),
          ...(typeof coding?.system === 'string' && { system: coding.system.slice(0, 200) }),
          ...{ code: code.slice(0, 80) || 'answer', display, _display: french(translated) },
        },
      },
    ];
  });
  return { answerOption: answerOption.slice(0, limits.options) };
}

function conditionFrom(given: Given, names: ReadonlyMap<string, string>): Given {
  const { question, answerCoding } = given;
  const theirs = said(question);
  const coding = isObject(answerCoding) && {
    answerCoding: {
      ...(typeof answerCoding.system === 'string' && { system: answerCoding.system }),
      code: said(answerCoding.code)
        .replace(/[^A-Za-z0-9._-]+/g, '-')
        .replace(/^[^A-Za-z0-9]+/, ''),
    },
  };
  return { ...given, question: names.get(theirs) ?? theirs, ...coding };
}

/** Expressions say their linkIds in quotes. */
function renamed(given: Given, names: ReadonlyMap<string, string>): Given {
  const { valueExpression } = given;
  if (!isObject(valueExpression)) return given;
  const expression = said(valueExpression.expression).replace(/'([^']*)'/g, (quoted, name: string) =>
    names.has(name) ? `'${names.get(name)}'` : quoted,
  );
  return { ...given, valueExpression: { language: valueExpression.language, expression } };
}

function addExtension(item: Given, one: Given, say: Say): void {
  const before = listOf(item.extension);
  if (isSound({ ...item, extension: [...before, one] })) item.extension = [...before, one];
  else say('part-left-out', said(one.url).split('/').at(-1));
}

function keepSound(item: Given, name: string, [value]: [unknown], say: Say): void {
  if (value === undefined) return;
  if (isSound({ ...item, [name]: value })) item[name] = value;
  else say('part-left-out', name);
}

function isSound(item: Given): boolean {
  try {
    shapeOf({ ...frame, item: [{ ...item, item: undefined }] });
    return true;
  } catch {
    return false;
  }
}

const frame = {
  ...{ resourceType: 'Questionnaire', url: '', version: '1', name: 'x', title: '', status: 'draft' },
  _title: french(''),
};

/** The item; when some plain part of it is unsound, without its plain parts. */
function shaped(item: Given, say: Say): Item {
  if (isSound(item)) return item as unknown as Item;
  for (const name of [
    'required',
    'repeats',
    'readOnly',
    'enableBehavior',
    'maxLength',
    'prefix',
    'answerOption',
  ]) {
    if (!(name in item)) continue;
    const { [name]: _, ...rest } = item;
    if (!isSound({ ...rest, ...(name === 'answerOption' && { answerOption: [] }) })) continue;
    say('part-left-out', name);
    return { ...rest, ...(name === 'answerOption' && { answerOption: [] }) } as unknown as Item;
  }
  say('part-left-out');
  const { linkId, text, _text, type, item: held } = item;
  return { linkId, text, _text, type, ...(held !== undefined && { item: held }) } as unknown as Item;
}
