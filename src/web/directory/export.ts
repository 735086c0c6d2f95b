import { z } from 'zod';
import { exportedFile, exportFormats, readForExport } from '../../app/exchange/export-listings.ts';
import { text } from '../../http/form.ts';
import { file, missing } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';

/** The public directory as data, a page of sites at a time: `/directory/export/hsds-json?page=2`; 404 after the last. */
export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/directory/export/:format', phi: false, limit: 'search' },
    enter: ['public'],
    params: z.strictObject({ format: z.enum(exportFormats) }),
    query: z.strictObject({ page: text(6).optional() }),
    async handle({ app, actor, params, query }) {
      const wanted = query.page ?? '1';
      if (!/^[1-9]\d{0,5}$/.test(wanted)) return missing();
      const { listings, of } = await readForExport(app, actor, Number(wanted));
      if (of.page > of.pages) return missing();
      return file(exportedFile(app, { listings, format: params.format, of }));
    },
  }),
];
