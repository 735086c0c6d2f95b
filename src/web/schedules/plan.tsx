import { z } from 'zod';
import type { FormLine } from '../../app/ports/forms.ts';
import type { Schedule } from '../../app/ports/schedules.ts';
import { changePlan, type PlanChange, readForEdit } from '../../app/schedule/edit-schedule.ts';
import { addDays, localDay } from '../../domain/case/deadline.ts';
import { many, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, type FieldError } from '../../ui/error-summary.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import type { Words } from '../../words/words.ts';
import { Closures } from './closures.tsx';
import { Sessions } from './sessions.tsx';
import { Types } from './types.tsx';
import { keepers, named, params } from './ways.ts';

const fields = {
  ...{ do: text(20), key: text(40) },
  ...{
    nameEn: text(),
    nameFr: text(),
    label: text(40),
    minutes: text(10),
    buffer: text(10),
    medium: text(20),
  },
  ...{ link: text(), instructionsEn: text(), instructionsFr: text(), form: text(60) },
  ...{
    type: text(40),
    weekdays: many(7),
    hours: text(200),
    every: text(10),
    from: text(20),
    until: text(20),
  },
  ...{ urgent: text(10), release: text(10) },
  ...{ what: text(20), closedFrom: text(20), closedUntil: text(20), closedHours: text(100), why: text() },
};
const body = z.strictObject(fields);
export type TypedPlan = z.infer<typeof body>;

export interface PlanProps {
  schedule: Schedule;
  /** What a kind of visit may ask before it. */
  forms: readonly FormLine[];
  typed: TypedPlan;
  errors: readonly FieldError[];
}

/** What a schedule does: kinds of visit, sessions that come again, closures. Each is added by a form of its own. */
export function PlanPage(props: PlanProps) {
  const { words, lang } = useUi();
  const w = words.schedules;
  const { schedule, errors } = props;
  return (
    <Frame title={`${w.plan}, ${named(schedule.name, lang)}`} here="schedules">
      <header class="stack">
        <p class="s">
          <a href={`/schedules/${schedule.key}`}>{named(schedule.name, lang)}</a>
        </p>
        <h1>{w.plan}</h1>
      </header>
      <ErrorSummary errors={errors} />
      <Types {...props} />
      {schedule.types.length > 0 && <Sessions {...props} />}
      <Closures {...props} />
      <p>
        <ButtonLink href={`/schedules/${schedule.key}`} icon="cal">
          {w.open}
        </ButtonLink>
      </p>
    </Frame>
  );
}

const blank = body.parse({});

/** The forms before anybody typed: a session begins today, a visit takes half an hour. */
function begin(schedule: Schedule, now: string): TypedPlan {
  const today = localDay(now, schedule.zone);
  const first = schedule.types[0]?.key ?? '';
  return {
    ...blank,
    ...{ minutes: '30', buffer: '0', medium: 'in-person', label: 'initial-visit', type: first, every: '1' },
    ...{ from: today, urgent: '0', what: 'this', closedFrom: addDays(today, 1) },
  };
}

async function show({ app, actor, ui, params: { key } }: Ask<{ key: string }>): Promise<Reply> {
  const view = await readForEdit(app, actor, key);
  if (!view?.schedule) return missing();
  const { schedule, forms } = view;
  return page(<PlanPage schedule={schedule} forms={forms} typed={begin(schedule, ui.now)} errors={[]} />);
}

function changeOf(typed: TypedPlan): PlanChange | undefined {
  const { key, closedFrom, closedUntil, closedHours, what, why } = typed;
  switch (typed.do) {
    case 'type':
      return { do: 'type', key, typed };
    case 'session':
      return { do: 'session', typed };
    case 'closure':
      return {
        do: 'closure',
        typed: { what, from: closedFrom, until: closedUntil, hours: closedHours, why },
      };
    case 'end-type':
    case 'remove-session':
    case 'remove-closure':
      return { do: typed.do, key };
    default:
      return undefined;
  }
}

const closed: Readonly<Record<string, string>> = {
  from: 'closedFrom',
  until: 'closedUntil',
  hours: 'closedHours',
};

/** Where the page says it: a field of a closure has a name of its own, one of a kind of visit that stands an id of its own. */
function errorsOf(
  { schedules: w }: Words,
  typed: TypedPlan,
  found: readonly { field: string; problem: string }[],
) {
  const { types, sessions, closures } = w;
  const labels: Record<string, unknown> = { type: types, session: sessions }[typed.do] ?? closures;
  return found.map(({ field, problem }) => ({
    field: typed.do === 'closure' ? (closed[field] ?? field) : field,
    label: String(labels[field]),
    message: w.problems[problem as keyof typeof w.problems],
  }));
}

async function post(ask: Ask<{ key: string }, unknown, TypedPlan>): Promise<Reply> {
  const { app, actor, body: typed, words, params } = ask;
  const change = changeOf(typed);
  const done = change && (await changePlan(app, actor, params.key, change));
  if (!done) return missing();
  if (done.problems.length === 0) return redirect(`/schedules/${params.key}/plan`);
  const rest = begin(done.schedule, ask.ui.now);
  const shown = {
    ...rest,
    ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value.length > 0)),
  };
  const errors = errorsOf(words, typed, done.problems);
  const { schedule, forms } = done;
  return page(<PlanPage schedule={schedule} forms={forms} typed={shown as TypedPlan} errors={errors} />, {
    status: 422,
  });
}

export const routes: Route[] = [
  route({ ...keepers, method: 'GET', url: '/schedules/:key/plan', params, handle: show }),
  route({ ...keepers, method: 'POST', url: '/schedules/:key/plan', params, body, handle: post }),
];
