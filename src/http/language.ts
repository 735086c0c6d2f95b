import { z } from 'zod';
import { chooseLanguage } from '../app/people/accounts.ts';
import { text } from './form.ts';
import { isOwnPath, missing, redirect } from './reply.ts';
import { type Route, route } from './route.ts';
import { asLang, asTextSize } from './session.ts';

/**
 * The language link of every page: remembered in a cookie for a year, and for the person who is signed in. A GET, as it
 * is a link that must work anywhere; the worst another site can do with it is to change the language of our pages.
 */
export const languageRoutes: Route[] = [
  route({
    method: 'GET',
    url: '/language/:lang',
    enter: ['public'],
    phi: false,
    params: z.object({ lang: z.string().max(20) }),
    query: z.strictObject({ back: text(2_000).optional() }),
    async handle(ask) {
      const lang = asLang(ask.params.lang);
      if (lang === undefined) return missing();
      await chooseLanguage(ask.app, ask.actor, lang);
      const back = ask.query.back;
      return redirect(back && isOwnPath(back) ? back : '/', { lang });
    },
  }),
  /** The size of the letters, remembered the same way by the browser alone. */
  route({
    method: 'GET',
    url: '/text-size/:size',
    enter: ['public'],
    phi: false,
    params: z.object({ size: z.string().max(20) }),
    query: z.strictObject({ back: text(2_000).optional() }),
    async handle({ params, query: { back } }) {
      const textSize = asTextSize(params.size);
      if (textSize === undefined) return missing();
      return redirect(back && isOwnPath(back) ? back : '/', { textSize });
    },
  }),
];
