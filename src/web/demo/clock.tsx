import { z } from 'zod';
import type { Chased } from '../../app/chase.ts';
import { moveClock, type Step } from '../../app/demo/move-clock.ts';
import type { Instant } from '../../domain/case/time.ts';
import { text } from '../../http/form.ts';
import { page, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { NumberField, Select } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { momentLong, number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

const told = ['reminders', 'toLeads', 'toProgramme', 'passedOn', 'lapsed', 'failed'] as const;
type Told = Partial<Record<(typeof told)[number], number>>;

interface ClockPageProps {
  /** The clock of cases, which visitors' pages do not follow otherwise. */
  now: Instant;
  /** What happened when the clock was moved. */
  did?: Told;
  typed?: string;
  error?: string;
}

/** Moves the clock of a demonstration, and says what the system did because nobody else had. */
export function ClockPage({ now, did, typed, error }: ClockPageProps) {
  const ui = useUi();
  const { demo } = ui.words;
  return (
    <Frame title={demo.title}>
      <header class="stack">
        <h1>{demo.title}</h1>
        <p>{demo.lead}</p>
      </header>
      {did && <Happened did={did} now={now} />}
      <p class="b">
        {demo.now} <time datetime={now}>{momentLong(now, ui)}</time>
      </p>
      <Form class="line" label={demo.move}>
        <span>{demo.move}</span>
        <SubmitButton look="main" name="step" value="business-day">
          {demo.businessDay}
        </SubmitButton>
        <SubmitButton name="step" value="week">
          {demo.week}
        </SubmitButton>
      </Form>
      <Form class="line" label={demo.move}>
        <NumberField name="amount" label={demo.amount} value={typed ?? '4'} error={error} />
        <Select
          name="unit"
          label={demo.unit}
          width="short"
          choices={(['hours', 'days'] as const).map(unit => ({ value: unit, label: demo.units[unit] }))}
        />
        <SubmitButton class="end">{demo.go}</SubmitButton>
      </Form>
    </Frame>
  );
}

function Happened({ did, now }: { did: Told; now: Instant }) {
  const ui = useUi();
  const { demo } = ui.words;
  const lines = told
    .map(what => ({ what, count: did[what] ?? 0 }))
    .filter(({ count }) => count > 0)
    .map(({ what, count }) => demo.did[what](number(count, ui.lang), count === 1));
  return (
    <Note focus look={lines.length > 0 ? 'soon' : 'told'}>
      <p>{demo.moved(momentLong(now, ui))}</p>
      {lines.length === 0 ? (
        <p>{demo.nothing}</p>
      ) : (
        <ul>
          {lines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      <p class="line">
        <a href="/worklist">{demo.worklist}</a>
        <a href="/demo/mailbox">{demo.mailbox}</a>
      </p>
    </Note>
  );
}

const body = z.strictObject({ step: text(20), amount: text(10), unit: text(10) });

/** The step of a posted form; undefined when it is none, or longer than a year. */
function stepOf({ step, amount, unit }: z.infer<typeof body>): Step | undefined {
  if (step === 'business-day' || step === 'week') return step;
  if (!/^\d{1,4}$/.test(amount)) return undefined;
  const hours = Number(amount) * (unit === 'days' ? 24 : 1);
  return hours > 0 && hours <= 366 * 24 ? { hours } : undefined;
}

function resultUrl(chased: Chased): string {
  const counts = told.filter(what => chased[what] > 0).map(what => [what, String(chased[what])]);
  return `/demo/clock?${new URLSearchParams([['moved', '1'], ...counts])}`;
}

const count = z.coerce.number().int().min(1).max(1_000_000).optional();
const counts = { reminders: count, toLeads: count, toProgramme: count, passedOn: count };
const query = z.strictObject({
  ...{ moved: z.literal('1').optional(), ...counts, lapsed: count, failed: count },
});

const nowOf = ({ app, actor }: Pick<Ask, 'app' | 'actor'>) => app.db.as(actor, async tx => tx.now);

const clock = { url: '/demo/clock', enter: ['public'] as const, phi: false, demoOnly: true };

export const routes: Route[] = [
  route({
    ...clock,
    method: 'GET',
    query,
    async handle(ask) {
      const { moved, ...did } = ask.query;
      return page(<ClockPage now={await nowOf(ask)} did={moved ? did : undefined} />);
    },
  }),
  route({
    ...clock,
    method: 'POST',
    body,
    async handle(ask) {
      const { app, actor, body, ui } = ask;
      const step = stepOf(body);
      if (step) return redirect(resultUrl(await moveClock(app, actor, step, ui.zone)));
      const again = { now: await nowOf(ask), typed: body.amount, error: ui.words.demo.wrong };
      return page(<ClockPage {...again} />, { status: 422 });
    },
  }),
];
