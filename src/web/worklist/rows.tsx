import type { PersonActor } from '../../app/actor.ts';
import type { WorklistRow } from '../../app/ports/worklists.ts';
import type { WorklistView } from '../../app/worklist/worklists.ts';
import { localDay } from '../../domain/case/deadline.ts';
import type { Instant } from '../../domain/case/time.ts';
import { ageOn, daysLived } from '../../domain/patient/birth-date.ts';
import { initialsOf } from '../../http/visit.ts';
import type { AvatarProps } from '../../ui/avatar.tsx';
import { type Ui, useUi } from '../../ui/context.ts';
import { daysBetween, monthDay, number } from '../../ui/format.ts';
import { todayAt } from '../../ui/patient-words.ts';
import { statusLook } from '../../ui/status-look.ts';
import { RowGroup, WorklistTable, WorkRow, type WorkRowProps } from '../../ui/worklist-table.tsx';
import { statusLabel } from './status-label.ts';
import { type Stretch, stretches, stretchOf } from './stretches.ts';
import { inLists, priorityName } from './triage-words.ts';

export interface RowsProps {
  rows: readonly WorklistRow[];
  me: Pick<PersonActor, 'member' | 'actingFor'>;
  /** Name of the folder, for those who hear the page. */
  title: string;
  /** Rows in the folder by stretch; null for ended cases. */
  due: readonly number[] | null;
  ends: readonly Instant[];
  /** Rows may be picked. */
  pick: boolean;
  /** Says who holds each case rather than whose it is. */
  holders?: boolean;
  /** How this member likes lists, the site's triage lists, and who looks at what. */
  view: Pick<WorklistView, 'settings' | 'triage' | 'looking'>;
  /** What leads to the story of each. */
  href: (requestKey: string) => string;
}

/** The table of a folder: by due time in groups, or the last changed first. */
export function Rows(props: RowsProps) {
  const ui = useUi();
  const { rows, due, title } = props;
  const { worklist } = ui.words;
  const all = number(due ? due.reduce((sum, one) => sum + one, 0) : rows.length, ui.lang);
  const sent = rows.length > 0 && rows.every(row => row.side === 'requester');
  const direction = props.holders ? 'held' : sent ? 'sent' : 'received';
  return (
    <WorklistTable
      caption={due ? worklist.caption(title, all) : worklist.captionEnded(title, all)}
      direction={direction}
      ended={due === null}
      columns={props.view.settings.columns}
    >
      {due ? <ByStretch {...props} due={due} /> : <Ended {...props} />}
    </WorklistTable>
  );
}

function ByStretch({ rows, due, ends, ...rest }: RowsProps & { due: readonly number[] }) {
  const ui = useUi();
  const inStretch = (stretch: Stretch) =>
    rows.filter(row => row.due && stretchOf(row.due, ui.now, ends) === stretch);
  return (
    <>
      {stretches
        .map((stretch, i) => ({ stretch, count: due[i] ?? 0, own: inStretch(stretch) }))
        .filter(({ own }) => own.length > 0)
        .map(({ stretch, count, own }) => (
          <RowGroup
            key={stretch}
            title={ui.words.worklist.stretches[stretch]}
            note={noteOf(ui, stretch, count)}
            late={stretch === 'overdue'}
            columns={rest.view.settings.columns}
          >
            {own.map(row => (
              <Row key={`${row.caseKey} ${row.side}`} row={row} {...rest} />
            ))}
          </RowGroup>
        ))}
    </>
  );
}

function noteOf(ui: Ui, stretch: Stretch, count: number): string {
  const written = number(count, ui.lang);
  return stretch === 'today' ? `${written} · ${monthDay(ui.now, ui)}` : written;
}

function Ended({ rows, ...rest }: RowsProps) {
  return (
    <tbody>
      {rows.map(row => (
        <Row key={`${row.caseKey} ${row.side}`} row={row} {...rest} />
      ))}
    </tbody>
  );
}

type RowProps = { row: WorklistRow } & Pick<RowsProps, 'me' | 'pick' | 'holders' | 'href' | 'view'>;

function Row({ row, me, pick, holders, href, view }: RowProps) {
  const ui = useUi();
  const look = drawn(ui, row, me);
  return (
    <WorkRow
      {...look}
      href={href(row.requestKey)}
      columns={view.settings.columns}
      more={moreOf(ui, row, view)}
      looking={lookingAt(ui, view.looking[row.requestKey])}
      party={holders ? holderOf(ui, row) : look.party}
      pick={pick && row.side === 'receiver' ? row.caseKey : undefined}
    />
  );
}

function lookingAt({ words }: Ui, name: string | undefined): string | undefined {
  return name && words.worklist.looking(name);
}

/** What the columns say that a member may add. */
export function moreOf({ words, lang }: Ui, row: WorklistRow, { triage }: Pick<WorklistView, 'triage'>) {
  const { priority, protocol, language, region } = row;
  const languages: Record<string, string> = words.patients.languages;
  return {
    ...(priority && { priority: priorityName(words, lang, { said: priority, lists: triage }) }),
    ...(protocol && { protocol: inLists(triage.protocol, protocol, lang) }),
    ...(language && { language: languages[language] ?? language }),
    ...(region && { region: words.directory.regions[region] ?? region }),
  };
}

/** "Dr. Okafor-Reid, Maple Landing Family Health Team", "Patient". */
export function holderOf({ words, lang }: Ui, { hold }: WorklistRow): string {
  if (!hold) return words.parts.hold.nobody;
  if (hold.side === 'patient') return words.worklist.waiting.patient;
  return [hold.member, hold.site?.[lang]].filter(Boolean).join(', ') || words.case.sides[hold.side];
}

/** Statuses in which the patient still waits to be seen or the question to be answered. */
const waits = ['sent', 'awaiting-reply', 'accepted', 'booked', 'confirmed', 'asked', 'assigned', 'more-info'];
const stopped = ['awaiting-reply', 'more-info'];

/** One row in the words of its reader. */
export function drawn(ui: Ui, row: WorklistRow, me: RowsProps['me']): WorkRowProps {
  const { type, side, status, flag, due } = row;
  const days = daysBetween(localDay(row.waitingSince, ui.zone), todayAt(ui));
  const clockStands = stopped.includes(status) && side === 'receiver' && row.hold?.side !== 'receiver';
  return {
    href: `/requests/${row.requestKey}`,
    due: due === null ? undefined : { due, stopped: clockStands },
    changed: row.updated,
    late: due !== null && due <= ui.now && !clockStands,
    // Who sent it knows it.
    fresh: row.unread && side !== 'requester',
    name: row.patient.name || row.reference,
    about: aboutPatient(ui, row.patient),
    urgent: row.urgency === 'urgent',
    service: serviceOf(ui, row),
    reason: row.title,
    party: row.other?.[ui.lang] ?? (status === 'shortlisted' ? ui.words.case.toBeChosen : ''),
    ...(row.bookedBeside && { mark: ui.words.worklist.bookedBeside }),
    status: { ...statusLook(type, status, flag ?? undefined), label: statusLabel(ui.words, row) },
    waiting: { days, over: row.usual !== null && days > row.usual && waits.includes(status) },
    assigned: assignedTo(ui, row, me),
  };
}

/** "34 F"; months for the smallest, days in the first month. */
export function aboutPatient(ui: Ui, { birthDate, sex }: WorklistRow['patient']): string {
  if (birthDate === null) return '';
  const today = todayAt(ui);
  const { years, months } = ageOn(birthDate, today);
  const { worklist } = ui.words;
  const lived = years * 12 + months;
  const young = lived === 0 ? worklist.days(daysLived(birthDate, today)) : worklist.months(lived);
  const age = years < 2 ? young : String(years);
  return [age, sex && worklist.sexes[sex]].filter(Boolean).join(' ');
}

function serviceOf({ words, lang }: Ui, { type, service }: WorklistRow): string {
  if (!service) return words.case.types[type];
  return type === 'econsult' ? words.worklist.advice(service[lang]) : service[lang];
}

function assignedTo({ words }: Ui, { assigned }: WorklistRow, me: RowsProps['me']): AvatarProps {
  if (!assigned) return { whose: 'nobody', name: words.parts.list.notAssigned };
  const { member, name } = assigned;
  const mine = member === me.member || member === me.actingFor;
  return { whose: mine ? 'me' : 'colleague', name, initials: initialsOf(name) };
}
