import { checkListings } from '../../domain/directory/exchange/check.ts';
import type { ExchangeNote, ReadListings } from '../../domain/directory/exchange/listing.ts';
import { type Note, planImport } from '../../domain/directory/facility.ts';
import type { Point } from '../../domain/directory/place.ts';
import type { Repairs } from '../../domain/directory/repair.ts';
import { NotADirectory, readFacilities } from '../directory/facility-file.ts';
import type { Bundles } from '../ports/bundles.ts';
import type { ExchangeFormat } from '../ports/exchange.ts';
import { readHsdsJson, readPackage } from './hsds-package.ts';
import { isZip, unzip } from './zip.ts';

/** A file as somebody gave it, or the files of a folder by name. */
export interface GivenFile {
  name: string;
  bytes: Uint8Array | ReadonlyMap<string, Uint8Array>;
}

/** Bytes of a file, and of all files of a folder together. */
export const fileLimit = 50 * 1024 * 1024;

/** What reading a facility list needs beside it. */
export interface FacilityLists {
  repairs: Repairs;
  centres: ReadonlyMap<string, Point>;
}

export interface ReadFile {
  format: ExchangeFormat;
  read: ReadListings;
  /** Of a facility list: where its areas are believed to be. */
  centres?: ReadonlyMap<string, Point>;
}

/**
 * Reads a file of any of the formats, guessed from what is in it unless told, with every limit of the directory. Throws
 * `NotADirectory`, whose message says what it is not, and `BadArchive`.
 */
export function readExchangeFile(
  { bytes }: GivenFile,
  { bundles, lists, format }: { bundles: Bundles; lists: FacilityLists; format?: ExchangeFormat },
): ReadFile {
  const found = readAny(bytes, bundles, lists);
  if (format !== undefined && found.format !== format)
    throw new NotADirectory(`the file is of the format ${found.format}, not ${format}`);
  return { ...found, read: checkListings(found.read) };
}

function readAny(bytes: GivenFile['bytes'], bundles: Bundles, lists: FacilityLists): ReadFile {
  if (!(bytes instanceof Uint8Array)) return { format: 'hsds', read: packaged(bytes) };
  if (bytes.length > fileLimit) throw new NotADirectory('the file is larger than 50 MB');
  if (isZip(bytes)) return { format: 'hsds', read: packaged(unzip(bytes)) };
  const text = new TextDecoder().decode(bytes);
  if (!/^\s*[[{]/.test(text.slice(0, 1000).replace(/^\uFEFF/, ''))) return facilities(text, lists);
  const json = parsed(text);
  if (bundles.is(json)) return { format: 'fhir', read: bundles.read(json) };
  const read = readHsdsJson(json);
  if (!read) throw new NotADirectory('the file is neither HSDS nor a FHIR Bundle');
  return { format: 'hsds', read };
}

function packaged(files: ReadonlyMap<string, Uint8Array>): ReadListings {
  const read = readPackage(files);
  if (!read) throw new NotADirectory('there is neither services.csv nor organizations.csv');
  return read;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new NotADirectory(
      `the file is not JSON: ${error instanceof Error ? error.message.slice(0, 200) : ''}`,
    );
  }
}

/** The facility list of the publisher as listings without services. */
function facilities(text: string, { repairs, centres }: FacilityLists): ReadFile {
  const file = readFacilities(text);
  const plan = planImport(file.rows, repairs, centres);
  const lines = new Map(plan.rows.map(row => [row.line, row]));
  const kept = plan.rows.filter(row => row.outcome === 'loaded' || row.outcome === 'flagged');
  const sites = plan.facilities.map((one, n) => ({
    at: `line ${kept[n]!.line}`,
    value: {
      ...{
        ref: one.ref,
        name: { en: one.name, fr: one.name },
        address: one.address || null,
        city: one.city || null,
      },
      ...{
        postalCode: one.postalCode,
        latitude: one.point?.latitude ?? null,
        longitude: one.point?.longitude ?? null,
      },
      ...{ phone: null, fax: null, type: one.sourceType, approximate: one.approximate },
    },
    notes: kept[n]!.notes.map(noteOf),
  }));
  const rest = [...file.broken, ...lines.values()].filter(
    row => row.outcome === 'refused' || row.outcome === 'merged',
  );
  const refused = rest.map(row => ({ at: `line ${row.line}`, name: row.name, notes: row.notes.map(noteOf) }));
  return { format: 'csv', read: { sites, services: [], categories: [], refused }, centres: plan.centres };
}

function noteOf(note: Note): ExchangeNote {
  const said =
    'text' in note ? note.text : 'name' in note ? note.name : 'line' in note ? String(note.line) : undefined;
  return {
    code: note.code,
    ...(said === undefined ? ('fsa' in note ? { text: note.fsa } : {}) : { text: said }),
  };
}
