import { z } from 'zod';
import {
  actOnMember,
  changeMember,
  type MemberAct,
  type MemberProblem,
  readMember,
  type StaffView,
  type TypedMember,
} from '../../app/people/members.ts';
import type { StaffMember, StaffRefusal } from '../../app/ports/staff.ts';
import type { Instant } from '../../domain/case/time.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { DateField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear, number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { memberBody, memberErrors, PlaceFields } from './fields.tsx';
import { memberKeepers, StateTag } from './list.tsx';

const dones = ['added', 'changed', 'suspend', 'resume', 'invite', 'end', 'come-back', 'settle-mail'] as const;

interface ShowPageProps {
  view: StaffView;
  one: StaffMember;
  typed?: TypedMember;
  problems?: readonly MemberProblem[];
  done?: (typeof dones)[number];
  refused?: StaffRefusal;
  until?: string;
}

/** One member: what they do at the site, and whether they may work. */
function ShowPage({ view, one, typed = typedOf(view, one), problems = [], ...said }: ShowPageProps) {
  const { words } = useUi();
  const w = words.members;
  const errors = memberErrors(problems, words);
  const refusal: FieldError[] = said.refused
    ? [{ field: said.refused === 'missing' ? '#access' : 'until', message: w.refused[said.refused] }]
    : [];
  return (
    <Frame title={one.name} here="members">
      <header class="stack">
        <p class="s">
          <a href="/members">{w.back}</a>
        </p>
        <h1>{one.name}</h1>
        <p>
          {one.email} <StateTag one={one} />
        </p>
      </header>
      {said.done && <Note focus>{w.done[said.done]}</Note>}
      <ErrorSummary errors={[...errors, ...refusal]} />
      {one.mailFailed && !one.ended && <MailCameBack one={one} at={one.mailFailed} />}
      <div class="cols two">
        <Form class="stack act card" action={`/members/${one.key}`} label={w.form.roles}>
          <PlaceFields view={view} typed={typed} errors={errors} of={one} />
          <div class="acts">
            <SubmitButton look="main">{w.form.save}</SubmitButton>
          </div>
        </Form>
        <Access one={one} errors={refusal} until={said.until} />
      </div>
    </Frame>
  );
}

function Access({ one, errors, until }: { one: StaffMember; errors: readonly FieldError[]; until?: string }) {
  const ui = useUi();
  const w = ui.words.members.acts;
  const act = (name: MemberAct['act']) => `/members/${one.key}/${name}`;
  return (
    <section class="stack card" aria-labelledby="access">
      <h2 id="access">{w.title}</h2>
      <p>{w.since(dayWithYear(one.fromDay, ui))}</p>
      {one.holds > 0 && <Note look="soon">{w.holds(number(one.holds, ui.lang), one.holds === 1)}</Note>}
      {!one.hasPassword && !one.ended && !one.suspended && <Press to={act('invite')} word={w.invite} />}
      {one.suspended ? (
        <Press to={act('resume')} word={w.resume} />
      ) : (
        <>
          <Press to={act('suspend')} word={w.suspend} />
          <p class="hint">{w.suspendHint}</p>
        </>
      )}
      {one.untilDay ? (
        <Press to={act('come-back')} word={w.comeBack} />
      ) : (
        <Form class="stack" action={act('end')} label={w.end}>
          <DateField name="until" label={w.until} value={until} error={errorOf(errors, 'until')} />
          <div class="line">
            <SubmitButton>{w.end}</SubmitButton>
          </div>
        </Form>
      )}
    </section>
  );
}

/** Mail to the member did not arrive: what to do, and that it was done. */
function MailCameBack({ one, at }: { one: StaffMember; at: Instant }) {
  const ui = useUi();
  const { mail } = ui.words.members;
  return (
    <Note look="soon" title={mail.title}>
      <p>{mail.what(one.email, dayWithYear(at, ui))}</p>
      <Press to={`/members/${one.key}/settle-mail`} word={mail.settle} />
    </Note>
  );
}

function Press({ to, word }: { to: string; word: string }) {
  return (
    <Form action={to} label={word}>
      <SubmitButton>{word}</SubmitButton>
    </Form>
  );
}

function typedOf({ staff, units }: StaffView, one: StaffMember): TypedMember {
  const keyOf = (member: number | null) => staff.find(other => other.member === member)?.key;
  return {
    ...{ given: '', family: '', title: '', email: '', language: '', roles: one.roles },
    unit: units.find(({ id }) => id === one.unit)?.key ?? '',
    licence: one.licence ?? '',
    jobTitleEn: one.jobTitleEn ?? '',
    jobTitleFr: one.jobTitleFr ?? '',
    responsible: keyOf(one.responsible) ?? '',
    actsFor: one.actsFor.flatMap(member => keyOf(member) ?? []),
  };
}

type OneAsk = Pick<Ask<{ key: string }, unknown, unknown>, 'app' | 'actor' | 'params'>;

async function show({ app, actor, params }: OneAsk, said: Omit<ShowPageProps, 'view' | 'one'>, status = 200) {
  const found = await readMember(app, actor, params.key);
  return found ? page(<ShowPage {...found} {...said} />, { status }) : missing();
}

const params = z.strictObject({ key });
const placeBody = memberBody.omit({ given: true, family: true, title: true, email: true, language: true });
const nameless = { given: '', family: '', title: '', email: '', language: '' };
const url = '/members/:key';

/** One act that needs nothing but a press. */
const press = (act: 'suspend' | 'resume' | 'invite' | 'come-back' | 'settle-mail'): Route =>
  route({
    ...memberKeepers,
    ...{ method: 'POST', url: `${url}/${act}`, params },
    async handle(ask) {
      const outcome = await actOnMember(ask.app, ask.actor, { act, key: ask.params.key });
      if (outcome === null) return missing();
      if (outcome === 'done') return redirect(`/members/${ask.params.key}?done=${act}`);
      return show(ask, { refused: outcome }, 422);
    },
  });

export const routes: Route[] = [
  route({
    ...memberKeepers,
    ...{ method: 'GET', url, params, query: z.strictObject({ done: z.enum(dones).optional() }) },
    handle: ask => show(ask, { done: ask.query.done }),
  }),
  route({
    ...memberKeepers,
    ...{ method: 'POST', url, params, body: placeBody },
    async handle(ask) {
      const typed = { ...nameless, ...ask.body };
      const changed = await changeMember(ask.app, ask.actor, { key: ask.params.key, typed });
      if (!changed) return missing();
      if ('key' in changed) return redirect(`/members/${changed.key}?done=changed`);
      return show(ask, { typed, problems: changed.problems }, 422);
    },
  }),
  ...(['suspend', 'resume', 'invite', 'come-back', 'settle-mail'] as const).map(press),
  route({
    ...memberKeepers,
    ...{ method: 'POST', url: `${url}/end`, params, body: z.strictObject({ until: text(40) }) },
    async handle(ask) {
      const { until } = ask.body;
      const again = (refused: StaffRefusal) => show(ask, { refused, until }, 422);
      const day = z.iso.date().safeParse(until).success ? until : '0001-01-01';
      const outcome = await actOnMember(ask.app, ask.actor, { act: 'end', until: day, key: ask.params.key });
      if (outcome === null) return missing();
      return outcome === 'done' ? redirect(`/members/${ask.params.key}?done=end`) : again(outcome);
    },
  }),
];
