import type { MonthLine } from '../../app/econsult/pay.ts';
import type { Statement, Statements } from '../../app/econsult/statements.ts';
import type { Block, Paper } from '../../app/ports/printer.ts';
import { claimName } from '../../domain/pay/payer-answer.ts';
import { together } from '../../domain/pay/standing.ts';
import type { Ui } from '../../ui/context.ts';
import { dayWithYear, momentLong, monthShort, number } from '../../ui/format.ts';
import { money, standingInWords, sumNames, whyOf } from './pay-words.ts';

type Says = Pick<Ui, 'lang' | 'words' | 'zone' | 'now'>;

/** Statements of a month on paper, each from a new page, in the language of the reader. No patient is named. */
export function statementPaper({ month, people }: Statements, ui: Says): Paper {
  const w = ui.words.pay.statements;
  const title = w.title(monthShort(month, ui));
  const blocks = people.flatMap((one, at): Block[] => [
    ...(at > 0 ? [{ kind: 'page' } as const] : []),
    ...statementOf(one, title, ui),
  ]);
  const none: Block[] = [
    { kind: 'heading', level: 1, text: title },
    { kind: 'text', text: w.nothing },
  ];
  return {
    ...{ language: ui.lang, title, foot: title, page: w.page },
    blocks: blocks.length > 0 ? blocks : none,
  };
}

function statementOf({ name, site, lines, unpaid }: Statement, title: string, ui: Says): Block[] {
  const { pay } = ui.words;
  const w = pay.statements;
  const [own, corrections] = [
    lines.filter(one => one.reason !== 'correction'),
    lines.filter(one => one.reason === 'correction'),
  ];
  const sent = lines.flatMap(one => one.sent ?? []);
  const closed = sent.length > 0 && sent.every(one => one.settled) ? w.settled : w.closed;
  return [
    { kind: 'heading', level: 1, text: title },
    {
      kind: 'facts',
      rows: [
        [w.person, name],
        [pay.heads.site, site[ui.lang]],
      ],
    },
    { kind: 'text', text: sent.length > 0 ? closed : w.open },
    { kind: 'text', quiet: true, text: w.made(momentLong(ui.now, ui)) },
    { kind: 'heading', level: 2, text: pay.lines },
    ...(own.length > 0 ? [tableOf(own, ui)] : [{ kind: 'text', text: w.nothing } as const]),
    ...titled(w.corrections, corrections, ui),
    ...titled(w.unpaid, unpaid, ui),
    { kind: 'heading', level: 2, text: w.totals },
    { kind: 'facts', rows: totals(lines, ui) },
    ...rulesOf([...lines, ...unpaid], ui),
  ];
}

const titled = (text: string, lines: readonly MonthLine[], ui: Says): Block[] =>
  lines.length > 0 ? [{ kind: 'heading', level: 2, text }, tableOf(lines, ui)] : [];

function tableOf(lines: readonly MonthLine[], ui: Says): Block {
  const { pay: w } = ui.words;
  const { heads } = w;
  return {
    kind: 'table',
    heads: [
      heads.day,
      heads.reference,
      heads.code,
      heads.minutes,
      heads.amount,
      lines.some(one => one.sent) ? w.state : heads.why,
    ],
    ...{ widths: [68, 98, 118, 48, 62, 98], right: [3, 4] },
    rows: lines.map(one => [
      ...[dayWithYear(one.day, ui), named(one)],
      [
        one.code ?? '–',
        w.sides[one.side],
        ...(one.rule ? [w.ruleFrom(dayWithYear(one.rule.from, ui))] : []),
      ].join('\n'),
      ...[one.paidMinutes > 0 ? number(one.paidMinutes, ui.lang) : '–', money(one.cents, ui)],
      one.sent ? standingInWords(one, ui) : whyOf(one, ui),
    ]),
  };
}

const named = ({ reference, sent }: MonthLine) =>
  sent ? `${reference}\n${claimName(sent.claim, sent.standing.attempt)}` : reference;

/** What was claimed and what came of it; before the month is closed, only what the lines are together. */
function totals(lines: readonly MonthLine[], ui: Says): [string, string][] {
  const { sums, statements } = ui.words.pay;
  const all = lines.reduce((sum, one) => sum + one.cents, 0);
  const sent = lines.flatMap(one => one.sent ?? []);
  if (sent.length < lines.length || lines.length === 0) return [[statements.total, money(all, ui)]];
  const reckoned = together(sent.map(one => one.standing));
  return sumNames.map(name => [sums[name], money(reckoned[name], ui)]);
}

/** Each version of a rule that paid or refused a line, with its source. */
function rulesOf(lines: readonly MonthLine[], ui: Says): Block[] {
  const w = ui.words.pay.statements;
  const versions = new Map<string, [string, string]>();
  for (const { code, rule } of lines)
    if (code !== null && rule) {
      const from = dayWithYear(rule.from, ui);
      versions.set(`${code}|${rule.from}`, [
        w.rule(code, from),
        w.source(rule.source.replace(/\.$/, ''), dayWithYear(rule.checked, ui)),
      ]);
    }
  const rows = [...versions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
  return rows.length > 0
    ? [
        { kind: 'heading', level: 2, text: w.rules },
        { kind: 'facts', rows },
      ]
    : [];
}
