import { z } from 'zod';
import type { Visit } from '../../app/ports/visits.ts';
import { type DayView, readWeek, type WeekView } from '../../app/schedule/schedules.ts';
import { slotKey } from '../../app/schedule/slots.ts';
import { addDays } from '../../domain/case/deadline.ts';
import type { Entry } from '../../domain/schedule/day.ts';
import { missing, page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { dayLong, dayShort, monthDay, time } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { ByHand, VisitOf, VisitState } from './by-hand.tsx';
import { bookers, named, params } from './ways.ts';

interface WeekProps {
  view: WeekView;
  saved?: boolean;
}

/** A week of a schedule, a column for each day, or one day with what can be done with it. */
export function WeekPage({ view, saved }: WeekProps) {
  const { words, lang } = useUi();
  const w = words.schedules;
  const { schedule, days } = view;
  const shown = days.length === 1 ? days : days.filter(one => !one.idle);
  return (
    <Frame title={named(schedule.name, lang)} here="schedules">
      <header class="stack">
        <p class="s">
          <a href="/schedules">{w.back}</a>
        </p>
        <h1>{named(schedule.name, lang)}</h1>
        <p class="dim">{[schedule.clinician, schedule.place].filter(Boolean).join(', ')}</p>
      </header>
      {saved && <Note focus>{w.saved}</Note>}
      <Steer view={view} />
      <p class="dim s" data-drag-hint hidden>
        {w.week.drag}
      </p>
      {shown.length === 0 && <p>{w.week.nobody}</p>}
      <div class={`week n${shown.length}`}>
        {shown.map(day => (
          <DayColumn key={day.day} day={day} view={view} />
        ))}
      </div>
      {days.length === 1 && <ByHand visits={view.byHand} />}
      <p class="line">
        <a href={`/schedules/${schedule.key}/plan`}>{w.plan}</a>
        <a href={`/schedules/${schedule.key}/edit`}>{w.edit}</a>
      </p>
    </Frame>
  );
}

/** Earlier and later, a week or a day at a time. */
function Steer({ view: { schedule, days, today } }: WeekProps) {
  const ui = useUi();
  const w = ui.words.schedules.week;
  const first = days[0]!.day;
  const one = days.length === 1;
  const to = (day: string, week = !one) => `/schedules/${schedule.key}?${week ? '' : 'view=day&'}day=${day}`;
  const title = one
    ? dayLong(first, ui)
    : w.of(monthDay(first, ui), monthDay(addDays(first, days.length - 1), ui));
  return (
    <div class="line spread">
      <h2>{title}</h2>
      <nav class="line" aria-label={w.days}>
        <ButtonLink href={to(addDays(first, -days.length))}>{w.earlier}</ButtonLink>
        <ButtonLink href={to(today)}>{one ? ui.words.schedules.today : w.thisWeek}</ButtonLink>
        <ButtonLink href={to(addDays(first, days.length))}>{w.later}</ButtonLink>
        <ButtonLink href={to(one ? first : today, one)}>{one ? w.week : w.day}</ButtonLink>
      </nav>
    </div>
  );
}

function DayColumn({ day, view }: { day: DayView; view: WeekView }) {
  const ui = useUi();
  const w = ui.words.schedules.week;
  const { schedule, days, today } = view;
  const visits = day.entries.filter(one => 'visit' in one).length;
  const free = day.entries.filter(one => 'slot' in one && one.state !== 'gone').length;
  const url = `/schedules/${schedule.key}`;
  return (
    <section class={day.day === today ? 'day now' : 'day'} aria-labelledby={`d-${day.day}`}>
      <h3 id={`d-${day.day}`}>
        {days.length === 1 ? (
          w.count(visits, free)
        ) : (
          <a href={`${url}?view=day&day=${day.day}`}>{dayShort(day.day, ui)}</a>
        )}
      </h3>
      <Shut day={day} visits={visits} />
      {day.entries.length === 0 && !day.closed && <p class="dim s">{w.nobody}</p>}
      <ol class="plain">
        {day.entries.map((entry, i) => (
          <EntryLine key={`${entry.at}${i}`} entry={entry} view={view} before={day.entries[i - 1]} />
        ))}
      </ol>
      {days.length === 1 && day.day >= today && (
        <p>
          <ButtonLink look="harm" href={`${url}/cancel-day?day=${day.day}`} icon="x">
            {w.cancelDay}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}

function Shut({ day, visits }: { day: DayView; visits: number }) {
  const w = useUi().words.schedules.week;
  if (!day.closed) return null;
  return (
    <p class="shut">
      <strong>{w[day.closed]}</strong>
      {day.why && (
        <>
          <br />
          <bdi class="s">{day.why}</bdi>
        </>
      )}
      {visits > 0 && (
        <>
          <br />
          {w.stillStand(visits)}
        </>
      )}
    </p>
  );
}

const pause = 25 * 60_000;

/** The end of what comes before, to see where nobody is seen for a while. */
function endOf(entry: Entry<Visit> | undefined): string | undefined {
  if (!entry) return undefined;
  return 'visit' in entry ? entry.visit.end : entry.slot.until;
}

function EntryLine({ entry, view, before }: { entry: Entry<Visit>; view: WeekView; before?: Entry<Visit> }) {
  const ui = useUi();
  const end = endOf(before);
  const later = end !== undefined && Date.parse(entry.at) - Date.parse(end) > pause;
  const at = <time datetime={entry.at}>{time(entry.at, { lang: ui.lang, zone: view.schedule.zone })}</time>;
  const state = 'visit' in entry ? entry.visit.status : entry.state;
  return (
    <li
      class={['slot', state, later && 'later'].filter(Boolean).join(' ')}
      data-move={'visit' in entry ? movedAt(entry.visit) : undefined}
      data-free={'slot' in entry && state !== 'gone' ? keyOf(entry, view) : undefined}
    >
      {at}{' '}
      {'visit' in entry ? (
        <Taken visit={entry.visit} alone={view.days.length === 1} />
      ) : (
        <Open entry={entry} view={view} />
      )}
    </li>
  );
}

/** Where a visit that still stands gets another time; nothing for what the viewer may not see. */
function movedAt({ caseKey, patient, status }: Visit): string | undefined {
  const stands = status === 'booked' || status === 'confirmed';
  return stands && caseKey && patient !== null ? `/referrals/${caseKey}/rebook` : undefined;
}

function keyOf({ slot }: Extract<Entry<Visit>, { state: string }>, { schedule }: WeekView) {
  const type = schedule.types.find(one => one.id === slot.type);
  return type && slotKey(schedule, type, slot.start);
}

function Taken({ visit, alone }: { visit: Visit; alone: boolean }) {
  const ui = useUi();
  const { type, caseKey, status } = visit;
  const stands = status === 'booked' || status === 'confirmed';
  const move = movedAt(visit);
  return (
    <>
      <strong>
        <VisitOf visit={visit} />
      </strong>
      <br />
      <VisitState status={visit.status} />
      {type && <span class="dim s">, {named(type, ui.lang)}</span>}
      {alone && move && (
        <>
          {' '}
          <a class="s" href={move}>
            {ui.words.schedules.week.move}
            <span class="sr"> {visit.patient}</span>
          </a>
        </>
      )}
      {alone && stands && caseKey && (
        <>
          {' '}
          <a class="s" href={`/referrals/${caseKey}/appointment.ics`}>
            {ui.words.schedules.week.calendar}
            <span class="sr"> {visit.patient}</span>
          </a>
        </>
      )}
    </>
  );
}

function Open({ entry, view }: { entry: Extract<Entry<Visit>, { state: string }>; view: WeekView }) {
  const ui = useUi();
  const w = ui.words.schedules.week;
  const type = view.schedule.types.find(one => one.id === entry.slot.type);
  const words = { free: w.freeSlot, kept: w.kept, gone: w.gone }[entry.state];
  return (
    <>
      {words}
      <br />
      {type && <span class="dim s">{named(type.name, ui.lang)}</span>}
    </>
  );
}

const day = /^\d{4}-\d{2}-\d{2}$/;
const query = z.strictObject({
  day: z
    .string()
    .regex(day)
    .refine(text => !Number.isNaN(Date.parse(text)))
    .optional(),
  view: z.literal('day').optional(),
  done: z.literal('saved').optional(),
});

export const routes: Route[] = [
  route({
    ...{ ...bookers, method: 'GET', url: '/schedules/:key', params, query },
    async handle({ app, actor, params: { key }, query: asked }) {
      const view = await readWeek(app, actor, { key, day: asked.day, days: asked.view === 'day' ? 1 : 7 });
      return view ? page(<WeekPage view={view} saved={asked.done === 'saved'} />) : missing();
    },
  }),
];
