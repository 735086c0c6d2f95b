import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Database } from './app/ports/database.ts';
import type { FaxLine } from './app/ports/fax-line.ts';
import type { FaxTray } from './app/ports/fax-tray.ts';
import type { Mailer } from './app/ports/mailer.ts';
import type { Printer } from './app/ports/printer.ts';
import type { Config } from './config.ts';
import { faxTray } from './files/fax-tray.ts';
import { faxFolder } from './mail/fax-folder.ts';
import { smtpMailer } from './mail/smtp.ts';
import { httpTexter, loggedTexts } from './mail/texts.ts';
import { mailbox, noPost } from './mail/without-smtp.ts';

/** What hands messages over, by the settings. A demonstration keeps them all in its mailbox. */
export function postOf(
  config: Config,
  given: { db: Database; demo: boolean; baseUrl: string; logger: Logger; printer: Printer },
): { mailer: Mailer; texter: Mailer; fax?: FaxLine; faxTray?: FaxTray } {
  const { db, demo, baseUrl, logger, printer } = given;
  const without = demo ? mailbox(db) : noPost;
  const from = `no-reply@${new URL(baseUrl).hostname}`;
  const mailer = config.smtpUrl === undefined ? without : smtpMailer(config.smtpUrl, from);
  // A demonstration lays its faxes where a look at them is easy, and nothing takes them from there.
  const folder = config.faxFolder ?? (demo ? join(config.dataDir, 'fax-out') : undefined);
  const fax = folder === undefined ? undefined : faxFolder(folder, printer);
  const inbox = config.faxInFolder ?? (demo ? join(config.dataDir, 'fax-in') : undefined);
  return {
    ...{ mailer, texter: texterOf(config.smsUrl, without, logger) },
    ...(fax && { fax }),
    ...(inbox !== undefined && { faxTray: faxTray(inbox) }),
  };
}

function texterOf(url: string | undefined, without: Mailer, logger: Logger): Mailer {
  if (url === undefined) return without;
  if (!url.startsWith('log:')) return httpTexter(url);
  return loggedTexts(line => logger.info(line, 'a text message would leave'));
}
