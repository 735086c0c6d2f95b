import { z } from 'zod';
import type { ListingsView } from '../../app/listings/add-listing.ts';
import { setIntake } from '../../app/listings/set-intake.ts';
import { missing, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { number } from '../../ui/format.ts';
import { listingKeepers } from './edit.tsx';

/** Whether services of other sites may send their referrals here first, and how many do. */
export function IntakeHere({ intake }: Pick<ListingsView, 'intake'>) {
  const { words, lang } = useUi();
  const w = words.listings.intakeHere;
  const { on, services } = intake;
  return (
    <section class="stack" aria-labelledby="intake">
      <h2 id="intake">{w.title}</h2>
      <p>
        {on ? w.on : w.off} {on && services > 0 && w.used(number(services, lang), services === 1)}
      </p>
      {services === 0 && (
        <Form action="/listings/intake" label={w.title}>
          <input type="hidden" name="on" value={on ? 'no' : 'yes'} />
          <SubmitButton>{on ? w.turnOff : w.turnOn}</SubmitButton>
        </Form>
      )}
    </section>
  );
}

/** A site turns its central intake on and off itself. */
export const routes: Route[] = [
  route({
    ...listingKeepers,
    ...{ method: 'POST', url: '/listings/intake' },
    body: z.strictObject({ on: z.enum(['yes', 'no']) }),
    async handle({ app, actor, body }) {
      const done = await setIntake(app, actor, body.on === 'yes');
      return done === null ? missing() : redirect('/listings#intake');
    },
  }),
];
