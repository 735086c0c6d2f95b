import { readStaff, type StaffView } from '../../app/people/members.ts';
import type { StaffMember } from '../../app/ports/staff.ts';
import { missing, page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { FoldTable } from '../../ui/fold-table.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { Tag } from '../../ui/tag.tsx';

/** Everybody who has or had a place at a site; those who left come last. */
function ListPage({ view }: { view: StaffView }) {
  const w = useUi().words.members;
  const unreached = view.staff.filter(one => one.mailFailed && !one.ended);
  return (
    <Frame title={w.title} here="members">
      <header class="stack">
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      {unreached.length > 0 && (
        <Note look="soon" title={w.mail.lead}>
          <ul>
            {unreached.map(one => (
              <li key={one.key}>
                <a href={`/members/${one.key}`}>{one.name}</a>
              </li>
            ))}
          </ul>
        </Note>
      )}
      <p>
        <ButtonLink href="/members/new" icon="plus">
          {w.add}
        </ButtonLink>
      </p>
      <FoldTable heads={[w.name, w.does, ...(view.units.length > 0 ? [w.unit] : []), w.state]}>
        {view.staff.map(one => (
          <Line one={one} view={view} key={one.key} />
        ))}
      </FoldTable>
    </Frame>
  );
}

function Line({ one, view }: { one: StaffMember; view: StaffView }) {
  const { words, lang } = useUi();
  const w = words.members;
  const unit = view.units.find(({ id }) => id === one.unit);
  const job = lang === 'fr' ? one.jobTitleFr : one.jobTitleEn;
  return (
    <tr>
      <th scope="row">
        <a href={`/members/${one.key}`}>{one.name}</a>
        {job && (
          <>
            <br />
            <span class="dim s">{job}</span>
          </>
        )}
      </th>
      <td data-label={w.does}>{one.roles.map(role => w.roles[role]).join(', ')}</td>
      {view.units.length > 0 && (
        <td data-label={w.unit}>{unit ? (lang === 'fr' ? unit.nameFr : unit.nameEn) : w.form.noUnit}</td>
      )}
      <td data-label={w.state}>
        <StateTag one={one} />
        {one.mailFailed && !one.ended && (
          <>
            {' '}
            <Tag role="late" icon="x" label={w.mail.title} />
          </>
        )}
      </td>
    </tr>
  );
}

/** Whether a member may work now, in colour and words. */
export function StateTag({ one }: { one: StaffMember }) {
  const ui = useUi();
  const { states } = ui.words.members;
  const day = one.untilDay ? dayWithYear(one.untilDay, ui) : '';
  if (one.ended) return <Tag role="none" icon="square" label={states.ended(day)} />;
  if (one.suspended) return <Tag role="late" icon="x" label={states.suspended} />;
  if (!one.hasPassword) return <Tag role="ask" icon="ask" label={states.invited} />;
  if (day) return <Tag role="date" icon="cal" label={states.ends(day)} />;
  return <Tag role="ok" icon="check" label={states.working} />;
}

/** Who keeps the members of a site. */
export const memberKeepers = { enter: ['person'], roles: ['steward'], phi: false } as const;

export const routes: Route[] = [
  route({
    ...memberKeepers,
    ...{ method: 'GET', url: '/members' },
    async handle({ app, actor }) {
      const view = await readStaff(app, actor);
      return view ? page(<ListPage view={view} />) : missing();
    },
  }),
];
