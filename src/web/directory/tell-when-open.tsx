import { z } from 'zod';
import { wishOpening } from '../../app/directory/opening-wishes.ts';
import { key, text } from '../../http/form.ts';
import { missing, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { withPatients } from '../roles.ts';
import { useKeeping } from './keep.tsx';

/** Wishing to hear when a service takes people again; from its page, or from one's own account. */
export const routes: Route[] = [
  route({
    method: 'POST',
    url: '/directory/:key/tell-when-open',
    enter: ['person'],
    roles: withPatients,
    phi: false,
    params: z.strictObject({ key }),
    body: z.strictObject({ wish: text(3), from: text(10) }),
    async handle({ app, actor, params, body }) {
      const done = await wishOpening(app, actor, { key: params.key, wish: body.wish === 'yes' });
      if (!done) return missing();
      return redirect(body.from === 'account' ? '/account' : `/directory/${params.key}`);
    },
  }),
];

/** The button on the page of a service that takes nobody now; nothing for whoever asks for no patients. */
export function TellWhenOpen({ of, wished }: { of: string; wished: boolean }) {
  const w = useUi().words.atHand.open;
  if (!useKeeping()) return null;
  return (
    <div class="line">
      {wished && <span>{w.wished}</span>}
      <WishForm of={of} wish={!wished} />
    </div>
  );
}

interface WishFormProps {
  /** Key of the service, and its name where there are several on a page. */
  of: string;
  name?: string;
  wish: boolean;
  from?: 'account';
}

/** Wishes to be told, or no longer. */
export function WishForm({ of, name, wish, from }: WishFormProps) {
  const w = useUi().words.atHand.open;
  return (
    <Form action={`/directory/${of}/tell-when-open`} class="inline">
      <input type="hidden" name="wish" value={wish ? 'yes' : 'no'} />
      {from && <input type="hidden" name="from" value={from} />}
      <SubmitButton look={wish ? 'plain' : 'text'} class={wish ? undefined : 'tiny'}>
        {wish ? w.wish : w.withdraw}
        {name && <span class="sr">: {name}</span>}
      </SubmitButton>
    </Form>
  );
}
