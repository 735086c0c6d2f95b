import { z } from 'zod';
import { linkLives, openLink, refuseLink } from '../app/patient/portal.ts';
import { birthDate } from '../domain/patient/birth-date.ts';
import { text } from '../http/form.ts';
import { page, type Reply, redirect } from '../http/reply.ts';
import { type Ask, type Route, route } from '../http/route.ts';
import { useUi } from '../ui/context.ts';
import { CrisisLines } from '../ui/crisis-lines.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../ui/error-summary.tsx';
import { TextField } from '../ui/fields.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { Frame } from '../ui/frame.tsx';
import { codeOf } from './code.ts';

const params = z.object({ token: z.string().max(200) });
const fields = z.strictObject({ birthDate: text(40), to: text(20), visit: text(20) });
/** What a reminder's link is to do, and of which visit. */
const wish = z.strictObject({
  to: z.enum(['confirm', 'cannot-come']).optional(),
  visit: z.string().max(20).optional(),
});
const doorFields = z.strictObject({ code: text(200), birthDate: text(40) });

const common = { enter: ['public'], phi: false, limit: 'link' } as const;

/** The door of the patient's page: a link in a message, or the code of a letter. Looking at it changes nothing. */
export const routes: Route[] = [
  route({ ...common, method: 'GET', url: '/p/open', handle: async () => page(<Door />) }),
  route({
    ...common,
    ...{ method: 'POST', url: '/p/open', body: doorFields },
    async handle(ask) {
      const code = codeOf(ask.body.code);
      const said = { code: ask.body.code, birthDate: ask.body.birthDate };
      const none = { field: 'code', message: ask.words.portal.door.codeMissing };
      if (code === undefined) return page(<Door {...said} errors={[none]} />, { status: 422 });
      return tryDate(ask, code, errors => <Door {...said} errors={errors} />);
    },
  }),
  route({
    ...common,
    ...{ method: 'GET', url: '/p/:token', params, query: wish },
    handle: async ask =>
      (await linkLives(ask.app, ask.params.token)) ? page(<OpenPage wish={ask.query} />) : dead(),
  }),
  route({
    ...common,
    ...{ method: 'POST', url: '/p/:token', params, body: fields },
    handle: ask =>
      tryDate(ask, ask.params.token, errors => (
        <OpenPage errors={errors} birthDate={ask.body.birthDate} wish={ask.body} />
      )),
  }),
  route({
    ...common,
    ...{ method: 'POST', url: '/p/:token/not-me', params },
    async handle(ask) {
      await refuseLink(ask.app, ask.params.token);
      return redirect('/p/closed', ask.actor.kind === 'patient' ? { session: null } : undefined);
    },
  }),
  route({ ...common, method: 'GET', url: '/p/closed', handle: async () => page(<DeadPage thanks />) }),
];

type DateAsk = Pick<
  Ask<unknown, unknown, { birthDate: string; to?: string; visit?: string }>,
  'app' | 'body' | 'words' | 'session'
>;

/** A date that is none costs no try: only a person who guesses loses one. */
async function tryDate(
  ask: DateAsk,
  token: string,
  again: (errors: readonly FieldError[]) => Parameters<typeof page>[0],
): Promise<Reply> {
  const words = ask.words.portal.open;
  const given = birthDate(ask.body.birthDate, ask.app.clock.now().slice(0, 10));
  const say = (message: string) => page(again([{ field: 'birthDate', message }]), { status: 422 });
  if ('problem' in given) return (await linkLives(ask.app, token)) ? say(words.missing) : dead();
  const tried = await openLink(ask.app, { token, birthDate: given.value, before: ask.session });
  if (tried.result === 'opened') return redirect(wished(ask.body), { session: tried.session });
  return tried.result === 'wrong' ? say(words.wrong(tried.triesLeft)) : dead();
}

/** Where a reminder's link leads once the page is open. */
function wished(typed: { to?: string; visit?: string }): string {
  const found = wish.safeParse(typed);
  if (!found.success || !found.data.to) return '/p';
  return `/p?${new URLSearchParams({ to: found.data.to, visit: found.data.visit ?? '' })}`;
}

/** One page for a link that is closed, too old or was never made: gone (410). */
function dead(): Reply {
  return page(<DeadPage />, { status: 410 });
}

interface Wish {
  to?: string;
  visit?: string;
}

interface Given {
  birthDate?: string;
  errors?: readonly FieldError[];
}

function OpenPage({ errors = [], birthDate: typed, wish: asked = {} }: Given & { wish?: Wish }) {
  const { words, path } = useUi();
  const open = words.portal.open;
  const token = path.split('?')[0]!;
  return (
    <Frame title={open.title} kind="plainer">
      <ErrorSummary errors={errors} />
      <section class="card stack" aria-labelledby="open">
        <h1 id="open">{open.title}</h1>
        <p>{open.lead}</p>
        <Form action={token} class="stack">
          <BirthDate errors={errors} typed={typed} />
          {asked.to && <input type="hidden" name="to" value={asked.to} />}
          {asked.to && <input type="hidden" name="visit" value={asked.visit} />}
          <SubmitButton look="main" big>
            {open.submit}
          </SubmitButton>
        </Form>
      </section>
      <section class="stack" aria-label={open.notMe}>
        <Form action={`${token}/not-me`} class="stack">
          <SubmitButton>{open.notMe}</SubmitButton>
          <p class="s dim">{open.notMeHint}</p>
        </Form>
      </section>
      <CrisisLines />
    </Frame>
  );
}

/** Text rather than a calendar: a birth year is far to page back to, and phones type it well. */
function BirthDate({ errors, typed }: { errors: readonly FieldError[]; typed?: string }) {
  const open = useUi().words.portal.open;
  return (
    <TextField
      name="birthDate"
      label={open.birthDate}
      hint={open.birthDateHint}
      error={errorOf(errors, 'birthDate')}
      value={typed}
      autocomplete="off"
      width="short"
      maxLength={40}
      required
    />
  );
}

function Door({ errors = [], birthDate: typed, code }: Given & { code?: string }) {
  const { open, door } = useUi().words.portal;
  return (
    <Frame title={door.title} kind="plainer">
      <ErrorSummary errors={errors} />
      <section class="card stack" aria-labelledby="door">
        <h1 id="door">{door.title}</h1>
        <p>{door.lead}</p>
        <Form action="/p/open" class="stack">
          <TextField
            name="code"
            label={door.code}
            hint={door.codeHint}
            error={errorOf(errors, 'code')}
            value={code}
            autocomplete="off"
            width="mid"
            maxLength={200}
            required
          />
          <BirthDate errors={errors} typed={typed} />
          <SubmitButton look="main" big>
            {open.submit}
          </SubmitButton>
        </Form>
      </section>
      <CrisisLines />
    </Frame>
  );
}

function DeadPage({ thanks }: { thanks?: boolean }) {
  const words = useUi().words.portal.dead;
  return (
    <Frame title={words.title} kind="plainer">
      <section class="card stack" aria-labelledby="dead">
        <h1 id="dead">{words.title}</h1>
        <p>{thanks ? words.thanks : words.text}</p>
      </section>
      <CrisisLines />
    </Frame>
  );
}
