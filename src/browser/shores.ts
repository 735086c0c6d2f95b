import type { FeatureCollection, MultiPolygon, Point } from 'geojson';
import L from 'leaflet';

/** What `data/ontario.geojson` holds: areas, names of waters, and towns with the largest first. */
export type Shores = FeatureCollection<
  MultiPolygon | Point,
  { kind: string; name?: string; en?: string; fr?: string }
>;

/** Land and lakes by their class, and as many names as there is room for. */
export function addShores(map: L.Map, shores: Shores, lang: string): void {
  const areas = shores.features.filter(({ geometry }) => geometry.type === 'MultiPolygon');
  L.geoJSON(areas as GeoJSON.Feature[], {
    interactive: false,
    style: area => ({ className: `area ${area?.properties.kind}`, weight: 1 }),
  }).addTo(map);
  const pane = map.createPane('names');
  pane.setAttribute('aria-hidden', 'true');
  const names = L.layerGroup().addTo(map);
  const write = () => writeNames(map, names, { shores, lang });
  map.on('zoomend', write);
  write();
}

interface Box {
  x: number;
  y: number;
  half: number;
}

/** The first come first: a name that would lie on another is left out. */
function writeNames(
  map: L.Map,
  names: L.LayerGroup,
  { shores, lang }: { shores: Shores; lang: string },
): void {
  names.clearLayers();
  const taken: Box[] = [];
  for (const { geometry, properties } of shores.features) {
    if (geometry.type !== 'Point') continue;
    const isWater = properties.kind === 'water';
    const text = (isWater ? (lang === 'fr' ? properties.fr : properties.en) : properties.name) ?? '';
    const [longitude, latitude] = geometry.coordinates as [number, number];
    const { x, y } = map.project([latitude, longitude]);
    const box = { x, y, half: text.length * 3.6 + 6 };
    if (taken.some(one => Math.abs(one.y - y) < 22 && Math.abs(one.x - x) < one.half + box.half)) continue;
    taken.push(box);
    names.addLayer(nameAt([latitude, longitude], text, isWater ? 'name water' : 'name'));
  }
}

function nameAt(at: L.LatLngTuple, text: string, className: string): L.Marker {
  const written = document.createElement('span');
  written.textContent = text;
  const icon = L.divIcon({ className, html: written, iconSize: [0, 0] });
  return L.marker(at, { icon, pane: 'names', interactive: false, keyboard: false });
}
