import { z } from 'zod';
import { type DelegatesView, giveDelegation } from '../../app/people/delegates.ts';
import { many } from '../../http/form.ts';
import { missing, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Checkboxes } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';

/** Who may act for whoever reads this: their own to give and to take back. */
export function Delegates({ view }: { view: DelegatesView }) {
  const w = useUi().words.members.delegates;
  return (
    <section class="card stack" aria-labelledby="delegates">
      <h2 id="delegates">{w.title}</h2>
      <p>{w.lead}</p>
      {view.delegates.length === 0 ? (
        <p class="dim">{w.none}</p>
      ) : (
        <Form class="stack" action="/account/delegates" labelledBy="delegates">
          {view.delegates.map(({ key }) => (
            <input type="hidden" name="shown" value={key} key={key} />
          ))}
          <Checkboxes
            name="delegate"
            label={w.title}
            choices={view.delegates.map(({ key, name }) => ({ value: key, label: name }))}
            values={view.delegates.filter(one => one.mayAct).map(one => one.key)}
          />
          <div class="line">
            <SubmitButton>{w.save}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  );
}

export const routes: Route[] = [
  route({
    method: 'POST',
    url: '/account/delegates',
    enter: ['person'],
    roles: ['clinician', 'resident', 'nurse'],
    phi: false,
    body: z.strictObject({ shown: many(500), delegate: many(500) }),
    async handle(ask) {
      const { shown, delegate: chosen } = ask.body;
      const given = await giveDelegation(ask.app, ask.actor, { shown, chosen });
      return given ? redirect('/account?given=1') : missing();
    },
  }),
];
