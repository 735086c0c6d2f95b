import type { Logger } from 'pino';
import type { Database } from './app/ports/database.ts';
import type { Mailer } from './app/ports/mailer.ts';
import type { Config } from './config.ts';
import { smtpMailer } from './mail/smtp.ts';
import { httpTexter, loggedTexts } from './mail/texts.ts';
import { mailbox, noPost } from './mail/without-smtp.ts';

/** What hands messages over, by the settings. A demonstration keeps them all in its mailbox. */
export function postOf(
  config: Config,
  given: { db: Database; demo: boolean; baseUrl: string; logger: Logger },
): { mailer: Mailer; texter: Mailer } {
  const { db, demo, baseUrl, logger } = given;
  const without = demo ? mailbox(db) : noPost;
  const from = `no-reply@${new URL(baseUrl).hostname}`;
  const mailer = config.smtpUrl === undefined ? without : smtpMailer(config.smtpUrl, from);
  return { mailer, texter: texterOf(config.smsUrl, without, logger) };
}

function texterOf(url: string | undefined, without: Mailer, logger: Logger): Mailer {
  if (url === undefined) return without;
  if (!url.startsWith('log:')) return httpTexter(url);
  return loggedTexts(line => logger.info(line, 'a text message would leave'));
}
