import { z } from 'zod';
import { cancelDay, type DayToCancel, readDayToCancel } from '../../app/schedule/cancel-day.ts';
import { text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { dayLong, time } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { VisitOf, VisitState } from './by-hand.tsx';
import { bookers, named, params } from './ways.ts';

interface CancelProps {
  found: DayToCancel;
  error?: string;
  why?: string;
}

/** Asks once before a whole day is cancelled, and shows who it is about. */
export function CancelPage({ found, error, why }: CancelProps) {
  const ui = useUi();
  const w = ui.words.schedules;
  const { schedule, day, visits, past } = found;
  const back = `/schedules/${schedule.key}?view=day&day=${day}`;
  const errors = error ? [{ field: 'why', label: w.cancel.why, message: error }] : [];
  return (
    <Frame title={w.cancel.title(dayLong(day, ui))} here="schedules">
      <header class="stack">
        <p class="s">
          <a href={back}>{named(schedule.name, ui.lang)}</a>
        </p>
        <h1>{w.cancel.title(dayLong(day, ui))}</h1>
      </header>
      <ErrorSummary errors={errors} />
      <p>{past ? w.cancel.past : w.cancel.lead(visits.length)}</p>
      <ul class="plain rows">
        {visits.map(visit => (
          <li key={`${visit.caseKey}${visit.start}`}>
            <time datetime={visit.start}>{time(visit.start, { lang: ui.lang, zone: schedule.zone })}</time>{' '}
            <VisitOf visit={visit} /> <VisitState status={visit.status} />
          </li>
        ))}
      </ul>
      {!past && (
        <Form
          class="stack act"
          action={`/schedules/${schedule.key}/cancel-day`}
          label={w.cancel.title(dayLong(day, ui))}
        >
          <input type="hidden" name="day" value={day} />
          <TextArea
            name="why"
            label={w.cancel.why}
            hint={w.cancel.whyHint}
            value={why}
            error={error}
            rows={2}
            required
          />
          <div class="line acts">
            <SubmitButton look="harm">{w.cancel.submit}</SubmitButton>
            <ButtonLink look="text" href={back}>
              {ui.words.acts.back}
            </ButtonLink>
          </div>
        </Form>
      )}
    </Frame>
  );
}

const day = z.iso.date();

async function post(ask: Ask<{ key: string }, unknown, { day: string; why: string }>): Promise<Reply> {
  const { app, actor, words, params, body } = ask;
  if (!day.safeParse(body.day).success) return missing();
  const problem =
    body.why === ''
      ? words.schedules.cancel.missing
      : body.why.length > 300 && words.schedules.problems['too-long'];
  const found = await readDayToCancel(app, actor, params.key, body.day);
  if (!found) return missing();
  if (problem || found.past)
    return page(<CancelPage found={found} error={problem || undefined} why={body.why} />, { status: 422 });
  const done = await cancelDay(app, actor, { key: params.key, ...body });
  if (!done) return missing();
  return redirect(`/schedules/rebooking?told=${done.told}&failed=${done.failed}`);
}

export const routes: Route[] = [
  route({
    ...{
      ...bookers,
      method: 'GET',
      url: '/schedules/:key/cancel-day',
      params,
      query: z.strictObject({ day }),
    },
    async handle({ app, actor, params: { key }, query }) {
      const found = await readDayToCancel(app, actor, key, query.day);
      return found ? page(<CancelPage found={found} />) : missing();
    },
  }),
  route({
    ...{ ...bookers, method: 'POST', url: '/schedules/:key/cancel-day', params },
    ...{ body: z.strictObject({ day: text(20), why: text() }), handle: post },
  }),
];
