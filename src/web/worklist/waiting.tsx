import type { PersonActor } from '../../app/actor.ts';
import type { WorklistRow } from '../../app/ports/worklists.ts';
import { useUi } from '../../ui/context.ts';
import { Due } from '../../ui/due.tsx';
import { number } from '../../ui/format.ts';
import { Tag } from '../../ui/tag.tsx';
import { storyUrl } from './came-from.ts';
import { drawn, holderOf } from './rows.tsx';

type Me = Pick<PersonActor, 'member' | 'actingFor'>;

/** Under what needs me: what waits on others and comes due first, with who holds it. */
export function Waiting({ rows, all, me }: { rows: readonly WorklistRow[]; all: number; me: Me }) {
  const ui = useUi();
  const { worklist, parts } = ui.words;
  const count = number(all, ui.lang);
  return (
    <section aria-labelledby="waiting">
      <div class="line">
        <h2 id="waiting">{worklist.folders['waits-on-others']}</h2>
        <span class="dim">{all > rows.length ? worklist.waiting.note(count) : worklist.waiting.noteFew}</span>
        {all > rows.length && (
          <a class="far s" href="/worklist/waits-on-others">
            {worklist.waiting.seeAll(count)}
          </a>
        )}
      </div>
      <table class="mini fold">
        <thead>
          <tr>
            {[parts.list.due, parts.list.patient, parts.list.holder, worklist.waiting.next].map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            <th scope="col">{parts.list.status}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <Line key={`${row.caseKey} ${row.side}`} row={row} me={me} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Line({ row, me }: { row: WorklistRow; me: Me }) {
  const ui = useUi();
  const { name, due, status } = drawn(ui, row, me);
  return (
    <tr>
      <td>{due && <Due {...due} />}</td>
      <td>
        <a href={storyUrl(row.requestKey, 'waits-on-others')}>
          <bdi>{name}</bdi>
        </a>
      </td>
      <td>{holderOf(ui, row)}</td>
      <td>{row.hold && ui.words.case.nextSteps[row.hold.next]}</td>
      <td>
        <Tag {...status} />
      </td>
    </tr>
  );
}
