import type { ExchangeNote } from '../domain/directory/exchange/listing.ts';
import type { OpenHours, Place } from '../domain/directory/service.ts';
import {
  addressElement,
  addressOf,
  contactsOf,
  type Element,
  filled,
  list,
  numberOrNull,
  object,
  type Resource,
  string,
  telecomOf,
  texted,
  textOf,
} from './directory-resources.ts';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** A place of a service. FHIR has no 24:00: a day that never closes is `allDay`, one that closes at midnight 23:59:59. */
export function writeLocation(place: Place, { id, site }: { id: string; site: string }): Resource {
  const point = { longitude: place.longitude, latitude: place.latitude };
  return filled({
    ...{ resourceType: 'Location', id, language: 'en-CA', status: 'active' },
    ...texted('name', place.name),
    telecom: telecomOf({ phone: place.phone }),
    address: addressElement(place),
    position: place.latitude === null || place.longitude === null ? null : point,
    managingOrganization: { reference: `Organization/${site}` },
    hoursOfOperation: place.hours.map(openElement),
  });
}

function openElement({ weekday, opens, closes }: OpenHours): Element {
  const daysOfWeek = [days[weekday - 1]];
  if (opens === 0 && closes === 1440) return { daysOfWeek, allDay: true };
  return {
    daysOfWeek,
    openingTime: timeOf(opens),
    closingTime: closes === 1440 ? '23:59:59' : timeOf(closes),
  };
}

function timeOf(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}

export function readLocation(resource: Resource, notes: ExchangeNote[]): Place {
  const position = object(resource.position);
  return {
    name: textOf(resource, 'name', resource.language),
    ...addressOf(object(resource.address)),
    ...{ latitude: numberOrNull(position.latitude), longitude: numberOrNull(position.longitude) },
    phone: contactsOf(resource).phone,
    hours: hoursOf(list(resource.hoursOfOperation), ['openingTime', 'closingTime'], notes),
  };
}

/** Weekly hours of a Location (`openingTime`) or of `availableTime` of a service (`availableStartTime`). */
export function hoursOf(given: Element[], [from, to]: [string, string], notes: ExchangeNote[]): OpenHours[] {
  return given.flatMap(one => {
    const names: unknown[] = Array.isArray(one.daysOfWeek) ? one.daysOfWeek : [];
    const opens = one.allDay === true ? 0 : minutes(string(one[from]));
    const closes = one.allDay === true ? 1440 : minutes(string(one[to]));
    if (opens === null || closes === null) {
      notes.push({ code: 'hours-not-taken' });
      return [];
    }
    return names.flatMap(name => {
      const weekday = (days as readonly unknown[]).indexOf(name) + 1;
      return weekday === 0 ? [] : [{ weekday, opens, closes }];
    });
  });
}

function minutes(text: string): number | null {
  const match = /^(\d{2}):(\d{2}):(\d{2})/.exec(text);
  if (!match) return null;
  return text.startsWith('23:59:59') ? 1440 : Number(match[1]) * 60 + Number(match[2]);
}
