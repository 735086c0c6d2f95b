import { z } from 'zod';
import { forgetPassword } from '../../app/people/choose-password.ts';
import { text } from '../../http/form.ts';
import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

interface Props {
  email?: string;
  sent?: boolean;
  errors?: readonly FieldError[];
}

/** Asks for a link to a new password. The answer is the same for every address. */
function ForgottenPage({ email, sent, errors = [] }: Props) {
  const words = useUi().words.signIn;
  return (
    <Frame title={words.forgotten.title}>
      <section class="stack card" aria-labelledby="forgotten">
        <h1 id="forgotten">{words.forgotten.title}</h1>
        {sent ? (
          <>
            <Note focus>{words.forgotten.sent}</Note>
            <p>{words.forgotten.nothing}</p>
          </>
        ) : (
          <>
            <ErrorSummary errors={errors} />
            <p>{words.forgotten.lead}</p>
            <Form class="stack" action="/sign-in/forgotten" labelledBy="forgotten">
              <TextField
                name="email"
                type="email"
                label={words.email}
                value={email}
                autocomplete="username"
                error={errorOf(errors, 'email')}
              />
              <div class="line">
                <SubmitButton look="main">{words.forgotten.submit}</SubmitButton>
              </div>
            </Form>
          </>
        )}
        <p class="s">
          <a href="/sign-in">{words.forgotten.back}</a>
        </p>
      </section>
    </Frame>
  );
}

const common = { enter: ['public'], phi: false, url: '/sign-in/forgotten' } as const;

export const routes: Route[] = [
  route({ ...common, method: 'GET', handle: async () => page(<ForgottenPage />) }),
  route({
    ...common,
    ...{ method: 'POST', limit: 'sign-in', body: z.strictObject({ email: text(400) }) },
    async handle(ask) {
      const { email } = ask.body;
      const words = ask.words.signIn;
      const again = (message: string, status: number) =>
        page(<ForgottenPage email={email} errors={[{ field: 'email', message }]} />, { status });
      if (email === '') return again(words.emailMissing, 422);
      const outcome = await forgetPassword(ask.app, { email, ip: ask.ip });
      return outcome === 'told' ? page(<ForgottenPage sent />) : again(words.tooMany(15), 429);
    },
  }),
];
