import type { Instant } from '../case/time.ts';

/** One visit for somebody's own calendar. It lies in places nobody here guards, so it says nothing of health. */
export interface CalendarVisit {
  /** Names the visit for good, so that a later file replaces this one. */
  uid: string;
  /** Grows whenever the visit changes. */
  sequence: number;
  /** When the file is made. */
  made: Instant;
  start: Instant;
  /** Minutes; half an hour when nobody said. */
  length?: number;
  confirmed: boolean;
  /** "Visit" */
  title: string;
  place?: string;
  /** "Reference number ES-…" */
  text: string;
}

/** An iCalendar file with one event (RFC 5545), in UTC so that every calendar shows its owner's own hour. */
export function calendarOf(visit: CalendarVisit): string {
  const { uid, sequence, made, start, length = 30, confirmed, title, place, text } = visit;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//eServices//Visits//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${textValue(uid)}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utc(made)}`,
    `DTSTART:${utc(start)}`,
    `DURATION:PT${length}M`,
    `STATUS:${confirmed ? 'CONFIRMED' : 'TENTATIVE'}`,
    `SUMMARY:${textValue(title)}`,
    ...(place ? [`LOCATION:${textValue(place)}`] : []),
    `DESCRIPTION:${textValue(text)}`,
    'CLASS:PRIVATE',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map(line => `${folded(line)}\r\n`).join('');
}

/** `20261211T153000Z` */
function utc(at: Instant): string {
  return `${at.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A TEXT value (RFC 5545, 3.3.11): a new line is `\n`, and no other control character is left. */
function textValue(text: string): string {
  return text
    .replaceAll(/\r\n?|\n/g, '\n')
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ' ')
    .replaceAll(/[\\;,]/g, mark => `\\${mark}`)
    .replaceAll('\n', '\\n');
}

const utf8 = new TextEncoder();

/** Lines of at most 75 octets; what goes on begins with a space (3.1). No character is cut in two. */
function folded(line: string): string {
  let out = '';
  let width = 0;
  for (const character of line) {
    const bytes = utf8.encode(character).length;
    if (width + bytes > 75) {
      out += '\r\n ';
      width = 1;
    }
    out += character;
    width += bytes;
  }
  return out;
}
