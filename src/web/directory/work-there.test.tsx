import { expect, it } from 'vitest';
import type { Service } from '../../domain/directory/service.ts';
import { renderPart } from '../../ui/render.ts';
import { testUi } from '../../ui/test-ui.ts';
import type { Lang } from '../../words/lang.ts';
import { Clinicians, Limits, OutOfOffice, Places } from './work-there.tsx';

const nothing = { en: '', fr: '' };
const place = {
  ...{ name: nothing, address: '1 King St', city: 'Guelph', postalCode: 'N1E 6H5', phone: null },
  ...{ latitude: null, longitude: null, hours: [{ weekday: 1, opens: 510, closes: 720 }] },
};
const service = {
  name: { en: 'Counselling', fr: 'Counseling' },
  ...{ willSee: nothing, willNotSee: nothing, needed: nothing, conditions: nothing },
  preparation: { en: 'Bring your pills.', fr: '' },
  places: [place],
  clinicians: [{ name: 'Ada Roy', profession: nothing, member: null, outUntil: '2026-12-07' }],
  outOfOffice: { until: '2026-12-01', message: { en: 'Moving house.', fr: 'Déménagement.' } },
} as unknown as Service;

function drawn(lang: Lang, change: Partial<Service> = {}): string {
  const shown = { ...service, ...change };
  const parts = [OutOfOffice, Limits, Clinicians, Places];
  return parts.map(Part => renderPart(<Part service={shown} />, testUi({ lang }))).join('');
}

it('a reader sees who works there and when they return, the hours, and how to prepare', () => {
  const html = drawn('en');
  expect(html).toContain('Bring your pills.');
  expect(html).toMatch(/Ada Roy.*back on.*2026/);
  expect(html).toMatch(/Monday.*8:30.*12:00/);
  expect(html).toContain('Moving house.');
});

it('a French reader gets a text that exists only in English, marked as English', () => {
  const html = drawn('fr');
  expect(html).toContain('<span lang="en-CA">Bring your pills.</span>');
  expect(html).toContain('Déménagement.');
  expect(html).toContain('lundi');
});

it('nothing is drawn of what nobody said', () => {
  const bare = { preparation: nothing, places: [], clinicians: [], outOfOffice: null };
  expect(drawn('en', bare)).toBe('');
});
