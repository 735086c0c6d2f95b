import htmx from 'htmx.org';
import L from 'leaflet';
import 'leaflet/dist/leaflet.css';
import shoresUrl from '../../data/ontario.geojson?url';
import './map.css';
import { addShores, type Shores } from './shores.ts';

/** Nothing of the directory is outside of these. */
const world: L.LatLngBoundsLiteral = [
  [40.6, -96.9],
  [57.4, -73.1],
];
const south: L.LatLngBoundsLiteral = [
  [42, -83.5],
  [46.5, -74.5],
];

/** Draws a map into `box`: the entries of the page that say where they are, by the numbers they have there. */
export async function drawMap(box: HTMLElement): Promise<void> {
  const { tiles, lang = 'en' } = box.dataset;
  const shores = tiles ? null : await readShores();
  const map = L.map(box, {
    ...{ minZoom: 4.75, maxZoom: tiles ? 18 : 12, zoomSnap: 0.25, maxBounds: world, maxBoundsViscosity: 1 },
    ...{ zoomControl: false, scrollWheelZoom: false, ...calm() },
  });
  map.attributionControl?.setPrefix(false);
  L.control.zoom({ zoomInTitle: box.dataset.in, zoomOutTitle: box.dataset.out }).addTo(map);
  if (tiles) L.tileLayer(tiles, { attribution: plain(box.dataset.credit ?? '') }).addTo(map);
  const pins = L.layerGroup().addTo(map);
  const show = () => {
    showPins(map, pins);
    hideOutside(map, pins);
  };
  showPins(map, pins);
  lookAt(map, box.dataset.bounds);
  if (shores) addShores(map, shores, lang);
  map.on('moveend', () => hideOutside(map, pins));
  hideOutside(map, pins);
  if (box.dataset.follow !== undefined) follow(map, box, show);
}

async function readShores(): Promise<Shores> {
  const answer = await fetch(shoresUrl);
  if (!answer.ok) throw new Error(`no shores: ${answer.status}`);
  return answer.json();
}

/** Nothing glides for whoever asked for less motion. */
function calm(): L.MapOptions {
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) return {};
  return { zoomAnimation: false, fadeAnimation: false, markerZoomAnimation: false, inertia: false };
}

/** Leaflet takes a credit as HTML. */
function plain(text: string): string {
  const span = document.createElement('span');
  span.textContent = text;
  return span.innerHTML;
}

/** The window that was asked for, else all entries, else where most people live. */
function lookAt(map: L.Map, bounds: string | undefined): void {
  const asked = bounds?.split(',').map(Number) ?? [];
  const [s, w, n, e] = asked as [number, number, number, number];
  const home = homeOf();
  const points = [...entries().map(entry => entry.at), ...(home ? [home.at] : [])];
  const still = { animate: false };
  if (asked.length === 4)
    map.fitBounds(
      [
        [s, w],
        [n, e],
      ],
      still,
    );
  else if (points.length === 0) map.fitBounds(south, still);
  else
    map.fitBounds(L.latLngBounds(points), {
      ...still,
      padding: [36, 44],
      maxZoom: map.options.maxZoom === 18 ? 13 : 9,
    });
}

interface Entry {
  card: HTMLElement;
  at: L.LatLngTuple;
}

/** What of the page has a place. */
function entries(): Entry[] {
  return [...document.querySelectorAll<HTMLElement>('[data-at]')].map(card => ({
    card,
    at: pointIn(card.dataset.at!),
  }));
}

function pointIn(said: string): L.LatLngTuple {
  const [latitude, longitude] = said.split(',').map(Number) as [number, number];
  return [latitude, longitude];
}

/** Where distances are counted from: the patient's home, or the middle of its area. */
function homeOf(): { at: L.LatLngTuple; said: string } | null {
  const line = document.querySelector<HTMLElement>('[data-home]');
  return line && { at: pointIn(line.dataset.home!), said: line.textContent ?? '' };
}

/** Above the pins, which are pressed through it; itself it is nothing to press: the list says it in words. */
function showHome(pins: L.LayerGroup): void {
  const home = homeOf();
  if (!home) return;
  const icon = L.divIcon({
    className: 'pin home',
    html: '<svg viewBox="-15 -15 30 30" aria-hidden="true"><circle r="13"/><path d="M-8 0 0-8 8 0H6V7H-6V0Z"/></svg>',
    iconSize: [30, 30],
    iconAnchor: [15, 15],
  });
  const marker = L.marker(home.at, { icon, interactive: false, keyboard: false, zIndexOffset: 1_000 });
  marker.on('add', () => {
    const shown = marker.getElement();
    shown?.setAttribute('role', 'img');
    shown?.setAttribute('aria-label', home.said);
  });
  pins.addLayer(marker);
}

/** Several at one address stand side by side, five to a row. */
function showPins(map: L.Map, pins: L.LayerGroup): void {
  pins.clearLayers();
  showHome(pins);
  const there = new Map<string, number>();
  for (const { card, at } of entries()) {
    const before = there.get(card.dataset.at!) ?? 0;
    there.set(card.dataset.at!, before + 1);
    pins.addLayer(pinOf(card, at, before));
  }
  const off = map.getContainer().parentElement?.querySelector<HTMLElement>('[data-off]');
  const without = document.querySelectorAll('[data-nowhere]').length;
  if (!off) return;
  off.hidden = without === 0;
  off.textContent = off.dataset.off!.replace('#', String(without));
}

function pinOf(card: HTMLElement, at: L.LatLngTuple, before: number): L.Marker {
  const { pin = '', name = '' } = card.dataset;
  const icon = L.divIcon({
    className: card.classList.contains('best') ? 'pin first' : 'pin',
    html: `<svg viewBox="-15 -39 30 40" aria-hidden="true"><path d="M0 0C-4-9-14-14-14-24a14 14 0 0 1 28 0C14-14 4-9 0 0z"/><text y="-19" text-anchor="middle">${Number(pin)}</text></svg>`,
    iconSize: [30, 40],
    iconAnchor: [15 - (before % 5) * 20, 39 + Math.floor(before / 5) * 24],
  });
  const marker = L.marker(at, { icon, autoPanOnFocus: false, riseOnHover: true, zIndexOffset: -Number(pin) });
  marker.on('add', () => {
    const shown = marker.getElement();
    shown?.setAttribute('aria-label', `${pin}: ${name}`);
    shown?.setAttribute('title', name);
    shown?.addEventListener('keydown', event => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      goTo(card);
    });
  });
  marker.on('click', () => goTo(card));
  return marker;
}

/** To the entry of the list, by its link where it has one. */
function goTo(card: HTMLElement): void {
  const link = card.querySelector<HTMLElement>('h3 a') ?? card;
  if (link === card) card.tabIndex = -1;
  link.focus({ preventScroll: true });
  card.scrollIntoView({ block: 'nearest' });
}

/** What lies outside of the window is not walked through with the keyboard. */
function hideOutside(map: L.Map, pins: L.LayerGroup): void {
  const inside = map.getBounds();
  pins.eachLayer(layer => {
    const pin = layer as L.Marker;
    const shown = pin.getElement();
    if (shown) shown.hidden = !inside.contains(pin.getLatLng());
  });
}

/** Searches again in the window when a person moved it, or when they press the button. */
function follow(map: L.Map, box: HTMLElement, drawAgain: () => void): void {
  const side = box.parentElement!;
  const always = side.querySelector<HTMLInputElement>('[data-always]')!;
  const here = side.querySelector<HTMLButtonElement>('[data-here]')!;
  // A window of another size, a keyboard that comes up, a sheet of paper: nobody moved the map.
  let resized = false;
  map.on('resize', () => {
    resized = true;
  });
  const search = () => {
    here.hidden = true;
    void searchHere(map, box).then(drawAgain);
  };
  map.on('moveend', () => {
    const moved = !resized;
    resized = false;
    if (!moved) return;
    if (always.checked) search();
    else here.hidden = false;
  });
  always.addEventListener('change', () => {
    if (always.checked && !here.hidden) search();
  });
  here.addEventListener('click', () => {
    // The button goes away: whoever pressed it stays at the map.
    box.focus({ preventScroll: true });
    search();
  });
}

/** The list and the address follow the window; what was typed stays. */
async function searchHere(map: L.Map, box: HTMLElement): Promise<void> {
  const bounds = map.getBounds();
  const window = [bounds.getSouth(), bounds.getWest(), bounds.getNorth(), bounds.getEast()];
  const asked = new URLSearchParams(location.search);
  asked.delete('page');
  asked.set('bounds', window.map(degrees => degrees.toFixed(4)).join(','));
  await htmx.ajax('GET', `${location.pathname}?${asked}`, { source: box, target: '#found' });
  const said = box.parentElement!.querySelector('[data-said]')!;
  said.textContent = document.querySelector('#results')?.textContent ?? '';
}
