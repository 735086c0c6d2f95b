import { useUi } from '../../ui/context.ts';
import { Note } from '../../ui/note.tsx';

/** For a steward: members whom mail does not reach. Nothing where it reaches everybody. */
export function Unreached({ count }: { count: number }) {
  const { mail } = useUi().words.members;
  if (count === 0) return null;
  return (
    <Note look="soon" title={mail.title}>
      <p>
        {mail.unreached(count)} <a href="/members">{mail.see}</a>
      </p>
    </Note>
  );
}
