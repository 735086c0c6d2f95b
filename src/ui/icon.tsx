import { drawings, type IconName } from './drawings.ts';

/** A drawing of the page's sprite, as large as the text beside it. Decorative: a word always says the same. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="i" aria-hidden="true">
      <use href={`#i-${name}`} />
    </svg>
  );
}

const sprite = Object.entries(drawings)
  .map(([name, drawing]) => `<symbol id="i-${name}" viewBox="0 0 16 16">${drawing}</symbol>`)
  .join('');

/** All drawings, once per page. Their ids start with `i-`. */
export function Sprite() {
  // The text is ours, constant, and has no part that anybody typed.
  return <svg class="sr" aria-hidden="true" dangerouslySetInnerHTML={{ __html: sprite }} />;
}
