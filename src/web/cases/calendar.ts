import { z } from 'zod';
import { readCaseIn } from '../../app/read-request.ts';
import { key } from '../../http/form.ts';
import { file, missing, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { visitCalendar } from '../../ui/visit-calendar.ts';
import { withPatients } from '../roles.ts';

/** The visit that stands, as a file for a calendar; without one, the story says why. */
export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/referrals/:key/appointment.ics',
    enter: ['person'],
    roles: withPatients,
    phi: true,
    params: z.strictObject({ key }),
    handle: async ({ app, actor, params, ui }) => {
      const found = await app.db.as(actor, tx => readCaseIn(tx, params.key, 'referral'));
      if (!found) return missing();
      const { reference, key } = found.story;
      const text = visitCalendar({ ...found.one, reference }, ui);
      if (!text) return redirect(`/requests/${key}`);
      const bytes = new TextEncoder().encode(text);
      return file({ bytes, type: 'text/calendar; charset=utf-8', name: `${reference}.ics` });
    },
  }),
];
