import { z } from 'zod';
import { exportRequest } from '../../app/programme/export-request.ts';
import { key } from '../../http/form.ts';
import { file, missing } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { withPatients } from '../roles.ts';

/** The whole request as data, a FHIR Bundle: what the reader's party may see, and nothing else. */
export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/requests/:key/export.json',
    enter: ['person'],
    roles: withPatients,
    phi: true,
    params: z.strictObject({ key }),
    async handle({ app, actor, params }) {
      const made = await exportRequest(app, actor, params.key);
      if (!made) return missing();
      const bytes = new TextEncoder().encode(JSON.stringify(made.bundle));
      return file({ bytes, type: 'application/fhir+json; charset=utf-8', name: `${made.reference}.json` });
    },
  }),
];
