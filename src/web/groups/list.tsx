import { readGroups } from '../../app/econsult/advice-settings.ts';
import type { AdviceGroupLine } from '../../app/ports/advice-groups.ts';
import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { groupKeepers } from './group.tsx';

function ListPage({ lines }: { lines: readonly AdviceGroupLine[] }) {
  const ui = useUi();
  const w = ui.words.groups;
  return (
    <Frame title={w.title} here="listings">
      <header class="stack">
        <p class="s">
          <a href="/listings">{ui.words.listings.title}</a>
        </p>
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      {lines.length === 0 && <p>{w.none}</p>}
      {lines.length > 0 && (
        <table class="mini fold">
          <thead>
            <tr>
              {[w.group, w.givenOut, w.waiting].map(head => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(one => (
              <tr key={one.key}>
                <th scope="row">
                  <a href={`/groups/${one.key}`}>{one.name[ui.lang]}</a>
                </th>
                <td>{one.automatic ? w.automaticShort : w.byHand}</td>
                <td>{number(one.waiting, ui.lang)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Frame>
  );
}

/** The advice groups of a site. */
export const routes: Route[] = [
  route({
    ...groupKeepers,
    ...{ method: 'GET', url: '/groups' },
    handle: async ({ app, actor }) => page(<ListPage lines={await readGroups(app, actor)} />),
  }),
];
