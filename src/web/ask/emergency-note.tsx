import { useUi } from '../../ui/context.ts';
import { Note } from '../../ui/note.tsx';

/** The way to help now, before any route, when the words may mean an emergency. */
export function EmergencyNote({ urgent }: { urgent: boolean }) {
  const { ask } = useUi().words;
  if (!urgent) return null;
  return (
    <Note look="late" title={ask.emergencyTitle}>
      <p>{ask.emergency}</p>
    </Note>
  );
}
