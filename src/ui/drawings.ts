/**
 * The line drawings of the product, 16 by 16, by name. The class `f` fills with the colour of the text; all else is a line.
 * Drawn for this product.
 */
export const drawings = {
  alert: `<path class="f" fill-rule="evenodd" d="M8 1.2 15.4 14H.6zM7.2 5.6h1.6l-.25 4.2h-1.1zM8 10.8a.95.95 0 1 1 0 1.9.95.95 0 0 1 0-1.9z"/>`,
  ask: `<path d="M8 1.2 14.8 8 8 14.8 1.2 8z"/><path d="M6.4 6.5c0-2 3.2-2 3.2 0 0 1.2-1.6 1.1-1.6 2.4M8 10.9v.1"/>`,
  back: `<path d="M6 3.5 2.5 7 6 10.5M3 7h6.5a4 4 0 0 1 0 8H7" transform="translate(0 -1)"/>`,
  cal: `<rect x="2" y="3" width="12" height="11" rx="1"/><path d="M2 6.5h12M5.2 1.5v3M10.8 1.5v3"/>`,
  calok: `<rect x="2" y="3" width="12" height="11" rx="1"/><path d="M5.2 1.5v3M10.8 1.5v3M5 9l2.2 2.2L11.2 7"/>`,
  check: `<path d="m3 8.5 3.2 3.2L13 5"/>`,
  clip: `<path d="m13 7.5-5.3 5.3a3 3 0 0 1-4.3-4.3l5.8-5.8a2 2 0 0 1 2.9 2.9L6.5 11.2a1 1 0 0 1-1.5-1.4L10 5"/>`,
  clock: `<circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.3 1.8"/>`,
  dl: `<path d="M8 2v8M4.5 7 8 10.5 11.5 7M2.5 13.500h11"/>`,
  dot: `<circle class="f" cx="8" cy="8" r="5"/>`,
  down: `<path d="m3.5 6 4.5 4.500L12.5 6"/>`,
  edit: `<path d="m10.5 2.5 3 3L6 13l-3.7.7L3 10z"/>`,
  eye: `<path d="M1 8c2-3.5 4.400-5 7-5s5 1.500 7 5c-2 3.500-4.400 5-7 5s-5-1.500-7-5z"/><circle cx="8" cy="8" r="2.200"/>`,
  file: `<path d="M3.5 1.5h6l3 3v10h-9zM9.5 1.5v3h3"/>`,
  globe: `<circle cx="8" cy="8" r="6.2"/><path d="M1.8 8h12.400M8 1.800c4 4 4 8.4 0 12.4-4-4-4-8.4 0-12.400z"/>`,
  group: `<circle cx="5.5" cy="5.5" r="2.2"/><path d="M1.5 13c.3-2.8 1.9-4 4-4s3.7 1.2 4 4M10.5 3.600a2.2 2.2 0 0 1 0 3.800M11.6 9.300c1.7.5 2.7 1.7 2.9 3.7"/>`,
  half: `<circle cx="8" cy="8" r="5.2"/><path class="f" d="M8 2.800a5.2 5.2 0 0 1 0 10.400z"/>`,
  key: `<circle cx="5" cy="11" r="3"/><path d="m7.2 8.8 6.3-6.300M11 5l2 2"/>`,
  lock: `<rect x="3" y="7" width="10" height="7" rx="1"/><path d="M5 7V5a3 3 0 0 1 6 0v2"/>`,
  mark: `<path d="M3 6.500A5.5 5.5 0 0 1 13 6M13 9.500A5.5 5.5 0 0 1 3 10M13.5 2.500V6H10M2.5 13.500V10H6"/>`,
  menu: `<path d="M2 4h12M2 8h12M2 12h12"/>`,
  pause: `<path d="M5.5 3.500v9M10.5 3.500v9"/>`,
  phone: `<path d="M3 2h2.800l1.3 3.2-1.7 1.200a8 8 0 0 0 4.2 4.200l1.2-1.700L14 10.200V13c0 .6-.4 1-1 1C7 13.8 2.2 9 2 3c0-.6.4-1 1-1z"/>`,
  plus: `<path d="M8 3v10M3 8h10"/>`,
  print: `<path d="M4.5 6V2h7v4M4.5 11.500H2V6h12v5.500h-2.500M4.5 9.500h7V14h-7z"/>`,
  right: `<path d="M3 8h9.5M9 4.5 12.5 8 9 11.5"/>`,
  ring: `<circle cx="8" cy="8" r="5"/>`,
  say: `<path d="M2 3h12v8H7.5L4.5 13.5V11H2z"/>`,
  search: `<circle cx="7" cy="7" r="4.5"/><path d="m10.5 10.5 4 4"/>`,
  split: `<path d="M8 14V9L3.5 4.500M8 9l4.5-4.500M3 8V4h4M13 8V4H9"/>`,
  square: `<rect class="f" x="4" y="4" width="8" height="8"/>`,
  star: `<path d="m8 1.800 1.900 4 4.400.500-3.300 3 .900 4.300L8 11.500l-3.900 2.100.900-4.300-3.300-3 4.400-.500z"/>`,
  starred: `<path class="f" d="m8 1.800 1.900 4 4.400.500-3.300 3 .900 4.300L8 11.500l-3.900 2.100.900-4.300-3.300-3 4.400-.500z"/>`,
  task: `<rect x="2.5" y="2.5" width="11" height="11" rx="1.5"/><path d="m5 8.2 2 2L11 6"/>`,
  up: `<path d="m4 8 4-4 4 4M4 12.500l4-4 4 4"/>`,
  user: `<circle cx="8" cy="5" r="2.8"/><path d="M2.5 14c.4-3.4 2.6-4.8 5.5-4.8s5.1 1.4 5.5 4.8"/>`,
  worse: `<path d="M1.5 8.500h3L6.5 3l3 10 2-4.500h3"/>`,
  x: `<path d="m4 4 8 8m0-8-8 8"/>`,
} as const;

/** The name of a drawing. */
export type IconName = keyof typeof drawings;
