import type { ComponentChildren } from 'preact';
import { z } from 'zod';
import type { OnShortNotice, ToRebook, Waiting } from '../../app/ports/visits.ts';
import { readShortNotice, readToRebook } from '../../app/schedule/schedules.ts';
import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Empty } from '../../ui/empty.tsx';
import { dayShort, momentShort } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { bookers, named } from './ways.ts';

interface ListProps {
  title: string;
  lead: string;
  none: string;
  heads: readonly string[];
  /** One row a patient. */
  rows: readonly ComponentChildren[];
  children?: ComponentChildren;
}

function WaitingPage({ title, lead, none, heads, rows, children }: ListProps) {
  const w = useUi().words.schedules;
  return (
    <Frame title={title} here="schedules">
      <header class="stack">
        <p class="s">
          <a href="/schedules">{w.back}</a>
        </p>
        <h1>{title}</h1>
        <p class="dim">{lead}</p>
      </header>
      {children}
      {rows.length === 0 ? (
        <Empty>{none}</Empty>
      ) : (
        <table class="mini fold">
          <thead>
            <tr>
              {heads.map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{rows}</tbody>
        </table>
      )}
    </Frame>
  );
}

/** Whose line it is, and which service. */
function Who({ one }: { one: Waiting }) {
  const { words, lang } = useUi();
  const w = words.schedules;
  return (
    <>
      <th scope="row">
        <a href={`/requests/${one.requestKey}`}>
          <bdi>{one.patient ?? w.week.other}</bdi>
        </a>
        {one.urgent && <strong class="urgent"> {w.urgent}</strong>}
        <br />
        <span class="s dim">{one.reference}</span>
      </th>
      <td>{one.service && named(one.service, lang)}</td>
    </>
  );
}

interface Told {
  told?: number;
  failed?: number;
}

/** Those who had a visit and have none any more, each with the way to book another one. */
export function RebookingPage({ rows, done }: { rows: readonly ToRebook[]; done: Told }) {
  const ui = useUi();
  const w = ui.words.schedules;
  const { again } = w;
  return (
    <WaitingPage
      title={w.rebooking}
      lead={again.lead}
      none={again.none}
      heads={[again.patient, again.service, again.was, again.why, again.book]}
      rows={rows.map(one => (
        <tr key={one.caseKey}>
          <Who one={one} />
          <td>{momentShort(one.was, ui)}</td>
          <td>
            {again.how[one.how]}, {dayShort(one.since, ui)}
          </td>
          <td>
            <a href={`/referrals/${one.caseKey}/book`}>
              {again.book}
              <span class="sr"> {one.patient}</span>
            </a>
          </td>
        </tr>
      ))}
    >
      {done.told !== undefined && (
        <Note focus look={done.failed ? 'soon' : 'told'}>
          <p>
            {w.cancel.done(done.told)} {done.failed ? w.cancel.failed(done.failed) : ''}
          </p>
        </Note>
      )}
    </WaitingPage>
  );
}

/** Those who can come soon, in the order in which they are asked. */
export function ShortNoticePage({ rows }: { rows: readonly OnShortNotice[] }) {
  const ui = useUi();
  const w = ui.words.schedules;
  const { soon } = w;
  return (
    <WaitingPage
      title={w.shortNotice}
      lead={soon.lead}
      none={soon.none}
      heads={[soon.patient, w.again.service, soon.notice, soon.visit]}
      rows={rows.map(one => (
        <tr key={one.caseKey}>
          <Who one={one} />
          <td>{soon.hours(one.hours)}</td>
          <td>{one.visit ? momentShort(one.visit, ui) : soon.noVisit}</td>
        </tr>
      ))}
    />
  );
}

const count = z.coerce.number().int().min(0).max(999).optional();

export const routes: Route[] = [
  route({
    ...{ ...bookers, method: 'GET', url: '/schedules/rebooking' },
    query: z.strictObject({ told: count, failed: count }),
    handle: async ({ app, actor, query }) =>
      page(<RebookingPage rows={await readToRebook(app, actor)} done={query} />),
  }),
  route({
    ...{ ...bookers, method: 'GET', url: '/schedules/short-notice' },
    handle: async ({ app, actor }) => page(<ShortNoticePage rows={await readShortNotice(app, actor)} />),
  }),
];
