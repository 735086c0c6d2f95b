import type { Template } from '../domain/notices/template.ts';
import type { Lang } from './lang.ts';
import { words } from './words.ts';

/** A notice written out: what is sent, and what the demonstration's mailbox shows. */
export interface MailText {
  subject: string;
  /** Plain text, a blank line between paragraphs. */
  text: string;
}

/** Writes a notice in one language. It names the request's reference number and a link, nothing else. */
export function mailText(
  lang: Lang,
  template: Template,
  parts: { reference: string; link: string },
): MailText {
  const { subject, body } = words[lang].notices.templates[template](parts);
  return { subject, text: `${body.join('\n\n')}\n` };
}
