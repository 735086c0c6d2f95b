import { isDay } from './birth-date.ts';
import { compact } from './health-card.ts';
import { foldName } from './same-patient.ts';

/** What a search of patients asks for; empty when it asks for nothing. */
export interface PatientQuery {
  /** Folded beginnings of words of the name, all of which must be there. */
  words: string[];
  /** Beginning of a card number, '' for none. */
  cardNumber: string;
  birthDate?: string;
}

const longest = 200;

/** The folded words under which names are found: whole, and in parts where they are joined by hyphen or apostrophe. */
export function searchWords(names: readonly string[]): string[] {
  const words = names.flatMap(name => name.normalize('NFKC').split(/\s+/u));
  const parts = words.flatMap(word => word.split(/[^\p{L}\p{N}\p{M}]+/u));
  return [...new Set([...words, ...parts].map(foldName).filter(Boolean))];
}

/**
 * Reads the words of a search: a day (`1980-03-11`) is a birth date, five digits or more a card number however it is spaced,
 * the rest are names. Signs of all kinds mean nothing; text beyond 200 characters is not read.
 */
export function patientQuery(typed: string): PatientQuery {
  const tokens = typed.slice(0, longest).normalize('NFKC').trim().split(/\s+/u).filter(Boolean);
  const birthDate = tokens.find(isDay);
  const rest = tokens.filter(token => !isDay(token));
  const number = compact(rest.filter(token => /\d/.test(token)).join(''));
  const isNumber = /^[A-Z]{0,4}\d{5,}[A-Z]{0,2}$/.test(number);
  const names = isNumber ? rest.filter(token => !/\d/.test(token)) : rest;
  return {
    // The version code of a card is often typed behind its number.
    words: names
      .filter(word => !(isNumber && /^[A-Za-z]{2}$/.test(word)))
      .map(foldName)
      .filter(Boolean),
    cardNumber: isNumber ? number.replace(/(?<=^\d{10})[A-Z]{1,2}$/, '') : '',
    ...(birthDate && { birthDate }),
  };
}

/** True when there is nothing to look for. */
export function asksNothing(query: PatientQuery): boolean {
  return query.words.length === 0 && query.cardNumber === '' && query.birthDate === undefined;
}
