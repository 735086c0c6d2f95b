import { z } from 'zod';
import type { Look } from '../../app/ports/looks.ts';
import { key } from '../../http/form.ts';
import { missing, page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Form } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { withPatients } from '../roles.ts';

/** Shorter than a look lasts, so that a page that is open never seems closed. */
const every = '45s';

/**
 * Who else has the request open. It only tells: nobody is kept from acting. While the page is open script asks again; without
 * script it is as it was when the page was drawn.
 */
export function Looking({ requestKey, looking }: { requestKey: string; looking: readonly Look[] }) {
  const { story } = useUi().words;
  const url = `/requests/${requestKey}/looking`;
  const names = looking.map(one => one.name).join(', ');
  return (
    <Form
      id="looking"
      class="s"
      action={url}
      label={story.lookingLabel}
      htmx={{
        'hx-post': url,
        'hx-trigger': `every ${every}`,
        'hx-target': '#looking',
        'hx-select': '#looking',
        'hx-swap': 'outerHTML',
      }}
    >
      <p role="status" class={names === '' ? 'sr' : 'line looks'}>
        {names !== '' && (
          <>
            <Icon name="eye" /> {story.looking(names, looking.length === 1)}
          </>
        )}
      </p>
    </Form>
  );
}

/** Says that one still looks, and who else does. */
export const routes: Route[] = [
  route({
    ...{ method: 'POST', url: '/requests/:key/looking', enter: ['person'], roles: withPatients, phi: true },
    params: z.strictObject({ key }),
    handle: ({ app, actor, params }) =>
      app.db.as(actor, async tx => {
        if (!(await tx.looks.note(params.key))) {
          await tx.audit.add({ act: 'look', what: 'request', ids: [], result: 'missing' });
          return missing();
        }
        return page(<Looking requestKey={params.key} looking={await tx.looks.others(params.key)} />);
      }),
  }),
];
