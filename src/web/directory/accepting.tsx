import type { Day } from '../../domain/case/time.ts';
import { useUi } from '../../ui/context.ts';
import { dayWithYear } from '../../ui/format.ts';
import { Tag } from '../../ui/tag.tsx';

/** Whether a service takes requests now, and if not until when. */
export function Accepting({ accepting, pausedUntil }: { accepting: boolean; pausedUntil: Day | null }) {
  const ui = useUi();
  const w = ui.words.directory;
  if (accepting) return <Tag role="ok" icon="check" label={w.accepting} />;
  const label = pausedUntil ? w.pausedUntil(dayWithYear(pausedUntil, ui)) : w.notAccepting;
  return <Tag role="back" icon="pause" label={label} />;
}
