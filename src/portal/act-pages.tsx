import { z } from 'zod';
import { type PatientPage, readPatientPage, saidToPatient } from '../app/patient/portal.ts';
import { type Outcome, runVerb } from '../app/run-verb.ts';
import { text, tick } from '../http/form.ts';
import { missing, page, type Reply, redirect } from '../http/reply.ts';
import { type Ask, type Route, route } from '../http/route.ts';
import { useUi } from '../ui/context.ts';
import { CrisisLines } from '../ui/crisis-lines.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../ui/error-summary.tsx';
import { TextArea } from '../ui/fields.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { Frame } from '../ui/frame.tsx';
import { Note } from '../ui/note.tsx';
import type { Words } from '../words/words.ts';
import { type TextAct, textActs } from './acts.ts';
import { showPage } from './page.tsx';
import { mayDo } from './story-parts.ts';

const common = { enter: ['patient'], phi: true } as const;
const caseKey = text(40);
const onPage = z.strictObject({ case: caseKey });
const chosen = z.strictObject({ case: caseKey, service: text(40) });
const soon = z.strictObject({ case: caseKey, wanted: tick(), hours: text(10) });
const away = z.strictObject({ case: caseKey, from: text(40), until: text(40) });

/** Every verb of a patient, each by its own address. */
export const routes: Route[] = [
  ...['confirm', 'take-slot', 'lapse'].map(verb =>
    route({
      ...{ ...common, method: 'POST', url: `/p/${verb}`, body: onPage },
      async handle(ask) {
        const outcome = await does(ask, verb, {});
        return outcome.ok ? done(verb) : showPage(ask, { note: ask.words.portal.stale, status: 409 });
      },
    }),
  ),
  route({ ...{ ...common, method: 'POST', url: '/p/choose', body: chosen }, handle: choose }),
  route({ ...{ ...common, method: 'POST', url: '/p/set-unavailable', body: away }, handle: setAway }),
  route({ ...{ ...common, method: 'POST', url: '/p/short-notice', body: soon }, handle: setSoon }),
  ...textActs.flatMap(textRoutes),
];

const done = (verb: string) => redirect(`/p?done=${verb}`);

type CaseAsk = Ask<unknown, unknown, { case: string }>;

function does(ask: CaseAsk, verb: string, input: Record<string, unknown>): Promise<Outcome> {
  const { app, actor, turn, receipt, body } = ask;
  return runVerb(app, actor, { caseKey: body.case, verb, input, turn, receipt, side: 'patient' });
}

async function choose(ask: Ask<unknown, unknown, z.infer<typeof chosen>>): Promise<Reply> {
  const { portal } = ask.words;
  const outcome = await does(ask, 'choose', { service: ask.body.service });
  if (outcome.ok) return done('choose');
  const note = outcome.refusal === 'not-accepting' ? portal.choice.closedNow : portal.stale;
  return showPage(ask, { note, status: 409 });
}

async function setSoon(ask: Ask<unknown, unknown, z.infer<typeof soon>>): Promise<Reply> {
  const { wanted, hours } = ask.body;
  const outcome = await does(ask, 'short-notice', { wanted, hours });
  if (outcome.ok) return redirect(`/p?done=${wanted ? 'short-notice' : 'no-short-notice'}`);
  return showPage(ask, { note: ask.words.portal.stale, status: 409 });
}

async function setAway(ask: Ask<unknown, unknown, z.infer<typeof away>>): Promise<Reply> {
  const words = ask.words.portal;
  const { from, until } = ask.body;
  const typed = { from, until };
  const outcome = await does(ask, 'set-unavailable', typed);
  if (outcome.ok) return done('set-unavailable');
  if (outcome.refusal !== 'bad-input') return showPage(ask, { note: words.stale, typed, status: 409 });
  const day = /^\d{4}-\d{2}-\d{2}$/;
  const unclear = (['from', 'until'] as const).filter(name => !day.test(typed[name]));
  const errors = (unclear.length > 0 ? unclear : ['until']).map(field => ({
    field,
    message: unclear.length > 0 ? words.away.missing : words.away.order,
  }));
  return showPage(ask, { errors, typed, status: 422 });
}

/** The page of a verb with one text, and its form. */
function textRoutes(act: TextAct): Route[] {
  const url = `/p/${act.verb}`;
  const body = z.strictObject({ case: caseKey, [act.field]: text(40_000) });
  return [
    route({ ...common, method: 'GET', url, handle: ask => show(ask, act, {}) }),
    route({
      ...{ ...common, method: 'POST', url, body },
      async handle(ask) {
        const typed = String(ask.body[act.field]);
        if (!(await isOffered(ask, act))) return showPage(ask, { note: ask.words.portal.stale, status: 409 });
        const outcome = await does(ask as unknown as CaseAsk, act.verb, {
          ...act.besides,
          [act.field]: typed,
        });
        if (outcome.ok) return done(act.verb);
        if (outcome.refusal !== 'bad-input')
          return show(ask, act, { typed, note: ask.words.portal.stale, status: 409 });
        const error = { field: act.field, message: wrongText(ask.words, act, typed) };
        return show(ask, act, { typed, errors: [error], status: 422 });
      },
    }),
  ];
}

/** What depends on the page is asked again before it is done. */
async function isOffered({ app, actor }: Pick<Ask, 'app' | 'actor'>, { when }: TextAct): Promise<boolean> {
  const found = when && (await readPatientPage(app, actor));
  return !when || (found != null && when(found));
}

function wrongText(words: Words, act: TextAct, typed: string): string {
  if (typed === '') return act.words(words.portal).missing ?? words.portal.stale;
  return typed.length > act.most ? words.portal.tooLong(act.most) : words.portal.unreadable;
}

interface Again {
  typed?: string;
  errors?: readonly FieldError[];
  note?: string;
  status?: number;
}

async function show(ask: Pick<Ask, 'app' | 'actor' | 'words'>, act: TextAct, again: Again): Promise<Reply> {
  const found = await readPatientPage(ask.app, ask.actor);
  if (!found) return missing();
  if (!mayDo(found, act.verb) || act.when?.(found) === false)
    return showPage(ask, { note: ask.words.portal.stale, status: 409 });
  return page(<ActPage page={found} act={act} {...again} />, { status: again.status ?? 200 });
}

function ActPage({
  page: found,
  act,
  typed,
  errors = [],
  note,
}: Again & { page: PatientPage; act: TextAct }) {
  const { words } = useUi();
  const said = act.words(words.portal);
  const { key, turn } = found.current;
  const question =
    act.verb === 'supply-info' && saidToPatient(found.current).findLast(one => one.kind === 'question');
  return (
    <Frame title={said.title} kind="plainer">
      <ErrorSummary errors={errors} />
      {note && (
        <Note look="soon" focus>
          <p>{note}</p>
        </Note>
      )}
      <section class="card stack" aria-labelledby="act">
        <h1 id="act">{said.title}</h1>
        {said.lead && <p>{said.lead}</p>}
        {question && <p class="typed">{question.text}</p>}
        <Form action={`/p/${act.verb}`} receipt turn={turn} class="stack">
          <input type="hidden" name="case" value={key} />
          <TextArea
            name={act.field}
            label={said.label}
            value={typed}
            error={errorOf(errors, act.field)}
            required={act.required}
            rows={4}
          />
          <div class="line acts">
            <SubmitButton look={act.harm ? 'harm' : 'main'} big>
              {said.submit}
            </SubmitButton>
            <a href="/p">{words.portal.record.back}</a>
          </div>
        </Form>
      </section>
      <CrisisLines />
    </Frame>
  );
}
