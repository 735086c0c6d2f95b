import { z } from 'zod';
import {
  beginVisit,
  convertSide,
  mayConvert,
  type NeedsVisit,
  readVisit,
} from '../../app/drafts/needs-visit.ts';
import { parse } from '../../http/door.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { TextArea } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { post } from '../cases/act-post.tsx';
import { show as showAct } from '../cases/act-routes.tsx';
import { PatientStrip } from '../cases/case-head.tsx';
import { type ActAsk, fields } from '../cases/open-act.ts';
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

/**
 * *Needs a visit*: the directory, already searched with the problem; what is chosen opens the referral form, filled. The
 * specialist who may convert has the page of the verb instead, with the answer that goes along.
 */
export const routes: Route[] = [
  route({
    ...common,
    method: 'GET',
    handle: async ask =>
      (await sideOf(ask)) === 'receiver'
        ? showAct(asAct({ ...ask, body: {} }), { type: 'econsult', from: {} })
        : show(ask),
  }),
  route({
    ...common,
    ...{ method: 'POST', body: fields, multipart: true },
    handle: async ask => ((await sideOf(ask)) === 'receiver' ? post(asAct(ask), 'econsult') : search(ask)),
  }),
];

function sideOf({ app, actor, params: { key: caseKey } }: ConvertAsk) {
  return convertSide(app, actor, caseKey);
}

function asAct(ask: Ask<z.infer<typeof params>, unknown, z.infer<typeof fields>>): ActAsk {
  return { ...ask, params: { ...ask.params, verb: 'convert' } };
}

function search(ask: ConvertAsk & { body: z.infer<typeof fields> }): Promise<Reply> {
  const typed = parse<z.infer<typeof body>>(body, ask.body);
  return typed.service === '' ? show(ask, typed.problem) : choose(ask, typed);
}

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
