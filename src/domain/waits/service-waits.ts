import type { Urgency } from '../case/state.ts';
import { type Figure, fewest, figureOf, historyOf, type Point } from './figure.ts';
import { type Measure, measures } from './measure.ts';
import type { Moment, Spell } from './spell.ts';

/** One line of what is known of a service: for all, or for one urgency, one label or both. */
export interface WaitLine {
  measure: Measure;
  urgency: Urgency | null;
  label: string | null;
  figure: Figure;
}

export interface ServiceWaits {
  lines: WaitLine[];
  history: { measure: Measure; points: Point[] }[];
}

/**
 * All that may be shown of the waits of one service. A kind of wait that nobody ever reached there says nothing (a clinic
 * without assessments has no Wait 1a). Urgencies stand apart only when each has enough people: of two, the one that is
 * left out would be what is missing from all. Labels stand apart where there are two that have enough.
 */
export function waitsOfService(spells: readonly Spell[], at: Moment): ServiceWaits {
  const lines: WaitLine[] = [];
  const history: ServiceWaits['history'] = [];
  for (const measure of measures) {
    const mine = spells.filter(one => one.measure === measure);
    if (!mine.some(one => one.ending === 'reached' && one.end! <= at) && !isMain(measure)) continue;
    if (mine.length === 0) continue;
    lines.push(...linesOf(mine, measure, at));
    const points = historyOf(mine, at);
    if (points.length > 1) history.push({ measure, points });
  }
  return { lines, history };
}

/** Of these one also says that nobody was seen yet. */
function isMain(measure: Measure): boolean {
  return measure === 'wait1' || measure === 'answer';
}

function linesOf(spells: readonly Spell[], measure: Measure, at: Moment): WaitLine[] {
  const line = (urgency: Urgency | null, label: string | null): WaitLine => {
    const some = urgency === null ? spells : spells.filter(one => one.urgency === urgency);
    return { measure, urgency, label, figure: figureOf(some, at, label ?? undefined) };
  };
  const apart = (label: string | null) => {
    const both = [line('routine', label), line('urgent', label)];
    return both.every(one => !one.figure.tooFew) ? both : [];
  };
  const byLabel = labelsOf(spells).flatMap(label => {
    const all = line(null, label);
    return all.figure.tooFew ? [] : [all, ...apart(label)];
  });
  return [line(null, null), ...apart(null), ...byLabel];
}

/** Labels of visits that at least two of have enough people; the others are too few to stand alone. */
function labelsOf(spells: readonly Spell[]): string[] {
  const counts = new Map<string, number>();
  for (const { label } of spells) if (label !== null) counts.set(label, (counts.get(label) ?? 0) + 1);
  const labels = [...counts].filter(([, people]) => people >= fewest).map(([label]) => label);
  return labels.length > 1 ? labels.sort() : [];
}
