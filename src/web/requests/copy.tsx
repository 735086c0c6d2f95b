import { z } from 'zod';
import { key } from '../../http/form.ts';
import { file, missing, page } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import type { Lang } from '../../words/lang.ts';
import { words } from '../../words/words.ts';
import { withPatients } from '../roles.ts';
import { chartCopy } from './chart-copy.ts';
import { openStoryIn, tellingOf } from './open-story.ts';
import { paperText } from './paper-text.ts';
import { TextPage } from './text-page.tsx';

const common = {
  method: 'GET',
  enter: ['person'],
  roles: withPatients,
  phi: true,
  params: z.strictObject({ key }),
  query: z.strictObject({ in: z.enum(['en', 'fr']).optional() }),
} as const;

type Asked = Ask<{ key: string }, { in?: Lang | undefined }>;

/** The whole story as it goes into a chart: a look of its own in the audit. */
async function copied({ app, actor, params, query, lang: own, ui }: Asked) {
  const opened = await app.db.as(actor, tx => openStoryIn(tx, params.key, 'copy'));
  if (!opened) return null;
  const lang = query.in ?? own;
  const told = { ...ui, lang, words: words[lang] };
  const paper = chartCopy(tellingOf({ actor, ui: told }, opened, 'all'), ui.person?.name ?? '');
  return { paper, lang, reference: opened.request.reference };
}

/** As a PDF, whose name holds the reference number alone, and as text to copy. */
export const routes: Route[] = [
  route({
    ...common,
    url: '/requests/:key/copy.pdf',
    async handle(ask) {
      const made = await copied(ask);
      if (!made) return missing();
      const bytes = await ask.app.printer.print(made.paper);
      return file({ bytes, type: 'application/pdf', name: `${made.reference}.pdf` });
    },
  }),
  route({
    ...common,
    url: '/requests/:key/text',
    async handle(ask) {
      const made = await copied(ask);
      if (!made) return missing();
      const { paper, lang, reference } = made;
      const drawn = { requestKey: ask.params.key, reference, lang, text: paperText(paper) };
      return page(<TextPage {...drawn} />);
    },
  }),
];
