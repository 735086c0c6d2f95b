import { words } from '../words/words.ts';
import type { Ui } from './context.ts';

/** The `Ui` of a visitor who reads English, changed as asked. For tests and pictures of pages. */
export function testUi(change: Partial<Ui> = {}): Ui {
  const lang = change.lang ?? 'en';
  return {
    lang,
    words: words[lang],
    csrf: 'csrf-token',
    receipt: () => 'receipt-00000001',
    now: '2026-11-24T14:00:00.000Z',
    zone: 'America/Toronto',
    path: '/',
    demo: false,
    texts: false,
    textSize: 'usual',
    viewer: 'visitor',
    baseUrl: 'https://eservices.example.ca',
    assets: name => `/assets/${name}`,
    ...change,
  };
}
