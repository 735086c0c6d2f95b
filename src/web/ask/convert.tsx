import { z } from 'zod';
import { type AskRoutes, routesIn } from '../../app/ask-routes.ts';
import type { Tx } from '../../app/ports/database.ts';
import { type CaseInStory, readCaseIn } from '../../app/read-request.ts';
import { formFor } from '../../domain/forms/precedence.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { TextArea } from '../../ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { PatientStrip } from '../cases/case-head.tsx';
import { lastSaid } from '../cases/last-said.ts';
import { withPatients } from '../roles.ts';
import { EmergencyNote, RoutesList } from './routes-list.tsx';

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

interface Found {
  on: CaseInStory;
  problem: string;
  routes: AskRoutes;
}

/** The title and the question as asked; what was typed here instead when the search was made again. */
function problemOf({ one }: CaseInStory, typed?: string): string {
  if (typed !== undefined) return typed;
  return [one.state.title, lastSaid(one.events, 'question', 'question')].filter(Boolean).join('\n\n');
}

async function show({ app, actor, params: { key: caseKey } }: ConvertAsk, typed?: string): Promise<Reply> {
  const found = await app.db.as(actor, async (tx): Promise<Found | null> => {
    const on = await readCaseIn(tx, caseKey, 'econsult');
    if (!on) return null;
    const problem = problemOf(on, typed);
    return {
      on,
      problem,
      routes: await routesIn(tx, { text: problem, patient: on.one.patient, adviceToo: false }),
    };
  });
  return found ? page(<ConvertPage {...found} />) : missing();
}

function may({ one }: CaseInStory): boolean {
  return one.may.some(({ side, verbs }) => side === 'requester' && verbs.includes('convert'));
}

async function choose({ app, actor, params }: ConvertAsk, typed: z.infer<typeof body>): Promise<Reply> {
  const begun = await app.db.as(actor, async tx => {
    const on = await readCaseIn(tx, params.key, 'econsult');
    return on && may(on) && on.one.state.status !== 'answered' ? begin(tx, on, typed) : null;
  });
  return begun ? redirect(`/drafts/${begun}`) : missing();
}

/** Key of a draft of the referral, which the form then fills with all that is known. */
async function begin(tx: Tx, on: CaseInStory, { problem, service: wanted }: z.infer<typeof body>) {
  const service = key.safeParse(wanted).success ? await tx.directory.service(wanted) : null;
  if (service?.kind !== 'referral') return null;
  const patient = on.story.patientId === null ? null : await tx.patients.byId(on.story.patientId);
  if (!patient) return null;
  const draft = await tx.drafts.begin({
    ...{ kind: 'referral', patient: patient.id, service: service.id, continues: on.story.id },
    ...{ title: on.one.state.title, question: problem, converts: on.one.key, urgency: 'routine' },
    form: formFor('referral', { ...(service.form && { service: service.form }), category: service.category }),
  });
  await tx.audit.add({ act: 'begin', what: 'draft', ids: [draft.id], patient: patient.id, result: 'ok' });
  return draft.key;
}

function ConvertPage({ on, problem, routes }: Found) {
  const { words } = useUi();
  const w = words.ask;
  const { one, story } = on;
  const closeFirst = may(on) && one.state.status === 'answered';
  return (
    <Frame
      title={w.visitTitle}
      here="ask"
      strip={<PatientStrip patient={one.patient} reference={story.reference} />}
    >
      <Form class="wide" label={w.visitTitle}>
        <header class="stack">
          <p class="s">
            <a href={`/requests/${story.key}`}>{w.back}</a>
          </p>
          <h1>{w.visitTitle}</h1>
          <p class="dim">{w.visitLead}</p>
        </header>
        {closeFirst && (
          <Note look="soon">
            {w.closeFirst} <ButtonLink href={`/econsults/${one.key}/close`}>{w.closeNow}</ButtonLink>
          </Note>
        )}
        {!may(on) && <Note look="soon">{w.notNow}</Note>}
        <div class="stack">
          <TextArea name="problem" label={w.problem} value={problem} rows={5} />
          <SubmitButton icon="search" name="do" value="show">
            {w.again}
          </SubmitButton>
        </div>
        <EmergencyNote urgent={routes.urgent} />
        {may(on) && !closeFirst && <RoutesList routes={routes} advice={false} />}
      </Form>
    </Frame>
  );
}
