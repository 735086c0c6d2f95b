import { z } from 'zod';
import { keepAtHand } from '../../app/directory/favourites.ts';
import { key, text } from '../../http/form.ts';
import { isOwnPath, missing, redirect } from '../../http/reply.ts';
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
    body: z.strictObject({ keep: text(3), back: text() }),
    async handle({ app, actor, params, body }) {
      const done = await keepAtHand(app, actor, { key: params.key, keep: body.keep === 'yes' });
      if (!done) return missing();
      if (done === 'full') return redirect(`/directory/${params.key}?full=yes`);
      const back = isOwnPath(body.back) && body.back.startsWith('/directory');
      return redirect(back ? body.back : `/directory/${params.key}`);
    },
  }),
];

/** True for somebody with a place to keep services at. */
export function useKeeping(): boolean {
  const { person } = useUi();
  const roles: readonly string[] = person?.memberships.find(place => place.current)?.roles ?? [];
  return withPatients.some(role => roles.includes(role));
}

/** The button on the page of a service; nothing for whoever has no place to keep it at. */
export function Keep({ of, kept, full }: { of: string; kept: boolean; full: boolean }) {
  const w = useUi().words.atHand;
  if (!useKeeping()) return null;
  return (
    <>
      {full && (
        <Note look="soon" focus>
          {w.full}
        </Note>
      )}
      <div>
        <Star of={of} kept={kept} />
      </div>
    </>
  );
}

interface StarProps {
  /** Key of the service, and its name where there are several on a page. */
  of: string;
  name?: string;
  kept: boolean;
  /** Where to go afterwards; the page of the service when absent. */
  back?: string;
}

/** Keeps a service, or lets it go. */
export function Star({ of, name, kept, back }: StarProps) {
  const w = useUi().words.atHand;
  return (
    <Form action={`/directory/${of}/keep`} class="inline">
      <input type="hidden" name="keep" value={kept ? 'no' : 'yes'} />
      {back && <input type="hidden" name="back" value={back} />}
      <SubmitButton look="text" class="tiny" icon={kept ? 'starred' : 'star'}>
        {kept ? w.forget : w.keep}
        {name && <span class="sr">: {name}</span>}
      </SubmitButton>
    </Form>
  );
}
