/** A point, in degrees (WGS 84). */
export interface Point {
  latitude: number;
  longitude: number;
}

/** What somebody wrote into "near": a point, the first three or all six characters of a postal code, or a town. */
export type Near =
  | { point: Point }
  | { fsa: string }
  | { postalCode: string; fsa: string }
  | { town: string };

const pattern = /^([ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z])(?: ?(\d[ABCEGHJ-NPRSTV-Z]\d))?$/;

/** Letters and what stands between them in names of towns: "St. Catharines", "L'Orignal", "Niagara-on-the-Lake". */
const townPattern = /^\p{L}[\p{L}\p{M} .'’-]{1,99}$/u;

/** Reads an FSA ("N1E"), a postal code ("n1e6h5"), "43.5,-80.2" or what may be a town; null when it is none of them. */
export function parseNear(text: string): Near | null {
  const tidy = text
    .trim()
    .toUpperCase()
    .replaceAll('-', text.includes(',') ? '-' : ' ');
  const code = pattern.exec(tidy.replace(/\s+/g, ' '));
  if (code) return code[2] ? { postalCode: `${code[1]} ${code[2]}`, fsa: code[1]! } : { fsa: code[1]! };
  const point = /^(-?\d{1,3}(?:\.\d{1,12})?)\s*,\s*(-?\d{1,3}(?:\.\d{1,12})?)$/.exec(tidy);
  if (!point) return townPattern.test(text.trim()) ? { town: text.trim() } : null;
  const [latitude, longitude] = [Number(point[1]), Number(point[2])];
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { point: { latitude, longitude } } : null;
}

/** Ontario lies between these; a point outside was typed or matched wrongly. */
export function inOntario({ latitude, longitude }: Point): boolean {
  return latitude > 41.5 && latitude < 57 && longitude > -95.5 && longitude < -74;
}

const radius = 6371;
const radians = (degrees: number) => (degrees * Math.PI) / 180;

/** Kilometres along the great circle. */
export function distanceKm(a: Point, b: Point): number {
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2;
  const h =
    half(b.latitude - a.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(b.longitude - a.longitude);
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The middle value of each coordinate: one wrong point does not move it. Null for none. */
export function medianPoint(points: readonly Point[]): Point | null {
  if (points.length === 0) return null;
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
  return { latitude: middle(points.map(p => p.latitude)), longitude: middle(points.map(p => p.longitude)) };
}
