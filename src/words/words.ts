import { econsult as econsultEn } from './en/econsult.ts';
import { fields as fieldsEn } from './en/fields.ts';
import { frame as frameEn } from './en/frame.ts';
import { notices as noticesEn } from './en/notices.ts';
import { parts as partsEn } from './en/parts.ts';
import { portal as portalEn } from './en/portal.ts';
import { time as timeEn } from './en/time.ts';
import { econsult as econsultFr } from './fr/econsult.ts';
import { fields as fieldsFr } from './fr/fields.ts';
import { frame as frameFr } from './fr/frame.ts';
import { notices as noticesFr } from './fr/notices.ts';
import { parts as partsFr } from './fr/parts.ts';
import { portal as portalFr } from './fr/portal.ts';
import { time as timeFr } from './fr/time.ts';
import type { Lang } from './lang.ts';

// One line per noun in each tree, in alphabetical order.
const en = {
  econsult: econsultEn,
  fields: fieldsEn,
  frame: frameEn,
  notices: noticesEn,
  parts: partsEn,
  time: timeEn,
  portal: portalEn,
};

const fr: typeof en = {
  econsult: econsultFr,
  fields: fieldsFr,
  frame: frameFr,
  notices: noticesFr,
  parts: partsFr,
  time: timeFr,
  portal: portalFr,
};

/** Every sentence people read, by noun. French that lacks a sentence of the English does not compile. */
export type Words = typeof en;

/** The sentences in each language. */
export const words: Record<Lang, Words> = { en, fr };
