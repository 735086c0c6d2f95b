import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bankFaults, bankOf } from './bank.ts';
import { addItem, copyInto, freshSlug, itemOf, moveItem, newItem, removeItem, setItem } from './edit.ts';
import { faultsOf, parseQuestionnaire } from './faults.ts';
import { importQuestionnaire } from './import.ts';
import { readItem, type TypedItem, typedItem } from './item-form.ts';
import { allItems, french } from './items.ts';
import { type Item, itemTypes, type Questionnaire, shapeOf } from './questionnaire.ts';

const folder = new URL('../../../data/forms/', import.meta.url);
const shipped = readdirSync(folder).map(name =>
  parseQuestionnaire(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))),
);
const empty: Questionnaire = {
  ...{ resourceType: 'Questionnaire', url: 'urn:eservices:form:made', version: '1', name: 'made' },
  ...{ title: 'Made', _title: french('Fait'), status: 'draft', item: [] },
};
const said = (form: Questionnaire, type: Item['type'], text: string): Item => ({
  ...newItem(form, type),
  ...{ text, _text: french(text) },
});

describe('a steward', () => {
  it('adds a section and questions, moves one up, and removes the other', () => {
    let form = addItem(empty, said(empty, 'group', 'Heart'), {});
    for (const text of ['Murmur', 'Rhythm'])
      form = addItem(form, said(form, 'boolean', text), { into: 'section' });
    expect(form.item[0]!.item!.map(one => one.linkId)).toEqual(['question', 'question-2']);
    form = moveItem(form, 'question-2', 'up');
    expect(form.item[0]!.item!.map(one => one.text)).toEqual(['Rhythm', 'Murmur']);
    expect(moveItem(form, 'question-2', 'up')).toEqual(form);
    form = removeItem(form, 'question');
    expect(allItems(form.item).map(one => one.text)).toEqual(['Heart', 'Rhythm']);
    form = setItem(form, { ...itemOf(form, 'question-2')!, text: 'Pulse' });
    expect(itemOf(form, 'question-2')?.text).toBe('Pulse');
    expect(faultsOf(form)).toEqual([]);
  });

  it('never loses or doubles an item by any order of edits', () => {
    const act = fc.record({
      what: fc.constantFrom('add' as const, 'up' as const, 'down' as const, 'copy' as const),
      type: fc.constantFrom(...itemTypes),
      at: fc.nat(30),
    });
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), acts => {
        let form = empty;
        for (const { what, type, at } of acts) {
          const all = allItems(form.item);
          const one = all[at % Math.max(1, all.length)];
          const before = all.length;
          if (what === 'add') {
            form = addItem(form, newItem(form, type), one?.type === 'group' ? { into: one.linkId } : {});
            expect(allItems(form.item)).toHaveLength(before + 1);
          } else if (one && what === 'copy') {
            form = addItem(form, copyInto(form, one), {});
            expect(allItems(form.item)).toHaveLength(before + allItems([one]).length);
          } else if (one && what !== 'copy') {
            form = moveItem(form, one.linkId, what);
            expect(allItems(form.item)).toHaveLength(before);
          }
        }
        const names = allItems(form.item).map(one => one.linkId);
        expect(new Set(names).size).toBe(names.length);
        shapeOf(form);
      }),
      { numRuns: 50 },
    );
  });

  it('takes a scale from the bank with its score and its conditions, renamed in step', () => {
    const from = shipped.find(one => one.name === 'psychiatry-econsult')!;
    const bank = bankOf(shipped);
    const scale = bank.find(one => one.name.startsWith('scale:') && one.forms.includes(from.name))!;
    const once = addItem(empty, copyInto(empty, scale.item), {});
    const twice = addItem(once, copyInto(once, scale.item), {});
    expect(faultsOf(twice)).toEqual([]);
    expect(bankFaults(twice, bank)).toEqual([]);
    const changed = setItem(once, { ...itemOf(once, 'phq9-1')!, answerOption: [] });
    expect(bankFaults(changed, bank).length).toBe(itemOf(once, 'phq9-1')!.definition === undefined ? 0 : 1);
  });

  it('names a form after its title', () => {
    expect(freshSlug('Échographie du cœur', 'abc123')).toMatch(/^echographie-du-c.*ur-abc123$/);
    expect(freshSlug('2026', 'abc123')).toBe('form-abc123');
  });
});

describe('the fields of an item', () => {
  it('say what the item says: every shipped item comes back as it was', () => {
    for (const form of shipped) {
      for (const one of allItems(form.item)) {
        const read = readItem(form, one, typedItem(one));
        if ('problems' in read) throw new Error(`${one.linkId}: ${JSON.stringify(read.problems)}`);
        const again = { ...typedItem(read.item), options: undefined };
        expect(again).toEqual({ ...typedItem(one), options: undefined });
        expect(read.item.answerOption?.map(option => option.valueCoding.code)).toEqual(
          one.answerOption?.map(option => option.valueCoding.code),
        );
      }
    }
  });

  it('read answers with points, a condition in words, bounds and a sum', () => {
    const scale = said(empty, 'group', 'Scale');
    let form = addItem(empty, scale, {});
    const one = said(form, 'choice', 'How often?');
    form = addItem(form, one, { into: 'section' });
    const row = (en: string, points: string) => ({ code: '', en, fr: en, points });
    const typed: TypedItem = {
      ...typedItem(one),
      required: true,
      options: [row('Never', '0'), row('Often', '2,5'), row('', '')],
    };
    const read = readItem(form, one, typed);
    if ('problems' in read) throw new Error(JSON.stringify(read.problems));
    expect(read.item.answerOption!.map(option => option.valueCoding.code)).toEqual(['never', 'often']);
    form = setItem(form, read.item);
    const next = said(form, 'integer', 'How many?');
    const ask = { ...typedItem(next), max: '10' };
    const when = (value: string) => [{ question: 'question', operator: '=', value }];
    const sound = readItem(form, next, { ...ask, conditions: when('OFTEN'), score: 'sum:section' });
    expect(sound).toMatchObject({
      item: {
        readOnly: true,
        enableWhen: [{ question: 'question', operator: '=', answerCoding: { code: 'often' } }],
      },
    });
    expect(readItem(form, next, { ...ask, min: 'x', conditions: when('Sometimes') })).toEqual({
      problems: [
        { field: 'min', code: 'number' },
        { field: 'conditions', code: 'answer', detail: 'Sometimes' },
      ],
    });
  });
});

describe('a Questionnaire from elsewhere', () => {
  it('of our own comes back as it went', () => {
    for (const form of shipped) {
      const { form: read, notes } = importQuestionnaire(JSON.parse(JSON.stringify(form)));
      expect(notes).toEqual([]);
      expect(read!.item).toEqual(form.item);
    }
  });

  it('is taken as far as forms know it, and says what was left out', () => {
    const { form, notes } = importQuestionnaire({
      ...{ resourceType: 'Questionnaire', title: 'Theirs', status: 'active', publisher: 'x' },
      item: [
        {
          ...{ linkId: '/1.A', text: 'Pain?', type: 'choice', answerValueSet: 'http://x/vs' },
          answerOption: [{ valueCoding: { code: 'yes!', display: 'Yes' } }, { valueString: 'A bit' }],
        },
        {
          ...{ linkId: '2', text: 'Where?', type: 'string', design: 'x' },
          enableWhen: [{ question: '/1.A', operator: '=', answerCoding: { system: 'x', code: 'yes!' } }],
          extension: [{ url: 'http://x/strange', valueString: 'x' }],
        },
        { linkId: '3', text: 'Scan', type: 'attachment' },
      ],
    });
    expect(form!.item.map(one => one.linkId)).toEqual(['1-a', '2']);
    expect(form!.item[1]!.enableWhen![0]!.question).toBe('1-a');
    expect(notes.map(note => `${note.linkId} ${note.code} ${note.detail ?? ''}`.trim())).toEqual(
      expect.arrayContaining([
        '1-a renamed /1.A',
        '1-a answer-list-elsewhere http://x/vs',
        '2 part-left-out design',
        '2 part-left-out strange',
        '3 kind-not-known attachment',
      ]),
    );
    expect(importQuestionnaire([]).notes).toEqual([{ linkId: '', code: 'not-a-questionnaire' }]);
  });

  it('of any content is read without a throw', () => {
    const keys = [
      'linkId',
      'text',
      'type',
      'item',
      'enableWhen',
      'answerOption',
      'extension',
      'code',
      'repeats',
    ];
    const { tree } = fc.letrec(tie => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('group', 'choice', 'string', '', true, 3, null),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom(...keys), tie('tree'), { maxKeys: 6 }),
      ),
    }));
    fc.assert(
      fc.property(tree, item => {
        const { form } = importQuestionnaire({ resourceType: 'Questionnaire', item });
        if (form) shapeOf(form);
      }),
      { numRuns: 200 },
    );
  });
});
