import { z } from 'zod';
import { key } from '../../http/form.ts';
import { file, missing } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { words } from '../../words/words.ts';
import { withPatients } from '../roles.ts';
import { chartCopy } from './chart-copy.ts';
import { openStoryIn, tellingOf } from './open-story.ts';

/** The whole story as a PDF for the chart: a look of its own in the audit. Its name holds the reference number alone. */
export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/requests/:key/copy.pdf',
    enter: ['person'],
    roles: withPatients,
    phi: true,
    params: z.strictObject({ key }),
    query: z.strictObject({ in: z.enum(['en', 'fr']).optional() }),
    async handle(ask) {
      const { app, actor, params, query } = ask;
      const opened = await app.db.as(actor, tx => openStoryIn(tx, params.key, 'copy'));
      if (!opened) return missing();
      const lang = query.in ?? ask.lang;
      const ui = { ...ask.ui, lang, words: words[lang] };
      const paper = chartCopy(tellingOf({ actor, ui }, opened, 'all'), ui.person?.name ?? '');
      const bytes = await app.printer.print(paper);
      return file({ bytes, type: 'application/pdf', name: `${opened.request.reference}.pdf` });
    },
  }),
];
