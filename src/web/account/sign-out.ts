import { signOut } from '../../app/people/accounts.ts';
import { redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';

/** For people, patients and guests alike; somebody whose session has ended already just gets to the first page. */
export const routes: Route[] = [
  route({
    method: 'POST',
    url: '/sign-out',
    enter: ['public'],
    phi: false,
    async handle(ask) {
      if (ask.session !== undefined) await signOut(ask.app, ask.actor, ask.session);
      return redirect('/', { session: null });
    },
  }),
];
