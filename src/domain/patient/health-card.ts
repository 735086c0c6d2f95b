/** Provinces and territories, by their postal abbreviation. */
export const provinces = [
  'ON',
  'QC',
  'BC',
  'AB',
  'MB',
  'SK',
  'NS',
  'NB',
  'NL',
  'PE',
  'YT',
  'NT',
  'NU',
] as const;
export type Province = (typeof provinces)[number];

/** Federal plans that pay for care instead of a province. */
export const federalPlans = [
  'veterans',
  'armed-forces',
  'rcmp',
  'correctional',
  'interim-federal',
  'first-nations',
] as const;
export type FederalPlan = (typeof federalPlans)[number];

/** Why there is no card. Care never waits for one. */
export const noCardReasons = ['waiting', 'lost', 'uninsured', 'refused', 'unknown'] as const;
export type NoCardReason = (typeof noCardReasons)[number];

export type CardKind = Province | FederalPlan | 'newborn' | 'none';
export const cardKinds: readonly CardKind[] = [...provinces, ...federalPlans, 'newborn', 'none'];

/**
 * Proof of insurance as kept. `unverified` was kept although its number does not add up. A newborn has no number yet;
 * `mother` is the mother's Ontario number, when known.
 */
export type HealthCard =
  | { kind: 'ON'; number: string; version: string; unverified: boolean }
  | { kind: Exclude<Province, 'ON'> | FederalPlan; number: string; unverified: boolean }
  | { kind: 'newborn'; mother: string }
  | { kind: 'none'; reason: NoCardReason };

/** A problem cannot be kept; a doubt is a warning, and the number may be kept as unverified. */
export type CardProblem = 'kind' | 'missing' | 'length' | 'characters' | 'version' | 'reason';
export type CardDoubt = 'check-digit' | 'shape' | 'birth-date';

export type CheckedCard =
  | { card: HealthCard; doubt?: CardDoubt }
  | { problem: CardProblem; field: 'number' | 'version' | 'kind' | 'reason' };

export interface TypedCard {
  kind: string;
  number: string;
  version: string;
  reason: string;
}

/** How numbers of other plans are written. Where the rule is public only in part, the shape alone is checked. */
const shapes: Record<Exclude<Province, 'ON'> | FederalPlan, RegExp> = {
  QC: /^[A-Z]{4}\d{8}$/,
  BC: /^9\d{9}$/,
  AB: /^\d{9}$/,
  MB: /^\d{9}$/,
  SK: /^\d{9}$/,
  NS: /^\d{10}$/,
  NB: /^\d{9}$/,
  NL: /^\d{12}$/,
  PE: /^\d{8}$/,
  YT: /^\d{9}$/,
  NT: /^[NDMT]\d{7}$/,
  NU: /^\d{9}$/,
  veterans: /^[A-Z]?\d{6,8}$/,
  'armed-forces': /^[A-Z]\d{8}$/,
  rcmp: /^[A-Z]?\d{5,7}$/,
  correctional: /^\d{6}[A-Z]$/,
  'interim-federal': /^\d{8}(\d{2})?$/,
  'first-nations': /^\d{9,10}$/,
};

/** Checks a card as typed; `born` (`YYYY-MM-DD`) is compared where a number tells the birth date. */
export function healthCard(typed: TypedCard, born?: string): CheckedCard {
  const kind = typed.kind as CardKind;
  if (!cardKinds.includes(kind)) return { problem: 'kind', field: 'kind' };
  if (kind === 'none') return noCard(typed.reason);
  const number = compact(typed.number);
  if (kind === 'newborn') return newborn(number);
  if (number === '') return { problem: 'missing', field: 'number' };
  if (kind === 'ON') return ontario(number, compact(typed.version));
  if (!/^[A-Z\d]+$/.test(number)) return { problem: 'characters', field: 'number' };
  if (number.length > 20) return { problem: 'length', field: 'number' };
  const doubt = doubtOf(kind, number, born);
  return { card: { kind, number, unverified: doubt !== undefined }, ...(doubt && { doubt }) };
}

/** A number without spaces, dots, dashes and slashes, in capital letters. */
export function compact(typed: string): string {
  return typed
    .normalize('NFKC')
    .replace(/[\s.\-\u2010-\u2015/]/gu, '')
    .toUpperCase();
}

/** Luhn mod 10 over all digits, the last being the check digit. */
export function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

/** As printed: `1234 567 897 AB` in Ontario, otherwise as kept; '' without a number. */
export function printedNumber(card: HealthCard): string {
  if (card.kind === 'none') return '';
  if (card.kind === 'newborn') return grouped(card.mother);
  if (card.kind !== 'ON') return card.number;
  return `${grouped(card.number)} ${card.version}`.trim();
}

/** The number with all but its last 3 digits hidden, for a strip at the top of a page. */
export function maskedNumber(card: HealthCard): string {
  if (card.kind === 'none' || card.kind === 'newborn') return '';
  const tail = card.number.slice(-3);
  return card.kind === 'ON' ? `•••• ••• ${tail} ${card.version}`.trim() : `••• ${tail}`;
}

function grouped(number: string): string {
  return number.replace(/^(\d{4})(\d{3})(\d{3})$/, '$1 $2 $3');
}

function noCard(reason: string): CheckedCard {
  const known = noCardReasons.find(one => one === reason);
  return known ? { card: { kind: 'none', reason: known } } : { problem: 'reason', field: 'reason' };
}

function newborn(number: string): CheckedCard {
  if (number === '') return { card: { kind: 'newborn', mother: '' } };
  if (!/^\d+$/.test(number)) return { problem: 'characters', field: 'number' };
  if (number.length !== 10) return { problem: 'length', field: 'number' };
  const card: HealthCard = { kind: 'newborn', mother: number };
  return luhn(number) ? { card } : { card, doubt: 'check-digit' };
}

/** The version code may be typed with the number, as people read it from the card. */
function ontario(typed: string, typedVersion: string): CheckedCard {
  const together = /^(\d{10})([A-Z]{1,2})$/.exec(typed);
  const number = together?.[1] ?? typed;
  const version = typedVersion || (together?.[2] ?? '');
  if (!/^\d+$/.test(number)) return { problem: 'characters', field: 'number' };
  if (number.length !== 10) return { problem: 'length', field: 'number' };
  if (!/^[A-Z]{0,2}$/.test(version)) return { problem: 'version', field: 'version' };
  const sound = luhn(number);
  const card: HealthCard = { kind: 'ON', number, version, unverified: !sound };
  return sound ? { card } : { card, doubt: 'check-digit' };
}

function doubtOf(kind: keyof typeof shapes, number: string, born?: string): CardDoubt | undefined {
  if (!shapes[kind].test(number)) return 'shape';
  if (kind === 'BC' && !britishColumbia(number)) return 'check-digit';
  if (kind === 'QC') return quebec(number, born);
  return undefined;
}

/** Modulus 11 over digits 2 to 9, as published by the BC Ministry of Health. */
function britishColumbia(number: string): boolean {
  const weights = [2, 4, 8, 5, 10, 9, 7, 3];
  const sum = weights.reduce((total, weight, i) => total + ((Number(number[i + 1]) * weight) % 11), 0);
  return 11 - (sum % 11) === Number(number[9]);
}

/** RAMQ: four letters of the name, then year, month (50 more for a woman) and day of birth. */
function quebec(number: string, born?: string): CardDoubt | undefined {
  const [year, month, day] = [number.slice(4, 6), Number(number.slice(6, 8)), Number(number.slice(8, 10))];
  const plain = month > 50 ? month - 50 : month;
  if (plain < 1 || plain > 12 || day < 1 || day > 31) return 'shape';
  if (!born) return undefined;
  const said = `${year}-${String(plain).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return born.slice(2) === said ? undefined : 'birth-date';
}
