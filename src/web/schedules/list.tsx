import { z } from 'zod';
import { readSchedules, type ScheduleLine, type SchedulesView } from '../../app/schedule/schedules.ts';
import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Empty } from '../../ui/empty.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { momentShort } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { ByHand } from './by-hand.tsx';
import { bookers, named } from './ways.ts';

interface ListProps {
  view: SchedulesView;
  ended: boolean;
}

/** The schedules of the site: today's numbers, the next free time, and who waits for one. */
export function ListPage({ view, ended }: ListProps) {
  const w = useUi().words.schedules;
  return (
    <Frame title={w.title} here="schedules">
      <header class="stack">
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      {ended && <Note focus>{w.ended}</Note>}
      <div class="line">
        <ButtonLink href="/schedules/new" icon="plus" look={view.lines.length === 0 ? 'main' : 'plain'}>
          {w.add}
        </ButtonLink>
        <ButtonLink href="/schedules/rebooking" icon="cal">
          {w.rebooking} ({view.toRebook})
        </ButtonLink>
        <ButtonLink href="/schedules/short-notice" icon="clock">
          {w.shortNotice} ({view.shortNotice})
        </ButtonLink>
      </div>
      {view.lines.length === 0 ? <Empty>{w.none}</Empty> : <Lines lines={view.lines} />}
      <ByHand visits={view.byHand} />
    </Frame>
  );
}

function Lines({ lines }: Pick<SchedulesView, 'lines'>) {
  const w = useUi().words.schedules;
  return (
    <table class="mini fold">
      <thead>
        <tr>
          {[w.name, w.who, w.today, w.nextFree].map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <Line line={line} key={line.schedule.key} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line: { schedule, today, nextFree } }: { line: ScheduleLine }) {
  const ui = useUi();
  const w = ui.words.schedules;
  const { clinician, place, types, zone } = schedule;
  const free = nextFree ? momentShort(nextFree, { lang: ui.lang, zone }) : w.noFree;
  return (
    <tr>
      <th scope="row">
        <a href={`/schedules/${schedule.key}`}>{named(schedule.name, ui.lang)}</a>
      </th>
      <td>{[clinician, place].filter(Boolean).join(', ') || w.form.nobody}</td>
      <td>{w.booked(today)}</td>
      <td>{types.length === 0 ? <a href={`/schedules/${schedule.key}/plan`}>{w.noKinds}</a> : free}</td>
    </tr>
  );
}

export const routes: Route[] = [
  route({
    ...bookers,
    ...{ method: 'GET', url: '/schedules', query: z.strictObject({ done: z.literal('ended').optional() }) },
    handle: async ({ app, actor, query }) =>
      page(<ListPage view={await readSchedules(app, actor)} ended={query.done === 'ended'} />),
  }),
];
