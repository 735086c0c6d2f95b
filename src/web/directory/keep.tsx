import { z } from 'zod';
import { keepAtHand } from '../../app/favourites.ts';
import { key, text } from '../../http/form.ts';
import { missing, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Note } from '../../ui/note.tsx';
import { withPatients } from '../roles.ts';

/** Keeping a service at hand: of the member's own, never of a patient. */
export const routes: Route[] = [
  route({
    method: 'POST',
    url: '/directory/:key/keep',
    enter: ['person'],
    roles: withPatients,
    phi: false,
    params: z.strictObject({ key }),
    body: z.strictObject({ keep: text(3) }),
    async handle({ app, actor, params, body }) {
      const done = await keepAtHand(app, actor, { key: params.key, keep: body.keep === 'yes' });
      if (!done) return missing();
      return redirect(`/directory/${params.key}${done === 'full' ? '?full=yes' : ''}`);
    },
  }),
];

/** The button on the page of a service; nothing for whoever has no place to keep it at. */
export function Keep({ of, kept, full }: { of: string; kept: boolean; full: boolean }) {
  const { words, person } = useUi();
  const w = words.ask.atHand;
  const roles: readonly string[] = person?.memberships.find(place => place.current)?.roles ?? [];
  if (!withPatients.some(role => roles.includes(role))) return null;
  return (
    <>
      {full && (
        <Note look="soon" focus>
          {w.full}
        </Note>
      )}
      <Form action={`/directory/${of}/keep`} class="inline">
        <input type="hidden" name="keep" value={kept ? 'no' : 'yes'} />
        <SubmitButton look="text" icon={kept ? 'x' : 'plus'}>
          {kept ? w.forget : w.keep}
        </SubmitButton>
      </Form>
    </>
  );
}
