import { z } from 'zod';
import { readLearningYear } from '../../app/econsult/learning.ts';
import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { withPatients } from '../roles.ts';
import { ListPage } from './list-page.tsx';

/** One's own learning record. */
export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/learning', enter: ['person'], roles: withPatients, phi: false },
    query: z.strictObject({
      year: z
        .string()
        .regex(/^(19|20)\d{2}$/)
        .optional(),
      done: z.enum(['kept', 'removed']).optional(),
    }),
    async handle({ app, actor, query }) {
      const read = await readLearningYear(app, actor, query.year ? Number(query.year) : null);
      return page(<ListPage {...read} done={query.done} />);
    },
  }),
];
