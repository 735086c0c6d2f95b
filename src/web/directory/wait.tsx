import { useUi } from '../../ui/context.ts';
import { Meter } from '../../ui/meter.tsx';
import { waitSentence } from '../../ui/wait-sentence.tsx';

export interface WaitProps {
  kind: 'econsult' | 'referral' | 'community' | 'facility';
  /** Days; null where nothing is measured. */
  median: number | null;
  medianMore?: boolean;
  ninetieth: number | null;
  ninetiethMore?: boolean;
  people: number | null;
  /** Days at the right end of the bar; the same for all bars of a list. */
  scale: number;
}

/** Fewer people say too much about each of them, and too little about the wait. */
const enough = 6;

/** How long people waited lately, or how soon a group answered: a sentence, and the same as a bar. */
export function Wait({ kind, median, ninetieth, people, scale, medianMore, ninetiethMore }: WaitProps) {
  const ui = useUi();
  const w = ui.words.directory;
  if (kind === 'community') return <p class="s">{ui.words.ask.byThemselves}</p>;
  const label = kind === 'econsult' ? w.wait.answer : w.wait.visit;
  if (median === null || ninetieth === null || people === null || people < enough) {
    return (
      <p class="s dim">
        {w.labelled(label)} {people === null ? w.wait.none : w.wait.tooFew}
      </p>
    );
  }
  const said = { median, ninetieth, people, medianMore, ninetiethMore };
  return (
    <div>
      <p class="s">
        {w.labelled(label)} <strong>{waitSentence(ui, said, kind === 'econsult')}</strong>
      </p>
      <Meter median={median} nineInTen={ninetieth} scale={scale} />
    </div>
  );
}
