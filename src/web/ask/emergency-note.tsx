import { useUi } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';
import { Note } from '../../ui/note.tsx';

/** The way to help now, before any route, when the words may mean an emergency. */
export function EmergencyNote({ urgent }: { urgent: boolean }) {
  const { ask } = useUi().words;
  if (!urgent) return null;
  return (
    <Note look="late">
      <p class="h2">
        <Icon name="alert" /> {ask.emergencyTitle}
      </p>
      <p>{ask.emergency}</p>
      <p class="line">
        <a class="btn harm" href="tel:911">
          {ask.call911}
        </a>
        <a class="btn" href="tel:988">
          {ask.call988}
        </a>
      </p>
    </Note>
  );
}
