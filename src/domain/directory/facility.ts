import { distanceKm, medianPoint, type Point } from './place.ts';
import { properName, properStreet, properTown } from './proper-case.ts';
import { type Repairs, repair } from './repair.ts';
import { fold } from './words.ts';

/** A line of the facility file as published; all text, untrusted. */
export interface FacilityRow {
  /** Line in the file, 1 for the head. */
  line: number;
  name: string;
  /** The publisher's own type, "long-term care home". */
  sourceType: string;
  type: string;
  streetNo: string;
  street: string;
  postalCode: string;
  city: string;
  province: string;
  /** Census subdivision, when the town is missing. */
  subdivision: string;
  latitude: string;
  longitude: string;
}

/** A facility ready to be stored. `ref` stays the same from one file to the next: normalized name and postal code. */
export interface Facility {
  ref: string;
  name: string;
  sourceType: string;
  type: string;
  address: string;
  city: string;
  postalCode: string;
  point: Point | null;
  approximate: boolean;
}

/** What became of a row, each with the reasons. A flagged row is loaded and wants a person's eye. */
export interface RowReport {
  line: number;
  name: string;
  outcome: 'loaded' | 'merged' | 'flagged' | 'refused';
  notes: Note[];
}

export type Note =
  | { code: 'name-missing' | 'postal-code-missing' | 'not-ontario' | 'columns' | 'location-unknown' }
  | { code: 'postal-code-wrong' | 'coordinates-wrong'; text: string }
  | { code: 'accent-repaired' | 'accent-unknown'; text: string }
  | { code: 'same-as'; line: number }
  | { code: 'same-address'; name: string }
  | { code: 'location-approximate'; fsa: string }
  | { code: 'fsa-distrusted'; fsa: string; km: number };

export interface ImportPlan {
  facilities: Facility[];
  rows: RowReport[];
}

/** Farther than this from the median of its facilities, a published FSA centre is wrong. */
const trustKm = 50;
const postal = /^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d$/;

interface Read {
  row: FacilityRow;
  facility: Facility;
  notes: Note[];
}

/** The name as two files would agree on it. */
export function facilityRef(name: string, postalCode: string): string {
  const plain = fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return `${plain}|${postalCode}`;
}

function pointOf(row: FacilityRow, notes: Note[]): Point | null {
  if (row.latitude.trim() === '' && row.longitude.trim() === '') return null;
  const point = { latitude: Number(row.latitude), longitude: Number(row.longitude) };
  // Ontario lies between these; a point outside was typed or matched wrongly.
  const inside =
    point.latitude > 41.5 && point.latitude < 57 && point.longitude > -95.5 && point.longitude < -74;
  if (inside) return point;
  notes.push({ code: 'coordinates-wrong', text: `${row.latitude},${row.longitude}` });
  return null;
}

function mended(text: string, repairs: Repairs, notes: Note[]): string {
  const result = repair(text, repairs);
  if (result.unknown.length > 0) notes.push({ code: 'accent-unknown', text: result.unknown.join(' ') });
  else if (result.text !== text) notes.push({ code: 'accent-repaired', text: result.text });
  return result.text;
}

function refusalOf(row: FacilityRow, postalCode: string): Note | undefined {
  if (row.name.trim() === '') return { code: 'name-missing' };
  if (row.province.trim().toLowerCase() !== 'on') return { code: 'not-ontario' };
  if (postalCode === '') return { code: 'postal-code-missing' };
  return postal.test(postalCode) ? undefined : { code: 'postal-code-wrong', text: row.postalCode };
}

/** "n1e6h5" as "N1E 6H5". */
export function tidyPostalCode(text: string): string {
  const bare = text.toUpperCase().replace(/[\s-]/g, '');
  return bare.length === 6 ? `${bare.slice(0, 3)} ${bare.slice(3)}` : bare;
}

function read(row: FacilityRow, repairs: Repairs): Read | RowReport {
  const postalCode = tidyPostalCode(row.postalCode);
  const refusal = refusalOf(row, postalCode);
  if (refusal) return { line: row.line, name: row.name, outcome: 'refused', notes: [refusal] };
  const notes: Note[] = [];
  const name = properName(mended(row.name, repairs, notes));
  const street = properStreet(mended(row.street, repairs, notes));
  const city = properTown(mended(row.city, repairs, notes) || row.subdivision);
  const facility: Facility = {
    ref: facilityRef(name, postalCode),
    name,
    sourceType: row.sourceType,
    type: row.type,
    address: [row.streetNo.trim(), street].filter(Boolean).join(' '),
    city,
    postalCode,
    point: pointOf(row, notes),
    approximate: false,
  };
  return { row, facility, notes };
}

/** Points that facilities themselves have, by FSA. */
function pointsByFsa(reads: readonly Read[]): Map<string, Point[]> {
  const byFsa = new Map<string, Point[]>();
  for (const { facility } of reads) {
    if (!facility.point) continue;
    const fsa = facility.postalCode.slice(0, 3);
    byFsa.set(fsa, [...(byFsa.get(fsa) ?? []), facility.point]);
  }
  return byFsa;
}

/** Fills a missing place from the FSA's centre, or from its facilities where the centre is far from them. */
function locate(
  { facility, notes }: Read,
  centres: ReadonlyMap<string, Point>,
  around: Map<string, Point[]>,
) {
  if (facility.point) return;
  const fsa = facility.postalCode.slice(0, 3);
  const median = medianPoint([...(around.get(fsa) ?? [])]);
  const centre = centres.get(fsa);
  const km = centre && median ? distanceKm(centre, median) : 0;
  if (km > trustKm) notes.push({ code: 'fsa-distrusted', fsa, km: Math.round(km) });
  facility.point = (km > trustKm ? median : (centre ?? median)) ?? null;
  facility.approximate = facility.point !== null;
  notes.push(facility.point ? { code: 'location-approximate', fsa } : { code: 'location-unknown' });
}

const grave = new Set<Note['code']>([
  'accent-unknown',
  'coordinates-wrong',
  'location-unknown',
  'fsa-distrusted',
]);

/**
 * What to store of a facility file and what to say of every row. Rows with one normalized name and postal code are one
 * facility; one address under two names is only reported. Pure, so the same file always gives the same plan.
 */
export function planImport(
  rows: readonly FacilityRow[],
  repairs: Repairs,
  centres: ReadonlyMap<string, Point>,
): ImportPlan {
  const all = rows.map(row => read(row, repairs));
  const reads = all.filter((one): one is Read => 'row' in one);
  const around = pointsByFsa(reads);
  const byRef = new Map<string, Read>();
  const byAddress = new Map<string, Read>();
  const reports: RowReport[] = [];
  for (const one of all) {
    if (!('row' in one)) {
      reports.push(one);
      continue;
    }
    reports.push(place(one, { byRef, byAddress, centres, around }));
  }
  return { facilities: [...byRef.values()].map(one => one.facility), rows: reports };
}

interface Seen {
  byRef: Map<string, Read>;
  byAddress: Map<string, Read>;
  centres: ReadonlyMap<string, Point>;
  around: Map<string, Point[]>;
}

function place(one: Read, seen: Seen): RowReport {
  const { facility, row, notes } = one;
  const twin = seen.byRef.get(facility.ref);
  if (twin) {
    twin.facility.point ??= facility.point;
    notes.push({ code: 'same-as', line: twin.row.line });
    return { line: row.line, name: facility.name, outcome: 'merged', notes };
  }
  locate(one, seen.centres, seen.around);
  const address = facility.address && `${fold(facility.address)}|${facility.postalCode}`;
  const neighbour = address ? seen.byAddress.get(address) : undefined;
  if (neighbour) notes.push({ code: 'same-address', name: neighbour.facility.name });
  else if (address) seen.byAddress.set(address, one);
  seen.byRef.set(facility.ref, one);
  const outcome = notes.some(note => grave.has(note.code)) ? 'flagged' : 'loaded';
  return { line: row.line, name: facility.name, outcome, notes };
}
