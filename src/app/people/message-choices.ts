import { type Choices, type Topic, topics, usualChoices } from '../../domain/notices/choices.ts';
import { emailAddress, phoneNumber } from '../../domain/patient/contact.ts';
import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import type { SiteChoices } from '../ports/messages.ts';

/** What a form about messages says, as typed. */
export interface TypedChoices {
  channel: string;
  phone: string;
  /** Topics that are wanted. */
  wanted: readonly string[];
  quiet: boolean;
  quietFrom: string;
  quietUntil: string;
  daily: boolean;
  digestAt: string;
}

/** Fields that are not right. */
export type ChoiceProblem = 'phone' | 'quietFrom' | 'quietUntil' | 'digestAt' | 'fallbackEmail' | 'reminders';

const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The choices as typed, or what is wrong with them. `asked`: the topics that the form had, others stay on. */
export function chosen(
  typed: TypedChoices,
  on: { zone: string; asked: readonly Topic[]; texts: boolean },
): { choices: Choices } | { problems: ChoiceProblem[] } {
  const problems: ChoiceProblem[] = [];
  const sms = on.texts && typed.channel === 'sms';
  const smsTo = typed.phone === '' ? null : (phoneNumber(typed.phone) ?? null);
  if (smsTo === null && (sms || typed.phone !== '')) problems.push('phone');
  if (typed.quiet && !time.test(typed.quietFrom)) problems.push('quietFrom');
  if (typed.quiet && (!time.test(typed.quietUntil) || typed.quietUntil === typed.quietFrom))
    problems.push('quietUntil');
  if (typed.daily && !time.test(typed.digestAt)) problems.push('digestAt');
  if (problems.length > 0) return { problems };
  return {
    choices: {
      ...{ channel: sms ? 'sms' : 'mail', smsTo, zone: on.zone },
      muted: on.asked.filter(topic => !typed.wanted.includes(topic)),
      quiet: typed.quiet ? { from: typed.quietFrom, until: typed.quietUntil } : null,
      digestAt: typed.daily ? typed.digestAt : null,
    },
  };
}

/** The choices as a form shows them. */
export function typedOf(choices: Choices): TypedChoices {
  const { channel, smsTo, muted, quiet, digestAt } = choices;
  return {
    ...{ channel, phone: smsTo ?? '', wanted: topics.filter(topic => !muted.includes(topic)) },
    ...{ quiet: quiet !== null, quietFrom: quiet?.from ?? '21:00', quietUntil: quiet?.until ?? '08:00' },
    ...{ daily: digestAt !== null, digestAt: digestAt ?? '16:00' },
  };
}

/** What the person or patient chose for their own messages; for whoever leads a site, what that chose too; whether mail may go. */
export function readChoices(
  app: Pick<App, 'db'>,
  actor: Actor,
): Promise<{ own: Choices; site: SiteChoices | null; mail: boolean }> {
  return app.db.as(actor, async tx => {
    const [own, site] = [await tx.messages.choices(), await tx.messages.siteChoices()];
    const mail = await tx.messages.mailAgreed();
    await tx.audit.add({ act: 'read-choices', what: 'messages', ids: [], result: 'ok' });
    return { own: own ?? usualChoices, site, mail };
  });
}

/** Keeps them; from the next message on. */
export function keepChoices(app: Pick<App, 'db'>, actor: Actor, choices: Choices): Promise<void> {
  return app.db.as(actor, async tx => {
    await tx.messages.choose(choices);
    await tx.audit.add({ act: 'choose-messages', what: 'messages', ids: [], result: 'ok' });
  });
}

/** What a lead or steward types for their site. */
export interface TypedSite {
  patientMail: boolean;
  /** "168, 48": hours, with commas. */
  reminders: string;
  fallbackEmail: string;
  fallbackLanguage: string;
}

/** The site's choices as typed, or what is wrong with them. At most five reminders. */
export function siteChosen(typed: TypedSite): { choices: SiteChoices } | { problems: ChoiceProblem[] } {
  const hours = typed.reminders
    .split(/[\s,;]+/)
    .filter(Boolean)
    .map(Number);
  const badHours = hours.length > 5 || hours.some(one => !Number.isInteger(one) || one < 1 || one > 720);
  const email = typed.fallbackEmail === '' ? null : emailAddress(typed.fallbackEmail);
  const problems: ChoiceProblem[] = [
    ...(badHours ? (['reminders'] as const) : []),
    ...(email === undefined ? (['fallbackEmail'] as const) : []),
  ];
  if (problems.length > 0 || email === undefined) return { problems };
  return {
    choices: {
      patientMail: typed.patientMail,
      reminderHours: [...new Set(hours)].sort((a, b) => b - a),
      fallbackEmail: email,
      fallbackLanguage: typed.fallbackLanguage === 'fr' ? 'fr' : 'en',
    },
  };
}

/** False, written down, when the actor neither leads nor stewards the site. */
export function keepSiteChoices(app: Pick<App, 'db'>, actor: Actor, choices: SiteChoices): Promise<boolean> {
  return app.db.as(actor, async tx => {
    const ok = await tx.messages.chooseForSite(choices);
    await tx.audit.add({ act: 'choose-for-site', what: 'messages', ids: [], result: ok ? 'ok' : 'denied' });
    return ok;
  });
}
