import { describe, expect, it } from 'vitest';
import {
  age,
  dayShort,
  daysBetween,
  dayWithYear,
  fileSize,
  momentLong,
  momentPlain,
  momentShort,
  monthDay,
  monthDayShort,
  number,
  timePlain,
  zoneInWords,
} from './format.ts';

const en = { lang: 'en', zone: 'America/Toronto' } as const;
const fr = { lang: 'fr', zone: 'America/Toronto' } as const;
const visit = '2026-12-09T15:30:00.000Z';
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

describe('dates and times as people read them', () => {
  it('writes a visit short in both languages, in the zone of the site', () => {
    expect(momentShort(visit, en)).toBe('Wed, Dec 9, 10:30');
    expect(plain(momentShort(visit, fr))).toBe('mer. 9 déc., 10 h 30');
  });

  it('writes a visit in full', () => {
    expect(momentLong(visit, en)).toBe('Wednesday, December 9, 2026, 10:30');
    expect(plain(momentLong(visit, fr))).toBe('le mercredi 9 décembre 2026 à 10 h 30');
  });

  it('tells a patient the time of day in words', () => {
    expect(momentPlain(visit, en)).toBe('Wednesday, December 9, 2026, at 10:30 in the morning');
    expect(plain(momentPlain(visit, fr))).toBe('le mercredi 9 décembre 2026 à 10 h 30');
    expect(timePlain('2026-12-09T22:00:00.000Z', en)).toBe('5 in the afternoon');
    expect(timePlain('2026-12-09T22:15:00.000Z', en)).toBe('5:15 in the evening');
    expect(timePlain('2026-12-09T17:00:00.000Z', en)).toBe('12 noon');
    expect(timePlain('2026-12-09T05:00:00.000Z', en)).toBe('midnight');
  });

  it('says the year of a day where it is not this one, in the zone of the site', () => {
    const now = '2026-12-09T15:30:00.000Z';
    expect(dayShort('2026-12-31', { ...en, now })).toBe('Thu, Dec 31');
    expect(dayShort('2027-01-04', { ...en, now })).toBe('Mon, Jan 4, 2027');
    expect(plain(monthDay('2027-01-04', { ...fr, now }))).toBe('4 janvier 2027');
    // Still the old year in Toronto.
    expect(monthDayShort('2027-01-01T03:00:00.000Z', { ...en, now })).toBe('Dec 31');
  });

  it('names a time zone as people do', () => {
    expect(zoneInWords(en)).toBe('Eastern Time');
    expect(zoneInWords(fr)).toBe('heure de l’Est');
    expect(zoneInWords({ lang: 'en', zone: 'America/Winnipeg' })).toBe('Central Time');
  });

  it('writes the first of a month as French does', () => {
    expect(dayShort('2026-12-01', fr)).toBe('mar. 1er déc.');
    expect(dayShort('2026-12-11', fr)).toBe('ven. 11 déc.');
  });

  it('never moves a calendar day by a zone', () => {
    expect(dayWithYear('1980-03-11', { lang: 'en', zone: 'America/Vancouver' })).toBe('Mar 11, 1980');
    expect(daysBetween('2026-10-31', '2026-11-02')).toBe(2);
  });

  it('writes numbers, sizes and ages', () => {
    expect(plain(number(12345.6, 'fr'))).toBe('12 345,6');
    expect(plain(fileSize(214_000, 'en'))).toBe('214 kB');
    expect(plain(fileSize(2_140_000, 'fr'))).toBe('2,1 Mo');
    expect(plain(fileSize(12, 'en'))).toBe('1 kB');
    expect(age('1980-03-11', '2026-03-10')).toBe(45);
    expect(age('1980-03-11', '2026-03-11')).toBe(46);
  });
});
