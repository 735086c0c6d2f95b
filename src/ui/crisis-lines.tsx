import { useUi } from './context.ts';
import { Note } from './note.tsx';

/** Whom to call in danger; on every public page and every page of a patient. */
export function CrisisLines() {
  const words = useUi().words.frame.danger;
  return (
    <Note look="late" label={words.question}>
      <p>
        <strong>{words.question}</strong> {words.emergency} {words.crisis} {words.advice}
      </p>
    </Note>
  );
}
