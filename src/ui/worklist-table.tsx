import type { ComponentChildren } from 'preact';
import type { Instant } from '../domain/case/time.ts';
import { Avatar, type AvatarProps } from './avatar.tsx';
import { Chip } from './chip.tsx';
import { useUi } from './context.ts';
import { Due, type DueProps } from './due.tsx';
import { dayShort, dayWithYear } from './format.ts';
import { Icon } from './icon.tsx';
import type { Look } from './tag.tsx';
import { Tag, UrgentMark } from './tag.tsx';

/** Columns that may be left out or added; when, whose, what and the status always show. */
export type MoreColumn = 'party' | 'waiting' | 'assigned' | 'priority' | 'protocol' | 'language' | 'region';
const usual: readonly MoreColumn[] = ['party', 'waiting', 'assigned'];
/** The box, when, whose, what and the status. */
const alwaysShown = 5;
const typed = ['priority', 'protocol', 'language', 'region'] as const;

export interface WorklistTableProps {
  /** For those who hear the page: "Requests that need you, by due time. 43 rows." */
  caption: string;
  /** Received lists say from whom, sent ones to whom, lists of what waits on others who holds it. */
  direction: 'received' | 'sent' | 'held';
  /** Ended cases have nothing due: the first column says when they last changed. */
  ended?: boolean;
  columns?: readonly MoreColumn[];
  /** `RowGroup`s. */
  children: ComponentChildren;
}

/** The list of requests; inside a `Form` when rows can be picked. */
export function WorklistTable({ caption, direction, ended, columns = usual, children }: WorklistTableProps) {
  const words = useUi().words.parts.list;
  const first = ended ? words.changed : words.due;
  const party = { received: words.from, sent: words.to, held: words.holder }[direction];
  const heads = [
    ...[first, words.patient, words.askedFor, ...(columns.includes('party') ? [party] : []), words.status],
    ...typed.filter(one => columns.includes(one)).map(one => words[one]),
    ...(columns.includes('waiting') ? [words.waiting] : []),
  ];
  return (
    <table class={typed.some(one => columns.includes(one)) ? 'list more' : 'list'}>
      <caption class="sr">{caption}</caption>
      <Widths columns={columns} />
      <thead>
        <tr>
          <th scope="col">
            <span class="sr">{words.select}</span>
          </th>
          {heads.map((head, index) => (
            <th
              key={head}
              scope="col"
              aria-sort={index === 0 ? (ended ? 'descending' : 'ascending') : undefined}
            >
              {head}
            </th>
          ))}
          {columns.includes('assigned') && <th scope="col">{words.assigned}</th>}
        </tr>
      </thead>
      {children}
    </table>
  );
}

function Widths({ columns }: { columns: readonly MoreColumn[] }) {
  return (
    <colgroup>
      <col class="c1" />
      <col class="c2" />
      <col class="c3" />
      <col />
      {columns.includes('party') && <col class="c5" />}
      <col class="c6" />
      {typed
        .filter(one => columns.includes(one))
        .map(one => (
          <col key={one} class="c9" />
        ))}
      {columns.includes('waiting') && <col class="c7" />}
      {columns.includes('assigned') && <col class="c8" />}
    </colgroup>
  );
}

export interface RowGroupProps {
  /** "Overdue", "Today", "This week". */
  title: string;
  /** "4 · reminders sent to your site lead", "7 · Tuesday, November 24". */
  note: string;
  late?: boolean;
  /** Of the table. */
  columns?: readonly MoreColumn[];
  children: ComponentChildren;
}

/** Rows that fall due together. */
export function RowGroup({ title, note, late, columns = usual, children }: RowGroupProps) {
  return (
    <tbody>
      <tr class={late ? 'grp late' : 'grp'}>
        {/* Never more than there are: each one too many takes its share of the width. */}
        <th colspan={alwaysShown + columns.length} scope="rowgroup">
          {title} <span class="dim">{note}</span>
        </th>
      </tr>
      {children}
    </tbody>
  );
}

export interface WorkRowProps {
  href: string;
  /** Posted as `pick`; no box when absent. */
  pick?: string;
  /** Without one, the day of the last change is shown. */
  due?: DueProps;
  changed?: Instant;
  late?: boolean;
  /** Nobody here has opened it: bold name. */
  fresh?: boolean;
  /** "Whitcombe, Arden" and "34 F". */
  name: string;
  about: string;
  urgent?: boolean;
  service: string;
  reason: string;
  party: string;
  status: Look & { label: string };
  /** Beside the status: something to decide, which the request's page asks. */
  mark?: string;
  /** Days since it was sent; `over` when longer than 9 in 10 people waited. */
  waiting: { days: number; over?: boolean };
  assigned: AvatarProps;
  columns?: readonly MoreColumn[];
  /** What the columns that were added say. */
  more?: Partial<Record<(typeof typed)[number], string>>;
  /** "Maya Singh is looking at it" */
  looking?: string;
}

/** One request in one line (a card of three on a phone). The name is the link, the row is not. */
export function WorkRow(row: WorkRowProps) {
  const words = useUi().words.parts;
  const { columns = usual, more } = row;
  return (
    <tr class={[row.late && 'late', row.fresh && 'fresh'].filter(Boolean).join(' ') || undefined}>
      <td class="k">
        {row.pick && (
          <input type="checkbox" name="pick" value={row.pick} aria-label={words.list.selectRow(row.name)} />
        )}
      </td>
      <td class="d">
        <When {...row} />
      </td>
      <td class="n">
        <a class="name" href={row.href}>
          {row.name}
        </a>{' '}
        <span class="dim nw">{row.about}</span>
        {row.looking && (
          <span class="xs dim looking">
            <Icon name="eye" /> {row.looking}
          </span>
        )}
      </td>
      <td class="w">
        {row.urgent && <UrgentMark label={words.urgent} />} {row.service}{' '}
        <span class="dim">{row.reason}</span>
      </td>
      {columns.includes('party') && <td class="fr dim">{row.party}</td>}
      <td class="st">
        <Tag {...row.status} /> {row.mark && <a href={row.href}>{row.mark}</a>}
      </td>
      {typed
        .filter(one => columns.includes(one))
        .map(one => (
          <td key={one} class="x">
            {more?.[one]}
          </td>
        ))}
      {columns.includes('waiting') && (
        <td class="t">
          <Waiting {...row.waiting} />
        </td>
      )}
      {columns.includes('assigned') && (
        <td class="as">
          <Avatar {...row.assigned} />{' '}
          {row.assigned.name && <span aria-hidden="true">{row.assigned.name}</span>}
        </td>
      )}
    </tr>
  );
}

function When({ due, changed }: Pick<WorkRowProps, 'due' | 'changed'>) {
  const ui = useUi();
  if (due) return <Due {...due} />;
  if (!changed) return null;
  return (
    <time class="dim" datetime={changed}>
      {changed.slice(0, 4) === ui.now.slice(0, 4) ? dayShort(changed, ui) : dayWithYear(changed, ui)}
    </time>
  );
}

function Waiting({ days, over }: WorkRowProps['waiting']) {
  const { words } = useUi();
  const text = words.time.daysShort(days);
  return over ? (
    <Chip over icon="up" title={words.parts.list.overUsual}>
      {text}
      <span class="sr"> {words.parts.list.overUsual}</span>
    </Chip>
  ) : (
    <span class="dim">{text}</span>
  );
}

/** What may be done to all picked rows. Shown and counted by CSS while a row is picked; last in the form. */
export function BulkBar({
  label,
  why,
  children,
}: {
  label: string;
  why?: string;
  children: ComponentChildren;
}) {
  const words = useUi().words.parts.list;
  return (
    <fieldset class="bulk">
      <legend class="sr">{label}</legend>
      <strong class="n"> {words.selected}</strong>
      {children}
      {why && <span class="s far why">{why}</span>}
    </fieldset>
  );
}
