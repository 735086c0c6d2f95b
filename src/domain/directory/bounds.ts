import type { Point } from './place.ts';

/** A window of a map, in degrees (WGS 84). */
export interface Bounds {
  south: number;
  west: number;
  north: number;
  east: number;
}

/** Why a window was not understood. */
export type BoundsRefusal = 'not-numbers' | 'outside-world' | 'upside-down';

const number = /^-?\d{1,3}(?:\.\d{1,15})?$/;

/**
 * Reads "south,west,north,east". A window outside Ontario is a window like any other: nothing of the directory is in it. One
 * over the date line is refused as upside down, which Ontario is far from.
 */
export function parseBounds(text: string): Bounds | { refusal: BoundsRefusal } {
  const parts = text.split(',').map(part => part.trim());
  if (parts.length !== 4 || !parts.every(part => number.test(part))) return { refusal: 'not-numbers' };
  const [south, west, north, east] = parts.map(Number) as [number, number, number, number];
  const inside =
    [south, north].every(at => Math.abs(at) <= 90) && [west, east].every(at => Math.abs(at) <= 180);
  if (!inside) return { refusal: 'outside-world' };
  return south > north || west > east ? { refusal: 'upside-down' } : { south, west, north, east };
}

/** Whether a point lies in the window; its edges belong to it. */
export function isWithin({ latitude, longitude }: Point, { south, west, north, east }: Bounds): boolean {
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}
