import type { Span } from '../src/domain/case/deadline.ts';
import type { Machine, StatusRow, Verb, Who } from '../src/domain/case/machine.ts';
import { isEnded } from '../src/domain/case/machine.ts';
import type { CaseState } from '../src/domain/case/state.ts';
import { econsult } from '../src/domain/econsult/machine.ts';
import { referral } from '../src/domain/referral/machine.ts';
import { words } from '../src/words/words.ts';

const english = words.en;
const rankWords = { c: 'clinician', m: 'member', l: 'lead' };

function span(of: Span): string {
  if ('days' in of) return `${of.days} d`;
  return 'businessDays' in of ? `${of.businessDays} bd` : `${of.businessHours} bh`;
}

function due(row: StatusRow & { ended: false }): string {
  const [routine, urgent] = [span(row.due.routine), span(row.due.urgent)];
  return routine === urgent ? routine : `${routine}; urgent ${urgent}`;
}

/** What one due time cannot say. The rules are in `domain/referral/holds.ts` and `domain/econsult/answer-clock.ts`. */
const notes: Record<string, string> = {
  'awaiting-reply': 'or the patient, when asked; the receiver’s clock stops and goes on with at least 2 bd',
  accepted: 'or the end of the wait that was announced',
  booked:
    'or one bd before the visit, if sooner; then the receiver calls, 1 bd; from the start on the receiver reports, 7 d. A patient nobody can reach: the receiver',
  confirmed: 'from the start of the visit',
  declined: 'the intake it came through: 2 bd',
  assigned:
    'from the latest question, less the time in more-info; choosing another specialist does not restart it',
};

function statusTable<S extends CaseState>(machine: Machine<S>): string[] {
  const rows = Object.entries(machine.statuses).map(([status, row]) =>
    row.ended
      ? `| \`${status}\` | nobody | – | ended |`
      : `| \`${status}\` | ${row.holder} | ${due(row)}${notes[status] ? `; ${notes[status]}` : ''} | ${english.case.nextSteps[row.next]} |`,
  );
  return ['| status | accountable | due | next |', '| --- | --- | --- | --- |', ...rows];
}

function who({ side, rank, from }: Who): string {
  const ranked = side === 'patient' || side === 'system' ? side : `${side} ${rankWords[rank]}`;
  return from ? `${ranked} (from ${from.join(', ')})` : ranked;
}

function list(statuses: readonly string[] | string): string {
  return typeof statuses === 'string' ? statuses : statuses.map(status => `\`${status}\``).join(', ');
}

function fields(verb: { input: unknown }): string {
  const input = verb.input as { shape?: Record<string, unknown> };
  const names = Object.keys(input.shape ?? {});
  return names.length === 0 ? '–' : names.map(name => `\`${name}\``).join(', ');
}

function verbTable<S extends CaseState>(machine: Machine<S>): string[] {
  const opening = Object.values(machine.opens).map(
    verb =>
      `| ${verb.name} | ${verb.who.map(who).join('; ')} | (opens) | ${list(verb.to)} | ${fields(verb)} |`,
  );
  const rows = Object.values(machine.verbs).map(
    verb =>
      `| ${verb.name} | ${verb.who.map(who).join('; ')} | ${list(verb.from)} | ${list(verb.to)} | ${fields(verb)} |`,
  );
  return ['| verb | who | from | to | fields |', '| --- | --- | --- | --- | --- |', ...opening, ...rows];
}

/** From each status where to, by which verbs; verbs that stay are in the table only. */
function arrows<S extends CaseState>(machine: Machine<S>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (from: string, to: string, verb: string) => {
    const key = `${from} --> ${to}`;
    found.set(key, [...(found.get(key) ?? []), verb]);
  };
  for (const verb of Object.values(machine.opens)) for (const to of verb.to) add('[*]', to, verb.name);
  for (const verb of Object.values(machine.verbs))
    if (verb.to !== 'same')
      for (const from of froms(machine, verb)) for (const to of verb.to) add(from, to, verb.name);
  return found;
}

/** Statuses a verb leaves by an arrow of its own; verbs of every open status are drawn once, in words. */
function froms<S extends CaseState>(machine: Machine<S>, verb: Verb<S>): readonly string[] {
  if (typeof verb.from === 'string') return [];
  return verb.from.filter(status => status in machine.statuses);
}

function id(status: string): string {
  return status.replaceAll('-', '_');
}

function diagram<S extends CaseState>(machine: Machine<S>): string[] {
  const named = Object.keys(machine.statuses)
    .filter(status => status.includes('-'))
    .map(status => `  state "${status}" as ${id(status)}`);
  const lines = [...arrows(machine)].map(([arrow, verbs]) => {
    const [from = '', to = ''] = arrow.split(' --> ');
    return `  ${id(from)} --> ${id(to)}: ${verbs.join(', ')}`;
  });
  const ends = Object.keys(machine.statuses)
    .filter(status => isEnded(machine, status))
    .map(status => `  ${id(status)} --> [*]`);
  return ['```mermaid', 'stateDiagram-v2', ...named, ...lines, ...ends, '```'];
}

function everywhere<S extends CaseState>(machine: Machine<S>): string {
  const verbs = Object.values(machine.verbs).filter(
    verb => typeof verb.from === 'string' && verb.to !== 'same',
  );
  return verbs.map(verb => `*${verb.name}* from ${verb.from} to ${list(verb.to)}`).join('; ');
}

function page<S extends CaseState>(machine: Machine<S>): string {
  return [
    `# ${english.case.types[machine.type]}`,
    '',
    '<!-- Written by `npm run docs` from the tables in src/domain. Do not edit. -->',
    '',
    ...diagram(machine),
    '',
    `Not drawn: ${everywhere(machine)}.`,
    '',
    '*d* days, *bd* business days of Ontario; a due time falls at 17:00 local time of the accountable site.',
    '',
    ...statusTable(machine),
    '',
    ...verbTable(machine),
    '',
    `Events: ${machine.events.map(type => `\`${type}\``).join(', ')}.`,
    '',
  ].join('\n');
}

/** The pages of `docs/machines`, by file name. */
export function machineDocs(): Record<string, string> {
  return { 'referral.md': page(referral), 'econsult.md': page(econsult) };
}
