import { type Found, labels, tidy, valuesOf } from './lines.ts';
import { nameIn } from './names.ts';
import { phoneIn } from './numbers.ts';

const place =
  /clinic|clinique|family health|family practice|family medicine|medical (?:centre|center|group|associates)|health (?:centre|center|team)|sant[ée] familiale|m[ée]dical|physicians|cabinet|centre de sant[ée]/iu;
const doctor =
  /\b(?:Dr|Dre|Docteure?)\.?\s+(\p{L}[\p{L}'’.-]*(?:\s+\p{L}[\p{L}'’.-]*){0,3})|(\p{Lu}[\p{L}'’.-]*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3}),?\s+(?:M\.?D|NP|IP|CCFP|RN\(EC\))\b/u;
const toSomebody = new RegExp(`^\\s*(?:dear|cher|ch[èe]re|${labels.to})\\b`, 'iu');
const closing =
  /^(?:sincerely|(?:kind |best |warm )?regards|thank you|thanks|cordialement|merci|bien [àa] vous|signed|signature|electronically signed)/iu;

/** Who sent it: behind a label, else under the closing words, else the first doctor who is not written to; with the practice. */
export function senderIn(lines: readonly string[]): Found | undefined {
  const labelled = valuesOf(lines, 'from').map(({ value, line }) => ({
    value: doctorIn(value) ?? plainName(value),
    line,
  }));
  const at = lines.findIndex(line => closing.test(line.trim()));
  const signed = at === -1 ? [] : lines.slice(at, at + 4);
  const others = lines.filter(line => !toSomebody.test(line));
  const read = [
    ...labelled,
    ...[...signed, ...others].map(line => ({ value: doctorIn(line), line: tidy(line) })),
  ];
  const who = read.find(({ value }) => value !== undefined);
  const practice = practiceIn(lines);
  if (!who) return practice;
  const value = [who.value, practice?.value].filter(Boolean).join(', ').slice(0, 200);
  return { value, line: who.line };
}

function doctorIn(text: string): string | undefined {
  const found = doctor.exec(text);
  const name = found && nameIn(found[1] ?? found[2] ?? '');
  return name ? `Dr. ${name}` : undefined;
}

function plainName(text: string): string | undefined {
  const name = nameIn(text.split(',')[0]!);
  return name && !place.test(name) && name.includes(' ') ? name : undefined;
}

/** The head of the letter, or a line that names a practice beside who sent it. */
function practiceIn(lines: readonly string[]): Found | undefined {
  const head = lines
    .slice(0, 6)
    .find(line => place.test(line) && !toSomebody.test(line) && !/[:?]/u.test(line));
  const cell = head?.split(/\s{3,}/u).find(one => place.test(one));
  return head && cell ? { value: tidy(cell).slice(0, 120), line: tidy(head) } : undefined;
}

/** A fax number that is not the receiver's: in the head, beside or below who sent it, or under the signature. */
export function senderFaxIn(lines: readonly string[]): Found | undefined {
  const to = lines.findIndex(line => toSomebody.test(line) && /fax|clinic|dr|t[ée]l[ée]c/iu.test(line));
  const from = lines.findIndex(line => new RegExp(`^\\s*(?:${labels.from})\\s*[:#]`, 'iu').test(line));
  const found = lines.flatMap((line, i): (Found & { near: number })[] => {
    const [one] = valuesOf([line], 'fax', false);
    const number = one && phoneIn(one.value);
    if (!number || toSomebody.test(line) || (to !== -1 && i > to && i - to <= 2 && i !== from)) return [];
    return [{ value: number, line: tidy(line), near: from === -1 ? i : Math.abs(i - from) }];
  });
  const [nearest] = found.sort((a, b) => a.near - b.near);
  return nearest && { value: nearest.value, line: nearest.line };
}
