import { z } from 'zod';
import { beginVisit, mayConvert, type NeedsVisit, readVisit } from '../../app/drafts/needs-visit.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { TextArea } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { PatientStrip } from '../cases/case-head.tsx';
import { withPatients } from '../roles.ts';
import { EmergencyNote } from './emergency-note.tsx';
import { RoutesList } from './routes-list.tsx';

const params = z.strictObject({ key });
const body = z.strictObject({ problem: text(20_000), service: text(26), do: text(10) });
const common = {
  url: '/econsults/:key/convert',
  enter: ['person'],
  roles: withPatients,
  phi: true,
  params,
  limit: 'search',
} as const;
type ConvertAsk = Pick<Ask<z.infer<typeof params>>, 'app' | 'actor' | 'params'>;

/** *Needs a visit*: the directory, already searched with the problem; what is chosen opens the referral form, filled. */
export const routes: Route[] = [
  route({ ...common, method: 'GET', handle: ask => show(ask) }),
  route({
    ...common,
    method: 'POST',
    body,
    handle: ask => (ask.body.service === '' ? show(ask, ask.body.problem) : choose(ask, ask.body)),
  }),
];

async function show({ app, actor, params: { key: caseKey } }: ConvertAsk, problem?: string): Promise<Reply> {
  const found = await readVisit(app, actor, { caseKey, ...(problem !== undefined && { problem }) });
  return found ? page(<ConvertPage {...found} />) : missing();
}

async function choose(
  { app, actor, params: { key: caseKey } }: ConvertAsk,
  { problem, service: serviceKey }: z.infer<typeof body>,
): Promise<Reply> {
  const draft = await beginVisit(app, actor, { caseKey, problem, serviceKey });
  return draft ? redirect(`/drafts/${draft}`) : missing();
}

function ConvertPage({ on, problem, routes }: NeedsVisit) {
  const { ask, acts } = useUi().words;
  const { one, story } = on;
  const may = mayConvert(on);
  return (
    <Frame
      title={ask.visitTitle}
      here="ask"
      strip={<PatientStrip patient={one.patient} reference={story.reference} />}
    >
      <Form class="wide" label={ask.visitTitle}>
        <header class="stack">
          <p class="s">
            <a href={`/requests/${story.key}`}>{acts.backTo(story.reference)}</a>
          </p>
          <h1>{ask.visitTitle}</h1>
          <p class="dim">{ask.visitLead}</p>
        </header>
        {!may && <Note look="soon">{ask.notNow}</Note>}
        <div class="stack">
          <TextArea name="problem" label={ask.problem} value={problem} rows={6} big />
          <SubmitButton icon="search" name="do" value="show">
            {ask.again}
          </SubmitButton>
        </div>
        <EmergencyNote urgent={routes.urgent} />
        {may && <RoutesList routes={routes} advice={false} />}
      </Form>
    </Frame>
  );
}
