/** The two languages of every page, message and mail. */
export type Lang = 'en' | 'fr';

/** Both, in the order in which they are offered. */
export const languages: readonly Lang[] = ['en', 'fr'];
