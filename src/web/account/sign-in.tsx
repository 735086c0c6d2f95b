import { z } from 'zod';
import { visitor } from '../../app/actor.ts';
import { type SignInOutcome, signIn, signInAsDemo } from '../../app/people/accounts.ts';
import type { DemoPerson } from '../../app/ports/demo.ts';
import { key, secret, text } from '../../http/form.ts';
import { isOwnPath, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { initialsOf } from '../../http/visit.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

interface SignInPageProps {
  email?: string;
  /** Where to go afterwards, a path of this site. */
  next?: string;
  /** The session of this browser ended by itself. */
  ended?: boolean;
  /** A password was chosen by a link just now. */
  chosen?: boolean;
  errors?: readonly FieldError[];
  demoPeople: readonly DemoPerson[];
}

/** E-mail and password; in a demonstration also a list of its people, each one click away. */
export function SignInPage({ email, next, ended, chosen, errors = [], demoPeople }: SignInPageProps) {
  const { words } = useUi();
  return (
    <Frame title={words.signIn.title}>
      <div class="cols two">
        <section class="stack card" aria-labelledby="sign-in">
          <h1 id="sign-in">{words.signIn.title}</h1>
          {chosen && <Note focus>{words.signIn.choose.done}</Note>}
          {ended && <Note look="soon">{words.signIn.ended}</Note>}
          <ErrorSummary errors={errors} />
          <Form class="stack" action="/sign-in" labelledBy="sign-in">
            <input type="hidden" name="next" value={next ?? ''} />
            <TextField
              name="email"
              type="email"
              label={words.signIn.email}
              value={email}
              autocomplete="username"
              error={errorOf(errors, 'email')}
            />
            <TextField
              name="password"
              type="password"
              label={words.signIn.password}
              autocomplete="current-password"
              error={errorOf(errors, 'password')}
            />
            <div class="line">
              <SubmitButton look="main">{words.signIn.submit}</SubmitButton>
            </div>
          </Form>
          <p class="s">
            <a href="/sign-in/forgotten">{words.signIn.forgot}</a>
          </p>
          <p class="s">
            <a href="/join">{words.signIn.join}</a>
          </p>
          <p class="s dim">{words.signIn.patients}</p>
        </section>
        {demoPeople.length > 0 && <DemoPeople people={demoPeople} next={next} />}
      </div>
    </Frame>
  );
}

function DemoPeople({ people, next }: { people: readonly DemoPerson[]; next?: string }) {
  const { lang, words } = useUi();
  return (
    <section class="stack" aria-labelledby="demo">
      <h2 id="demo">{words.signIn.demo.title}</h2>
      <Note>{words.signIn.demo.note}</Note>
      <Form action="/demo/sign-in" labelledBy="demo">
        <input type="hidden" name="next" value={next ?? ''} />
        <ul class="plain stack">
          {people.map(one => (
            <li key={one.key}>
              <button type="submit" class="btn demo" name="as" value={one.key}>
                <Avatar initials={initialsOf(one.name)} whose="colleague" />
                <span>
                  <span class="b">{one.name}</span>
                  <br />
                  <span class="s">{words.signIn.demo.roleAt(one.does[lang], one.siteName[lang])}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Form>
    </section>
  );
}

async function show(ask: Ask, given: Omit<SignInPageProps, 'demoPeople'>, status = 200): Promise<Reply> {
  const demoPeople = ask.ui.demo ? await ask.app.db.as(visitor, tx => tx.demo.people()) : [];
  return page(<SignInPage {...given} demoPeople={demoPeople} />, { status });
}

/** Never back to a page that would sign out at once, and never to another site. */
function goal(next: string | undefined): string {
  return next && isOwnPath(next) && !next.startsWith('/sign-') ? next : '/worklist';
}

function enter(outcome: Extract<SignInOutcome, { ok: true }>, next: string | undefined): Reply {
  return redirect(goal(next), { session: outcome.token, lang: outcome.language });
}

const statusOf = { wrong: 422, 'no-place': 422, 'too-many': 429 } as const;

export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/sign-in',
    enter: ['public'],
    phi: false,
    query: z.strictObject({
      next: text(2_000).optional(),
      ended: text(1).optional(),
      chosen: text(1).optional(),
    }),
    async handle(ask) {
      if (ask.actor.kind === 'person') return redirect(goal(ask.query.next));
      const { next, ended, chosen } = ask.query;
      return show(ask, { next, ended: ended === '1', chosen: chosen === '1' });
    },
  }),
  route({
    method: 'POST',
    url: '/sign-in',
    enter: ['public'],
    phi: false,
    limit: 'sign-in',
    body: z.strictObject({ email: text(400), password: secret(1_000), next: text(2_000) }),
    async handle(ask) {
      const { email, password, next } = ask.body;
      const words = ask.words.signIn;
      const errors: FieldError[] = [];
      if (email === '') errors.push({ field: 'email', message: words.emailMissing });
      if (password === '') errors.push({ field: 'password', message: words.passwordMissing });
      if (errors.length > 0) return show(ask, { email, next, errors }, 422);
      const outcome = await signIn(ask.app, { email, password, ip: ask.ip, before: ask.session });
      if (outcome.ok) return enter(outcome, next);
      const message = {
        wrong: words.wrong,
        'no-place': words.noPlace,
        'too-many': words.tooMany(outcome.refusal === 'too-many' ? outcome.minutes : 0),
      }[outcome.refusal];
      return show(ask, { email, next, errors: [{ field: 'email', message }] }, statusOf[outcome.refusal]);
    },
  }),
  route({
    method: 'POST',
    url: '/demo/sign-in',
    enter: ['public'],
    phi: false,
    demoOnly: true,
    limit: 'sign-in',
    body: z.strictObject({ as: key, next: text(2_000) }),
    async handle(ask) {
      const outcome = await signInAsDemo(ask.app, ask.body.as, ask.session);
      if (outcome.ok) return enter(outcome, ask.body.next);
      const errors = [{ field: '#demo', message: ask.words.signIn.noPlace }];
      return show(ask, { next: ask.body.next, errors }, 422);
    },
  }),
];
