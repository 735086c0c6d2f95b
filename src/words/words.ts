import { econsult as econsultEn } from './en/econsult.ts';
import { frame as frameEn } from './en/frame.ts';
import { notices as noticesEn } from './en/notices.ts';
import { econsult as econsultFr } from './fr/econsult.ts';
import { frame as frameFr } from './fr/frame.ts';
import { notices as noticesFr } from './fr/notices.ts';
import type { Lang } from './lang.ts';

// One line per noun in each tree, in alphabetical order.
const en = {
  econsult: econsultEn,
  frame: frameEn,
  notices: noticesEn,
};

const fr: typeof en = {
  econsult: econsultFr,
  frame: frameFr,
  notices: noticesFr,
};

/** Every sentence people read, by noun. French that lacks a sentence of the English does not compile. */
export type Words = typeof en;

/** The sentences in each language. */
export const words: Record<Lang, Words> = { en, fr };
