import type { Template } from '../domain/notices/template.ts';
import type { Lang } from './lang.ts';
import { words } from './words.ts';

/** A notice written out: what is sent, and what the demonstration's mailbox shows. */
export interface MailText {
  subject: string;
  /** Plain text, a blank line between paragraphs. */
  text: string;
}

/** What a message says. */
export interface MailParts {
  reference: string;
  link: string;
  /** Of a refusal, as the programme wrote it. */
  reason?: string;
  /** The visit that it reminds of. */
  visit?: { confirmed: boolean; form?: true; papers?: true; confirmLink: string; cannotLink: string };
  /** Several notices in one message. */
  lines?: readonly { template: Template; reference: string; link: string }[];
}

/** Writes a notice in one language. It names the request's reference number and a link, nothing else. */
export function mailText(lang: Lang, template: Template, parts: MailParts): MailText {
  if (parts.lines) return daily(lang, parts.lines);
  const { templates, visit } = words[lang].notices;
  const { subject, body } = templates[template](parts);
  if (parts.visit) {
    const { confirmed, form, papers, confirmLink, cannotLink } = parts.visit;
    const asked = [...(form ? [visit.form] : []), ...(papers ? [visit.papers] : [])];
    const say = [
      ...asked,
      ...(confirmed ? [] : [visit.confirm(confirmLink)]),
      visit.cannot(cannotLink),
      visit.file,
    ];
    body.splice(2, 0, ...say);
  }
  return { subject, text: `${body.join('\n\n')}\n` };
}

/** Several notices as one message: a line and a link for each. */
function daily(lang: Lang, lines: NonNullable<MailParts['lines']>): MailText {
  const { templates, digest } = words[lang].notices;
  const said = lines.map(line => `${templates[line.template](line).subject}\n${line.link}`);
  return {
    subject: digest.subject(lines.length),
    text: `${[digest.lead, ...said, digest.foot].join('\n\n')}\n`,
  };
}

/** A notice as a text message: the line that is a mail's subject, and the link. */
export function shortText(lang: Lang, template: Template, parts: MailParts): string {
  const { digest, short, templates } = words[lang].notices;
  const said = parts.lines ? digest.subject(parts.lines.length) : templates[template](parts).subject;
  // A sign outside the alphabet of networks (GSM 03.38) makes two messages of one.
  return short(said, parts.link)
    .replace(/[\u00a0\u202f]/g, ' ')
    .replaceAll('’', "'");
}
