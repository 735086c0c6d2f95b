import { readFileSync } from 'node:fs';
import { type IdentifierKind, identifiersIn, type Mark } from '../../src/domain/library/deidentify.ts';

/** A note with what a person marked in it. */
export interface LabelledNote {
  text: string;
  labels: Mark[];
}

const kinds: Readonly<Record<string, IdentifierKind>> = {
  ...{ n: 'name', h: 'health-number', t: 'phone', e: 'email', a: 'address', p: 'postal-code' },
  ...{ m: 'record-number', u: 'web-address', d: 'date', g: 'age', c: 'place', i: 'institution' },
};
/** What alone may tell who somebody is. */
const direct: readonly IdentifierKind[] = [
  ...(['name', 'health-number', 'phone', 'email', 'address'] as const),
  ...(['postal-code', 'record-number', 'web-address'] as const),
];

/** The notes of test/notes; its README says how they are marked. */
export function labelledNotes(file: 'known' | 'held-out' | 'blind' | 'blind-2' | 'blind-3'): LabelledNote[] {
  const lines = readFileSync(new URL(`../notes/${file}.txt`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map(line => readNote(line.slice(4)));
}

function readNote(source: string): LabelledNote {
  const labels: Mark[] = [];
  let text = '';
  let at = 0;
  for (const match of source.matchAll(/\{(\w)\|([^{}]+)\}/g)) {
    text += source.slice(at, match.index);
    labels.push({ kind: kinds[match[1]!]!, from: text.length, to: text.length + match[2]!.length });
    text += match[2]!;
    at = match.index + match[0].length;
  }
  return { text: text + source.slice(at), labels };
}

export interface Measured {
  notes: number;
  /** Share of direct identifiers of which every letter and figure is marked. */
  direct: number;
  /** The same of all labels. */
  all: number;
  /** Share of marks that touch a label. */
  precision: number;
  missed: string[];
}

/** How well the assistant does on notes. */
export function measureOn(notes: readonly LabelledNote[]): Measured {
  const missed: string[] = [];
  const counts = { direct: 0, directFound: 0, all: 0, found: 0, marks: 0, right: 0 };
  for (const { text, labels } of notes) {
    const marks = identifiersIn(text);
    counts.marks += marks.length;
    counts.right += marks.filter(mark => labels.some(one => one.from < mark.to && mark.from < one.to)).length;
    for (const label of labels) {
      const found = isCovered(text, label, marks);
      counts.all++;
      if (found) counts.found++;
      else missed.push(`${label.kind}: ${text.slice(label.from, label.to)}`);
      if (!direct.includes(label.kind)) continue;
      counts.direct++;
      if (found) counts.directFound++;
    }
  }
  return {
    notes: notes.length,
    direct: counts.directFound / counts.direct,
    all: counts.found / counts.all,
    precision: counts.right / counts.marks,
    missed,
  };
}

function isCovered(text: string, label: Mark, marks: readonly Mark[]): boolean {
  for (let at = label.from; at < label.to; at++)
    if (/[\p{L}\p{N}]/u.test(text[at]!) && !marks.some(({ from, to }) => from <= at && at < to)) return false;
  return true;
}
