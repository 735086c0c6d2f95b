import { type TextSize, textSizes } from '../ui/context.ts';
import type { Lang } from '../words/lang.ts';

/** A cookie as set by the server; seconds 0 forgets it, undefined lasts until the browser closes. */
export interface Cookie {
  name: string;
  value: string;
  seconds?: number;
}

/** Names and flags of our cookies: over https the `__Host-` prefix binds them to this host alone. */
export interface CookieJar {
  session: string;
  visit: string;
  lang: string;
  textSize: string;
  secure: boolean;
}

/** The jar for an address. http is for loopback only, where browsers would not send a Secure cookie. */
export function cookieJar(baseUrl: string): CookieJar {
  const secure = baseUrl.startsWith('https:');
  const prefix = secure ? '__Host-' : '';
  return {
    session: `${prefix}session`,
    visit: `${prefix}visit`,
    lang: `${prefix}lang`,
    textSize: `${prefix}text`,
    secure,
  };
}

/** Flags of every cookie: out of reach of script, never sent by another site's form or frame, no Domain. */
export function cookieFlags(jar: CookieJar, seconds?: number) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax' as const,
    secure: jar.secure,
    ...(seconds === undefined ? {} : { maxAge: seconds }),
  };
}

/** A language the product has, or undefined. */
export function asLang(value: unknown): Lang | undefined {
  return value === 'en' || value === 'fr' ? value : undefined;
}

/** A size of the letters that the product has, or undefined. */
export function asTextSize(value: unknown): TextSize | undefined {
  return textSizes.find(size => size === value);
}

/** The language for a visitor who has not chosen: French when the browser prefers it to English (RFC 9110, 12.5.4). */
export function preferredLang(acceptLanguage: string | undefined): Lang {
  const weights = { en: 0, fr: 0 };
  for (const part of (acceptLanguage ?? '').split(',').slice(0, 20)) {
    const [tag = '', ...params] = part.trim().toLowerCase().split(';');
    const lang = asLang(tag.split('-')[0]);
    const q = params.map(p => /^\s*q=([\d.]+)$/.exec(p)?.[1]).find(Boolean);
    if (lang) weights[lang] = Math.max(weights[lang], q === undefined ? 1 : Number(q));
  }
  return weights.fr > weights.en ? 'fr' : 'en';
}
