import { reportCsv } from '../../app/directory/imports.ts';
import type { LearningEntry } from '../../app/ports/learning.ts';
import type { Block, Paper } from '../../app/ports/printer.ts';
import { learningKinds, learningTexts, minutesOf } from '../../domain/library/learning.ts';
import type { Ui } from '../../ui/context.ts';
import { dayWithYear } from '../../ui/format.ts';
import { todayAt } from '../../ui/patient-words.ts';

interface Range {
  from: string;
  until: string;
}

/** A stretch of one's record on paper, for a claim: who, when, how long, and every entry whole. */
export function learningPaper(ui: Ui, entries: readonly LearningEntry[], { from, until }: Range): Paper {
  const w = ui.words.learning;
  const name = ui.person?.name ?? '';
  const byKind = learningKinds.flatMap((kind): [string, string][] => {
    const minutes = minutesOf(entries.filter(one => one.kind === kind));
    return minutes > 0 ? [[w.kinds[kind], w.spent(minutes)]] : [];
  });
  return {
    language: ui.lang,
    title: w.paper.title(name),
    foot: w.paper.title(name),
    page: ui.words.story.copy.page,
    blocks: [
      { kind: 'heading', level: 1, text: w.title },
      {
        kind: 'facts',
        rows: [
          [w.paper.person, name],
          [w.paper.period, w.paper.days(dayWithYear(from, ui), dayWithYear(until, ui))],
          [w.paper.entries, String(entries.length)],
          [w.paper.time, w.spent(minutesOf(entries))],
        ],
      },
      { kind: 'text', quiet: true, text: `${w.paper.own} ${w.paper.made(dayWithYear(todayAt(ui), ui))}.` },
      { kind: 'heading', level: 2, text: w.paper.byKind },
      { kind: 'facts', rows: byKind },
      ...entries.flatMap(one => blocksOf(ui, one)),
    ],
  };
}

function blocksOf(ui: Ui, one: LearningEntry): Block[] {
  const w = ui.words.learning;
  const title = [dayWithYear(one.day, ui), one.topic || w.kinds[one.kind]].join(': ');
  const rows: [string, string][] = [
    [w.kind, w.kinds[one.kind]],
    [w.paper.minutes, w.spent(one.minutes)],
    ...learningTexts.slice(1).map((text): [string, string] => [w.texts[text], one[text]]),
  ];
  return [
    { kind: 'heading', level: 2, text: title },
    { kind: 'facts', rows: rows.filter(([, value]) => value !== '') },
  ];
}

/** The same as a table for a spreadsheet. */
export function learningCsv(ui: Ui, entries: readonly LearningEntry[]): Uint8Array {
  const w = ui.words.learning;
  const heads = [w.day, w.kind, ...learningTexts.map(text => w.texts[text]), w.csvHeads.minutes];
  const rows = entries.map(one => [
    ...[one.day, w.kinds[one.kind]],
    ...learningTexts.map(text => one[text]),
    String(one.minutes),
  ]);
  return reportCsv(heads, rows);
}
