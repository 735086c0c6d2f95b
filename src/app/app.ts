import type { PayRule } from '../domain/pay/rules.ts';
import type { ShippedLists } from './directory/import-directory.ts';
import type { Bundles } from './ports/bundles.ts';
import type { Clock } from './ports/clock.ts';
import type { Database } from './ports/database.ts';
import type { FaxLine } from './ports/fax-line.ts';
import type { FaxTray } from './ports/fax-tray.ts';
import type { Files, Pictures, Scanner } from './ports/files.ts';
import type { FormReader } from './ports/form-reader.ts';
import type { Mailer } from './ports/mailer.ts';
import type { Pages } from './ports/pages.ts';
import type { Printer } from './ports/printer.ts';
import type { WriteRequest } from './ports/request-bundle.ts';

/** The settings that actions need, already checked. */
export interface AppConfig {
  /** Address of the site without a slash at its end, for links in mail. */
  baseUrl: string;
  /** At least 32 random characters; keys for files and links are derived from it. */
  secretKey: string;
  /** Text messages can be sent, so people may choose them. */
  texts?: boolean;
  /** Pictures of a map from elsewhere, and whom to thank; absent: the shores that ship with the product. */
  mapTiles?: { url: string; credit: string };
  /** What answered eConsults pay; absent: the rules that ship. */
  payRules?: readonly PayRule[];
}

/** What every action may use. Built once by `wire.ts`. */
export interface App {
  db: Database;
  files: Files;
  scanner: Scanner;
  pictures: Pictures;
  /** Forms with formulas of stewards. */
  formReader: FormReader;
  mailer: Mailer;
  /** As the mailer, for text messages. */
  texter: Mailer;
  clock: Clock;
  /** What is seen and read of files that have pages. */
  pages: Pages;
  /** Papers as PDF. */
  printer: Printer;
  /** Whoever sends faxes; absent: nobody does. */
  fax?: FaxLine;
  /** Where faxes that came are found; absent: they are only uploaded. */
  faxTray?: FaxTray;
  /** Listings as FHIR. */
  bundles: Bundles;
  /** A request as FHIR. */
  requestBundle: WriteRequest;
  /** What reading a list of facilities needs. */
  lists: ShippedLists;
  config: AppConfig;
}
