import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { claimRequisition } from '../../app/outside/requisition.ts';
import { typedGuestToken } from '../../app/tokens.ts';
import { birthDate } from '../../domain/patient/birth-date.ts';
import { text } from '../../http/form.ts';
import { page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { withPatients } from '../roles.ts';

const body = z.strictObject({ code: text(200), birthDate: text(40) });
const common = { enter: ['person'], roles: withPatients, phi: false, url: '/claim', limit: 'link' } as const;

/** A patient brought a printed requisition: whoever types its code and the birth date takes the referral. */
export const routes: Route[] = [
  route({ ...common, method: 'GET', handle: async () => page(<ClaimPage />) }),
  route({ ...common, method: 'POST', body, handle: claim }),
];

async function claim(ask: Ask<unknown, unknown, z.infer<typeof body>>): Promise<Reply> {
  const { app, actor, body: typed, words } = ask;
  const w = words.outside.claim;
  const code = typedGuestToken(typed.code);
  const day = birthDate(typed.birthDate, app.clock.now().slice(0, 10));
  const errors: FieldError[] = [];
  if (code === undefined) errors.push({ field: 'code', label: w.code, message: w.codeMissing });
  if ('problem' in day) errors.push({ field: 'birthDate', label: w.birthDate, message: w.dateMissing });
  if (code === undefined || 'problem' in day) return again(typed, errors);
  const claimed = await claimRequisition(app, actor as PersonActor, { code, day: day.value });
  if (claimed.result === 'claimed') return redirect(`/requests/${claimed.requestKey}?done=claim`);
  const message = claimed.result === 'wrong' ? w.wrong(claimed.triesLeft) : w[claimed.result];
  return again(typed, [{ field: claimed.result === 'wrong' ? 'birthDate' : 'code', message }]);
}

function again(typed: z.infer<typeof body>, errors: readonly FieldError[]): Reply {
  return page(<ClaimPage typed={typed} errors={errors} />, { status: 422 });
}

function ClaimPage({ typed, errors = [] }: { typed?: z.infer<typeof body>; errors?: readonly FieldError[] }) {
  const w = useUi().words.outside.claim;
  return (
    <Frame title={w.title} here="worklist">
      <ErrorSummary errors={errors} />
      <h1 id="claim">{w.title}</h1>
      <p>{w.lead}</p>
      <Form action="/claim" class="stack compose act" labelledBy="claim">
        <TextField
          name="code"
          label={w.code}
          hint={w.codeHint}
          error={errorOf(errors, 'code')}
          value={typed?.code}
          autocomplete="off"
          width="mid"
          maxLength={200}
          required
        />
        <TextField
          name="birthDate"
          label={w.birthDate}
          hint={w.birthDateHint}
          error={errorOf(errors, 'birthDate')}
          value={typed?.birthDate}
          autocomplete="off"
          width="short"
          maxLength={40}
          required
        />
        <SubmitButton look="main">{w.submit}</SubmitButton>
      </Form>
    </Frame>
  );
}
