import { distanceKm, inOntario, medianPoint, type Point } from './place.ts';
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
  | {
      code:
        | 'name-missing'
        | 'postal-code-missing'
        | 'not-ontario'
        | 'columns'
        | 'too-long'
        | 'location-unknown';
    }
  | { code: 'postal-code-wrong' | 'coordinates-wrong'; text: string }
  | { code: 'accent-repaired' | 'accent-unknown'; text: string }
  | { code: 'same-as'; line: number }
  | { code: 'same-address'; name: string }
  | { code: 'location-approximate'; fsa: string }
  | { code: 'fsa-distrusted'; fsa: string; km: number };

export interface ImportPlan {
  facilities: Facility[];
  rows: RowReport[];
  /** FSA centres as far as the facilities there bear them out. */
  centres: Map<string, Point>;
}

/** Characters of a name, street, town or type. */
const longest = 400;
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
  if (inOntario(point)) return point;
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
  if ([row.name, row.street, row.city, row.sourceType].some(text => text.length > longest))
    return { code: 'too-long' };
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

/** An FSA's centre as published and as believed. */
interface Centre {
  point: Point;
  /** Kilometres by which the published one missed, when it is not believed. */
  off?: number;
}

/**
 * Where each FSA is: its published centre, or the median of its facilities where the centre is far from them or absent.
 * The median, since one facility placed wrongly must not move it.
 */
function believedCentres(reads: readonly Read[], published: ReadonlyMap<string, Point>): Map<string, Centre> {
  const around = new Map<string, Point[]>();
  for (const { facility } of reads) {
    if (!facility.point) continue;
    const fsa = facility.postalCode.slice(0, 3);
    const points = around.get(fsa);
    if (points) points.push(facility.point);
    else around.set(fsa, [facility.point]);
  }
  const believed = new Map([...published].map(([fsa, point]): [string, Centre] => [fsa, { point }]));
  for (const [fsa, points] of around) {
    const median = medianPoint(points)!;
    const centre = published.get(fsa);
    const km = centre ? distanceKm(centre, median) : 0;
    if (!centre) believed.set(fsa, { point: median });
    else if (km > trustKm) believed.set(fsa, { point: median, off: Math.round(km) });
  }
  return believed;
}

function locate({ facility, notes }: Read, centres: ReadonlyMap<string, Centre>): void {
  if (facility.point) return;
  const fsa = facility.postalCode.slice(0, 3);
  const centre = centres.get(fsa);
  if (centre?.off !== undefined) notes.push({ code: 'fsa-distrusted', fsa, km: centre.off });
  facility.point = centre?.point ?? null;
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
  published: ReadonlyMap<string, Point>,
): ImportPlan {
  const all = rows.map(row => read(row, repairs));
  const reads = all.filter((one): one is Read => 'row' in one);
  const centres = believedCentres(reads, published);
  const { first, merged } = mergeTwins(reads);
  for (const one of first) locate(one, centres);
  noteNeighbours(first);
  return {
    facilities: first.map(one => one.facility),
    rows: all.map(one => ('row' in one ? reportOf(one, merged) : one)),
    centres: new Map([...centres].map(([fsa, centre]) => [fsa, centre.point])),
  };
}

/** The first row of each facility stands for it, with the place that a later one may know. */
function mergeTwins(reads: readonly Read[]): { first: Read[]; merged: Set<Read> } {
  const byRef = new Map<string, Read>();
  const merged = new Set<Read>();
  for (const one of reads) {
    const twin = byRef.get(one.facility.ref);
    if (!twin) {
      byRef.set(one.facility.ref, one);
      continue;
    }
    twin.facility.point ??= one.facility.point;
    one.notes.push({ code: 'same-as', line: twin.row.line });
    merged.add(one);
  }
  return { first: [...byRef.values()], merged };
}

/** Two names at one address may be two facilities in one house: said, not merged. */
function noteNeighbours(reads: readonly Read[]): void {
  const byAddress = new Map<string, Read>();
  for (const one of reads) {
    const { address, postalCode } = one.facility;
    if (address === '') continue;
    const place = `${fold(address)}|${postalCode}`;
    const neighbour = byAddress.get(place);
    if (neighbour) one.notes.push({ code: 'same-address', name: neighbour.facility.name });
    else byAddress.set(place, one);
  }
}

function reportOf(one: Read, merged: ReadonlySet<Read>): RowReport {
  const { row, facility, notes } = one;
  const flagged = notes.some(note => grave.has(note.code));
  const outcome = merged.has(one) ? 'merged' : flagged ? 'flagged' : 'loaded';
  return { line: row.line, name: facility.name, outcome, notes };
}
