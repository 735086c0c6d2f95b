import { useUi } from '../../ui/context.ts';
import { Meter } from '../../ui/meter.tsx';

export interface WaitProps {
  kind: 'econsult' | 'referral' | 'community' | 'facility';
  /** Days; null where nothing is measured. */
  median: number | null;
  ninetieth: number | null;
  people: number | null;
  /** Days at the right end of the bar; the same for all bars of a list. */
  scale: number;
}

/** Fewer people say too much about each of them, and too little about the wait. */
const enough = 6;

/** How long people waited lately, or how soon a group answered: a sentence, and the same as a bar. */
export function Wait({ kind, median, ninetieth, people, scale }: WaitProps) {
  const w = useUi().words.directory;
  const label = kind === 'econsult' ? w.wait.answer : w.wait.visit;
  if (median === null || ninetieth === null || people === null || people < enough) {
    return (
      <p class="s dim">
        {w.labelled(label)} {median === null || people === null ? w.wait.none : w.wait.tooFew}
      </p>
    );
  }
  const sentence = kind === 'econsult' ? w.wait.answered : w.wait.sentence;
  return (
    <div>
      <p class="s">
        {w.labelled(label)} <strong>{sentence(w.span(median), w.span(ninetieth), people)}</strong>
      </p>
      <Meter median={median} nineInTen={ninetieth} scale={scale} />
    </div>
  );
}
