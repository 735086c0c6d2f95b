export interface AvatarProps {
  /** Two letters; a dash when nobody. */
  initials?: string;
  whose: 'me' | 'colleague' | 'nobody';
  /** Full name, read aloud and shown on hover; leave out where the name stands beside it. */
  name?: string;
}

/** Initials in a circle: filled blue is me, grey a colleague, dashed nobody. */
export function Avatar({ initials, whose, name }: AvatarProps) {
  const look = { me: 'av me', colleague: 'av', nobody: 'av no' }[whose];
  return (
    <>
      <span class={look} title={name} aria-hidden="true">
        {initials ?? '–'}
      </span>
      {name && <span class="sr">{name}</span>}
    </>
  );
}
