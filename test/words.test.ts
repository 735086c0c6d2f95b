import { describe, expect, it } from 'vitest';
import { words } from '../src/words/words.ts';

/** French that is rightly the same as the English: names, codes, and words both languages share. */
const same = new Set<string>([
  'HSDS',
  'FHIR',
  'eServices',
  'Patient',
  'Patients',
  'Pages',
  'Version 2',
  'Menu',
  'Urgent',
  'Messages 2',
  '1 page',
  '2 pages',
  '2, version 2',
  'question',
  'Question',
  'Message',
  'Note',
  '2 minutes',
  'Consultation',
  'Distance',
  'Service',
  'PDF',
  'Distance',
  'Ontario',
  'Alberta',
  'Manitoba',
  'Saskatchewan',
  'Yukon',
  'Nunavut',
]);

/** Every text of a tree with its path. Functions are called with the number 2 for each argument. */
function texts(node: unknown, path = ''): [string, string][] {
  if (typeof node === 'string') return [[path, node]];
  if (typeof node === 'function') return texts(said(node as (...args: number[]) => unknown), `${path}()`);
  if (node === null || typeof node !== 'object') return [];
  return Object.entries(node).flatMap(([key, child]) => texts(child, `${path}.${key}`));
}

/** Functions that take more than plain values are read by the tests of their own noun. */
function said(write: (...args: number[]) => unknown): unknown {
  try {
    return write(...Array.from({ length: write.length }, () => 2));
  } catch {
    return undefined;
  }
}

const en = new Map(texts(words.en));
const fr = new Map(texts(words.fr));

describe('the words of the product', () => {
  it('say as many things in French as in English, lists included', () => {
    expect([...fr.keys()].sort()).toEqual([...en.keys()].sort());
  });

  it('are translated: French that equals the English is on the list of those that should', () => {
    const equal = [...en].filter(([path, text]) => /\p{L}{2}/u.test(text) && fr.get(path) === text);
    expect(equal.filter(([, text]) => !same.has(text))).toEqual([]);
  });

  it('are never empty in one language only', () => {
    const empty = [...en].filter(([path, text]) => (text.trim() === '') !== (fr.get(path)?.trim() === ''));
    expect(empty).toEqual([]);
  });

  it('use the apostrophe of print in both languages', () => {
    const straight = [...en, ...fr].filter(([, text]) => /\p{L}'\p{L}/u.test(text));
    expect(straight).toEqual([]);
  });
});
