import { readPatientPage } from '../app/portal.ts';
import { calendarOf } from '../domain/schedule/calendar.ts';
import { file, missing } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';

/** The visit that stands, for the patient's own calendar. A later file replaces an earlier one. */
export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/p/calendar', enter: ['patient'], phi: true },
    async handle(ask) {
      const found = await readPatientPage(ask.app, ask.actor);
      const appointment = found?.current.state.appointment;
      if (!found || !appointment) return missing();
      const { key, turn, state } = found.current;
      const { start, length, medium, place } = appointment;
      const text = calendarOf({
        ...{ uid: `${key}@${new URL(ask.app.config.baseUrl).hostname}`, sequence: turn },
        ...{ made: ask.app.clock.now(), start, confirmed: state.status === 'confirmed' },
        ...(length !== undefined && { length }),
        ...(medium === 'in-person' && place && { place }),
        ...{ title: ask.words.portal.steps.visit, text: found.story.reference },
      });
      return file({
        bytes: new TextEncoder().encode(text),
        type: 'text/calendar; charset=utf-8',
        name: 'visit.ics',
      });
    },
  }),
];
