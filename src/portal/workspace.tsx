import { z } from 'zod';
import { type FormsByKey, formKey, formsIn } from '../app/forms/forms-of-story.ts';
import { readWorkspace, type WorkspacePage } from '../app/outside/workspace.ts';
import type { AnswerSet } from '../domain/forms/answers.ts';
import { text } from '../http/form.ts';
import { missing, page } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { Answers } from '../ui/answers.tsx';
import { Attached } from '../ui/attached.tsx';
import { useUi } from '../ui/context.ts';
import { ButtonLink, Form, SubmitButton } from '../ui/form.tsx';
import { dayLong, momentLong } from '../ui/format.ts';
import { Frame } from '../ui/frame.tsx';
import { Note } from '../ui/note.tsx';
import { statusLook } from '../ui/status-look.ts';
import { Tag, UrgentMark } from '../ui/tag.tsx';
import { verbOf } from './guest-act-page.tsx';
import { mayAct } from './guest-acts.ts';
import { GuestStrip } from './guest-strip.tsx';
import { GuestVisit, SaidHere } from './workspace-parts.tsx';

/** The one referral of a guest. Each look is written down. */
export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/w', enter: ['guest'], phi: true },
    query: z.strictObject({ done: text(20).optional() }),
    async handle({ app, actor, query }) {
      const found = await readWorkspace(app, actor);
      if (!found) return missing();
      const forms = await app.db.as(actor, tx => formsIn(tx, found.story));
      return page(<Workspace found={found} forms={forms} done={query.done} />);
    },
  }),
];

interface Props {
  found: WorkspacePage;
  forms: FormsByKey;
  done?: string;
}

function Workspace({ found, forms, done }: Props) {
  const ui = useUi();
  const w = ui.words.workspace;
  const { one, story, holder, until } = found;
  return (
    <Frame title={`${w.title}, ${story.reference}`} kind="plainer" strip={<GuestStrip found={found} />}>
      {done && (
        <Note look={done === 'yes' ? 'told' : 'soon'} focus>
          <p>{done === 'yes' ? w.done : w.stale}</p>
        </Note>
      )}
      <header class="stack">
        <h1>
          <bdi>{one.state.title}</bdi>
        </h1>
        <Status found={found} />
        <p class="s dim">{w.lead(holder, dayLong(until, ui))}</p>
      </header>
      <div class="cols side">
        <div class="wide">
          <Asked found={found} forms={forms} />
          <GuestVisit found={found} />
          <SaidHere found={found} />
        </div>
        <aside class="wide" aria-label={w.acts}>
          <Doing found={found} />
          <From found={found} />
          <p class="s">
            {w.join} <a href="/join">{w.joinLink}</a>
          </p>
          <Form action="/sign-out">
            <SubmitButton>{w.leave}</SubmitButton>
          </Form>
        </aside>
      </div>
    </Frame>
  );
}

function Status({ found: { one } }: Pick<Props, 'found'>) {
  const ui = useUi();
  const { words } = ui;
  const { status, urgency, letter, hold } = one.state;
  const statuses: Record<string, string> = words.referral.statusesToReceiver;
  return (
    <p class="line">
      <Tag {...statusLook('referral', status)} label={statuses[status] ?? status} />
      {urgency === 'urgent' && hold && <UrgentMark label={words.parts.urgent} />}
      {letter && hold && <span>{words.workspace.letterToCome(dayLong(letter.due, ui))}</span>}
    </p>
  );
}

/** The question with the answers of its form, and the files. */
function Asked({ found: { one }, forms }: Props) {
  const { words } = useUi();
  const w = words.workspace;
  const body = one.events.find(({ type }) => type === 'question')?.body;
  const said = typeof body === 'object' ? body : {};
  const set = said.answers as AnswerSet | undefined;
  const form = set && forms.get(formKey(set.form, set.version));
  return (
    <section class="card stack" aria-labelledby="asked">
      <h2 id="asked">{w.question}</h2>
      {typeof said.question === 'string' && <p class="typed">{said.question}</p>}
      {typeof said.reason === 'string' && (
        <p class="typed">
          <strong>{w.urgentBecause}</strong> {said.reason}
        </p>
      )}
      {set && form && (
        <>
          <h3>{w.answers}</h3>
          <Answers form={form} set={set} />
        </>
      )}
      {one.attachments.length > 0 && (
        <>
          <h3>{w.files}</h3>
          <Attached files={one.attachments} />
        </>
      )}
    </section>
  );
}

function Doing({ found }: Pick<Props, 'found'>) {
  const { words } = useUi();
  const w = words.workspace;
  const acts = mayAct(found);
  return (
    <section class="stack" aria-labelledby="doing">
      <h2 id="doing">{w.acts}</h2>
      {acts.length === 0 && <p>{w.over}</p>}
      <ul class="plain rows">
        {acts.map(({ verb, harm }, index) => (
          <li key={verb}>
            <ButtonLink href={`/w/act/${verb}`} look={harm ? 'harm' : index === 0 ? 'main' : 'plain'}>
              {verbOf(words, verb)}
            </ButtonLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

function From({ found: { one, story } }: Pick<Props, 'found'>) {
  const ui = useUi();
  const w = ui.words.workspace;
  const { requester, receiver, startedAt } = one.state;
  const office = requester.site === undefined ? undefined : story.names.sites[requester.site];
  const doctor = requester.clinician === undefined ? undefined : story.names.members[requester.clinician];
  const service = receiver.service === undefined ? undefined : story.names.services[receiver.service];
  const rows: [string, string | null | undefined][] = [
    [w.from, [doctor?.name, office?.[ui.lang]].filter(Boolean).join(', ')],
    [w.phone, office?.phone],
    [w.fax, office?.fax],
    [w.service, service?.[ui.lang]],
    [w.sent, momentLong(startedAt, ui)],
  ];
  return (
    <dl class="kv tight">
      {rows.map(([label, value]) =>
        value ? (
          <>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </>
        ) : null,
      )}
    </dl>
  );
}
