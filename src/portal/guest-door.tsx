import { z } from 'zod';
import { askGuestCode, guestDoor, openWorkspace } from '../app/outside/workspace.ts';
import type { GuestDoor } from '../app/ports/workspaces.ts';
import { typedGuestToken } from '../app/tokens.ts';
import { birthDate } from '../domain/patient/birth-date.ts';
import { text } from '../http/form.ts';
import { page, type Reply, redirect } from '../http/reply.ts';
import { type Ask, type Route, route } from '../http/route.ts';
import type { FieldError } from '../ui/error-summary.tsx';
import { DeadGuestPage, GuestDoorPage, TypeCodePage } from './guest-door-pages.tsx';

const params = z.object({ token: z.string().max(200) });
const typedCode = z.strictObject({ code: text(200) });
const answer = z.strictObject({ code: text(40), birthDate: text(40), holder: text(200) });
const common = { enter: ['public'], phi: false, limit: 'link' } as const;

/** The door of a workspace: a link in a mail, or the code of a page. Looking at it changes nothing and says nothing. */
export const routes: Route[] = [
  route({ ...common, method: 'GET', url: '/w/open', handle: async () => page(<TypeCodePage />) }),
  route({
    ...{ ...common, method: 'POST', url: '/w/open', body: typedCode },
    async handle({ body, words }) {
      const token = typedGuestToken(body.code);
      if (token !== undefined) return redirect(`/w/${token}`);
      const errors = [{ field: 'code', message: words.workspace.door.codeMissing }];
      return page(<TypeCodePage typed={body.code} errors={errors} />, { status: 422 });
    },
  }),
  route({
    ...{ ...common, method: 'GET', url: '/w/:token', params },
    query: z.strictObject({ code: z.enum(['sent', 'none']).optional() }),
    handle: ask => show(ask, { sent: ask.query.code }),
  }),
  route({
    ...{ ...common, method: 'POST', url: '/w/:token/code', params },
    async handle({ app, params: { token } }) {
      if (!(await guestDoor(app, token))) return dead();
      return redirect(`/w/${token}?code=${(await askGuestCode(app, token)) ? 'sent' : 'none'}`);
    },
  }),
  route({ ...{ ...common, method: 'POST', url: '/w/:token', params, body: answer }, handle: open }),
];

type DoorAsk = Pick<Ask<{ token: string }>, 'app' | 'params'>;
interface Shown {
  sent?: 'sent' | 'none';
  typed?: { code: string; birthDate: string; holder: string };
  errors?: readonly FieldError[];
}

async function show({ app, params: { token } }: DoorAsk, shown: Shown): Promise<Reply> {
  const door = await guestDoor(app, token);
  if (!door) return dead();
  const status = shown.errors ? 422 : 200;
  return page(<GuestDoorPage token={token} door={door} {...shown} />, { status });
}

/** What is missing costs no try: only whoever guesses loses one. */
async function open(ask: Ask<{ token: string }, unknown, z.infer<typeof answer>>): Promise<Reply> {
  const { app, params: at, body: typed, words } = ask;
  const door = await guestDoor(app, at.token);
  if (!door) return dead();
  const given = birthDate(typed.birthDate, app.clock.now().slice(0, 10));
  const errors = missingIn(words.workspace.open, door, { ...typed, day: 'value' in given });
  if (errors.length > 0) return show(ask, { sent: 'sent', typed, errors });
  const tried = await openWorkspace(app, {
    ...{ token: at.token, code: typed.code, holder: typed.holder, before: ask.session },
    day: 'value' in given ? given.value : '',
  });
  if (tried.result === 'opened') return redirect('/w', { session: tried.session });
  if (tried.result === 'dead') return dead();
  const said = words.workspace.open;
  const message = tried.result === 'none' ? said.none : said.wrong(tried.triesLeft);
  const field = door.channel === 'paper' ? 'birthDate' : 'code';
  return show(ask, { sent: 'sent', typed: { ...typed, code: '' }, errors: [{ field, message }] });
}

function missingIn(
  said: Ask['words']['workspace']['open'],
  { channel }: GuestDoor,
  typed: { code: string; holder: string; day: boolean },
): FieldError[] {
  const errors: FieldError[] = [];
  if (channel === 'paper' && !typed.day) errors.push({ field: 'birthDate', message: said.dateMissing });
  if (channel !== 'paper' && !/^\D*(\d\D*){6}$/.test(typed.code))
    errors.push({ field: 'code', message: said.codeMissing });
  if (typed.holder === '') errors.push({ field: 'holder', message: said.holderMissing });
  return errors;
}

/** One page for a link that is closed, too old or was never made: gone (410). */
function dead(): Reply {
  return page(<DeadGuestPage />, { status: 410 });
}
