import { z } from 'zod';
import { openDraft } from '../../app/drafts/drafts.ts';
import { nextInFolder, readNeighbours } from '../../app/worklist/worklists.ts';
import { key } from '../../http/form.ts';
import { missing, page } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { withPatients } from '../roles.ts';
import { type CameFrom, cameFrom } from '../worklist/came-from.ts';
import { askOf } from '../worklist/filters.tsx';
import { type Opened, openStoryIn, tellingOf } from './open-story.ts';
import { StoryPage } from './story-page.tsx';
import { folderFrom, type Origin } from './way-back.tsx';

const params = z.strictObject({ key });
type Asked = Pick<Ask<z.infer<typeof params>>, 'app' | 'actor' | 'ui' | 'params'>;

/** The request with the forms its answers belong to, in one transaction. */
function open(ask: Asked, why?: string): Promise<Opened | null> {
  return ask.app.db.as(ask.actor, tx => openStoryIn(tx, ask.params.key, why));
}

/** The words of a draft about the same patient, for the box of the story. */
async function fromDraft({ app, actor }: Asked, { request }: Opened, draftKey?: string) {
  const opened = draftKey === undefined ? null : await openDraft(app, actor, draftKey);
  return opened && opened.draft.patient === request.patientId ? { typed: opened.draft.question } : {};
}

async function originOf({ app, actor, params }: Asked, asked: CameFrom): Promise<Origin | undefined> {
  const folder = folderFrom(asked);
  if (!folder || asked.from === undefined) return undefined;
  const filters = askOf(asked);
  const neighbours = await readNeighbours(app, actor, { folder, filters, requestKey: params.key });
  return { asked: { ...asked, from: asked.from }, folder, neighbours };
}

const show = route({
  method: 'GET',
  url: '/requests/:key',
  enter: ['person'],
  roles: withPatients,
  phi: true,
  params,
  query: cameFrom.extend({
    show: z.enum(['all', 'messages', 'files', 'changes']).default('all'),
    /** The draft whose words are to be added here instead of being sent as a new request. */
    draft: key.optional(),
    /** The request decided before this one opened by itself. */
    after: key.optional(),
    /** The verb that led here: only that something was done; what, the case says. */
    done: z
      .string()
      .regex(/^[a-z-]{1,40}$/)
      .optional(),
  }),
  handle: async ask => {
    const opened = await open(ask);
    if (!opened) return missing();
    const { show, done, draft, after, ...from } = ask.query;
    const next = done ? await nextInFolder(ask.app, ask.actor, opened.request.key) : null;
    const telling = { ...tellingOf(ask, opened, show), ...(await fromDraft(ask, opened, draft)) };
    const origin = await originOf(ask, from);
    return page(<StoryPage {...{ telling, origin, after }} done={done ? { next } : undefined} />);
  },
});

/** The whole number of the health card: a look of its own in the audit. */
const card = route({
  method: 'POST',
  url: '/requests/:key/card',
  enter: ['person'],
  roles: withPatients,
  phi: true,
  params,
  handle: async ask => {
    const opened = await open(ask, 'health-card');
    return opened ? page(<StoryPage telling={tellingOf(ask, opened, 'all')} wholeCard />) : missing();
  },
});

export const routes: Route[] = [show, card];
