import { z } from 'zod';
import { choosePassword, readPasswordLink } from '../../app/people/choose-password.ts';
import { secret } from '../../http/form.ts';
import { page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { passwordFaultWords } from './password-faults.ts';

interface Props {
  token: string;
  email: string;
  errors?: readonly FieldError[];
}

/** The first password of somebody who was invited, or a new one after a forgotten one. */
function ChoosePage({ token, email, errors = [] }: Props) {
  const { choose, account } = useUi().words.signIn;
  return (
    <Frame title={choose.title}>
      <section class="stack card" aria-labelledby="choose">
        <h1 id="choose">{choose.title}</h1>
        <ErrorSummary errors={errors} />
        <p>{choose.whose(email)}</p>
        <Form class="stack" action={`/password/${token}`} labelledBy="choose">
          {/* Tells a password manager whose password this is; it has no name, so it is not sent. */}
          <input type="email" autocomplete="username" value={email} hidden readOnly />
          <TextField
            name="password"
            type="password"
            label={choose.password}
            hint={account.newPasswordHint}
            autocomplete="new-password"
            error={errorOf(errors, 'password')}
          />
          <div class="line">
            <SubmitButton look="main">{choose.submit}</SubmitButton>
          </div>
        </Form>
      </section>
    </Frame>
  );
}

function DeadPage() {
  const { choose } = useUi().words.signIn;
  return (
    <Frame title={choose.deadTitle}>
      <section class="stack card">
        <h1>{choose.deadTitle}</h1>
        <p>{choose.dead}</p>
        <p>
          <a href="/sign-in/forgotten">{choose.again}</a>
        </p>
      </section>
    </Frame>
  );
}

/** One page for a link that is used, too old or was never made: gone (410). */
const dead = () => page(<DeadPage />, { status: 410 });

const common = {
  enter: ['public'],
  phi: false,
  limit: 'link',
  url: '/password/:token',
  params: z.object({ token: z.string().max(200) }),
} as const;

export const routes: Route[] = [
  route({
    ...common,
    method: 'GET',
    async handle(ask) {
      const { token } = ask.params;
      const link = await readPasswordLink(ask.app, token);
      return link ? page(<ChoosePage token={token} email={link.email} />) : dead();
    },
  }),
  route({
    ...common,
    ...{ method: 'POST', body: z.strictObject({ password: secret(1_000) }) },
    async handle(ask) {
      const { token } = ask.params;
      const outcome = await choosePassword(ask.app, { token, password: ask.body.password });
      // Whoever was signed in here chose for that account: the old session of this browser is no guide.
      if (outcome.ok) return redirect('/sign-in?chosen=1', { session: null });
      const link = await readPasswordLink(ask.app, token);
      if (outcome.refusal === 'dead' || link === null) return dead();
      const message = passwordFaultWords(outcome.refusal, ask.words);
      const errors = [{ field: 'password', message }];
      return page(<ChoosePage token={token} email={link.email} errors={errors} />, { status: 422 });
    },
  }),
];
