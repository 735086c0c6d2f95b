import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarVisit, calendarOf } from './calendar.ts';

const visit: CalendarVisit = {
  uid: 'k@eservices',
  sequence: 4,
  made: '2026-11-23T15:00:00.000Z',
  start: '2026-12-11T15:30:00.000Z',
  length: 45,
  confirmed: true,
  title: 'Visit',
  place: '88 Ainslie Mill Road, 2nd floor; ring twice',
  text: 'Reference number ES-7K3M-9QXD-H',
};
const unfolded = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

test('a visit is one event in UTC with its length, place and reference number', () => {
  const lines = unfolded(calendarOf(visit));
  expect(lines).toContain('DTSTART:20261211T153000Z');
  expect(lines).toContain('DURATION:PT45M');
  expect(lines).toContain('STATUS:CONFIRMED');
  expect(lines).toContain(String.raw`LOCATION:88 Ainslie Mill Road\, 2nd floor\; ring twice`);
  expect(lines).toContain('DESCRIPTION:Reference number ES-7K3M-9QXD-H');
  expect(lines.at(0)).toBe('BEGIN:VCALENDAR');
  expect(lines.slice(-2)).toEqual(['END:VCALENDAR', '']);
});

test('without place and length it has no place and takes half an hour; until confirmed it is tentative', () => {
  const { place: _place, length: _length, ...bare } = visit;
  const lines = unfolded(calendarOf({ ...bare, confirmed: false }));
  expect(lines.some(line => line.startsWith('LOCATION'))).toBe(false);
  expect(lines).toContain('DURATION:PT30M');
  expect(lines).toContain('STATUS:TENTATIVE');
});

test('whatever is typed as a place stays one property, in lines of at most 75 octets that are read back whole', () => {
  const typed = fc.string({ unit: 'grapheme', maxLength: 300 });
  fc.assert(
    fc.property(typed, place => {
      const file = calendarOf({ ...visit, place: `A\r\nEND:VEVENT\n${place}` });
      for (const line of file.split('\r\n'))
        expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
      expect(unfolded(file).filter(line => line === 'END:VEVENT')).toHaveLength(1);
      expect(file).not.toMatch(/[^\r]\n|\r[^\n]/);
    }),
  );
});
