import type { Lang } from './lang.ts';

const en = {};
const fr: typeof en = {};

/** Every sentence people read, by noun. French that lacks a sentence of the English does not compile. */
export type Words = typeof en;

/** The sentences in each language. */
export const words: Record<Lang, Words> = { en, fr };
