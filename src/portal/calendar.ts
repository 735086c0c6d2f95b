import { readPatientPage } from '../app/patient/portal.ts';
import { file, missing, redirect } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { visitCalendar } from '../ui/visit-calendar.ts';

/** The visit that stands, for the patient's own calendar; without one, their page says why. */
export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/p/calendar', enter: ['patient'], phi: true },
    async handle({ app, actor, ui }) {
      const found = await readPatientPage(app, actor);
      if (!found) return missing();
      const { reference } = found.story;
      const text = visitCalendar({ ...found.current, reference }, ui);
      if (!text) return redirect('/p');
      const bytes = new TextEncoder().encode(text);
      return file({ bytes, type: 'text/calendar; charset=utf-8', name: `${reference}.ics` });
    },
  }),
];
