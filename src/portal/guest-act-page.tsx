import { z } from 'zod';
import { readWorkspace, type WorkspacePage } from '../app/outside/workspace.ts';
import type { Outcome } from '../app/run-verb.ts';
import { runVerbWithFiles } from '../app/run-verb-with-files.ts';
import type { FieldProblem } from '../domain/case/problems.ts';
import { fileProblem } from '../http/file-problem.ts';
import { many, text } from '../http/form.ts';
import { missing, page, type Reply, redirect } from '../http/reply.ts';
import { type Ask, type Route, route } from '../http/route.ts';
import { useUi } from '../ui/context.ts';
import { ErrorSummary, type FieldError } from '../ui/error-summary.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { Frame } from '../ui/frame.tsx';
import { Note } from '../ui/note.tsx';
import type { Words } from '../words/words.ts';
import { type GuestAct, guestActs, mayAct } from './guest-acts.ts';
import { GuestFieldView } from './guest-field.tsx';
import { GuestStrip } from './guest-strip.tsx';

const common = { enter: ['guest'], phi: true } as const;
type Typed = Record<string, string>;
type ActAsk = Ask<unknown, unknown, Record<string, unknown>>;

/** Every verb of a guest, each by its own address, with files where it takes some. */
export const routes: Route[] = guestActs.flatMap(act => {
  const url = `/w/act/${act.verb}`;
  const shape = Object.fromEntries(
    act.fields.filter(({ kind }) => kind !== 'files').map(({ name }) => [name, text(40_000)]),
  );
  const body = z.strictObject({ ...shape, ...(takesFiles(act) && { attachments: many(50) }) });
  return [
    route({ ...common, method: 'GET', url, handle: ask => show(ask, act, {}) }),
    route({
      ...{ ...common, method: 'POST', url, body, multipart: takesFiles(act) },
      handle: ask => send(ask as unknown as ActAsk, act),
    }),
  ];
});

function takesFiles({ fields }: GuestAct): boolean {
  return fields.some(({ kind }) => kind === 'files');
}

async function send(ask: ActAsk, act: GuestAct): Promise<Reply> {
  const { app, actor, files, turn, receipt, words } = ask;
  const found = await readWorkspace(app, actor);
  if (!found) return missing();
  const { attachments, ...rest } = ask.body;
  const typed = rest as Typed;
  const kept = Array.isArray(attachments) ? attachments.map(String) : [];
  const input = act.read(typed, { zone: zoneOf(found, ask.ui.zone), now: ask.ui.now });
  const { outcome, refused, waiting } = await runVerbWithFiles(app, actor, {
    ...{ caseKey: found.one.key, verb: act.verb, side: 'receiver', type: 'referral', turn, receipt },
    ...{ input, files, kept },
  });
  if (outcome?.ok) return redirect('/w?done=yes');
  const keeping = waiting.map(({ key, name }) => ({ key, name }));
  const fileErrors = refused.map(one => ({ field: 'file', message: fileProblem(words, one) }));
  if (!outcome) return show(ask, act, { typed, kept: keeping, errors: fileErrors });
  return show(ask, act, { typed, kept: keeping, ...whyNot(words, act, outcome) });
}

/** Beside the field, or above the form. */
function whyNot(
  words: Words,
  act: GuestAct,
  no: Extract<Outcome, { ok: false }>,
): { errors?: FieldError[]; note?: string } {
  const w = words.workspace;
  if (no.refusal === 'note-missing') return { errors: [{ field: 'note', message: w.noteMissing }] };
  if (no.refusal === 'start-in-past') {
    const field = act.verb === 'accept' ? 'anticipated' : 'day';
    return { errors: [{ field, message: w.wrongDay }] };
  }
  if (no.refusal === 'stale' || no.refusal === 'not-found' || no.refusal === 'receipt-differs')
    return { note: w.stale };
  if (no.refusal !== 'bad-input') return { note: words.case.refusals[no.refusal] };
  const issues = (no.detail?.issues ?? []) as FieldProblem[];
  const errors = issues.map(({ path }) => {
    const field = path[0] === 'start' ? 'day' : String(path[0] ?? '');
    return { field, message: field === 'day' ? w.wrongMoment : needs(act, field) ? w.missing : w.wrong };
  });
  return { errors };
}

const needs = (act: GuestAct, field: string) => act.fields.some(one => one.name === field && one.required);

function zoneOf({ story, one }: WorkspacePage, usual: string): string {
  return story.names.sites[one.state.receiver.site]?.zone ?? usual;
}

interface Again {
  typed?: Typed;
  errors?: readonly FieldError[];
  note?: string;
  kept?: readonly { key: string; name: string }[];
}

async function show(ask: Pick<Ask, 'app' | 'actor'>, act: GuestAct, again: Again): Promise<Reply> {
  const found = await readWorkspace(ask.app, ask.actor);
  if (!found) return missing();
  const allowed = mayAct(found).includes(act);
  if (!allowed && !again.note) return redirect('/w?done=not-now');
  const status = again.note ? 409 : again.errors ? 422 : 200;
  return page(<GuestActPage found={found} act={act} allowed={allowed} {...again} />, { status });
}

type PageProps = Again & { found: WorkspacePage; act: GuestAct; allowed: boolean };

function GuestActPage({ found, act, allowed, typed = {}, errors = [], note, kept = [] }: PageProps) {
  const { words } = useUi();
  const w = words.workspace;
  const title = verbOf(words, act.verb);
  return (
    <Frame title={title} kind="plainer" strip={<GuestStrip found={found} />}>
      <p class="s">
        <a href="/w">{w.back}</a>
      </p>
      <ErrorSummary errors={errors} />
      {note && (
        <Note look="soon" focus>
          <p>{note}</p>
        </Note>
      )}
      <section class="card stack act" aria-labelledby="act">
        <h1 id="act">{title}</h1>
        <Form
          action={`/w/act/${act.verb}`}
          receipt
          turn={found.one.turn}
          multipart={takesFiles(act)}
          class="stack"
          labelledBy="act"
        >
          {act.fields.map(field => (
            <GuestFieldView key={field.name} field={field} value={typed[field.name]} errors={errors} />
          ))}
          {kept.map(({ key, name }) => (
            <p key={key}>
              <input type="hidden" name="attachments" value={key} />
              <bdi>{name}</bdi>
            </p>
          ))}
          <div class="line acts">
            {allowed && (
              <SubmitButton look={act.harm ? 'harm' : 'main'} big>
                {title}
              </SubmitButton>
            )}
            <a href="/w">{w.back}</a>
          </div>
        </Form>
      </section>
    </Frame>
  );
}

/** The word of a verb, as everybody's. */
export function verbOf(words: Words, verb: string): string {
  const own: Record<string, string> = { ...words.case.verbs, ...words.referral.verbs };
  return own[verb] ?? verb;
}
