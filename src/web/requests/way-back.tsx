import type { Folder, Neighbours } from '../../app/ports/worklists.ts';
import { folderNamed } from '../../app/worklist/worklist-folders.ts';
import { useUi } from '../../ui/context.ts';
import { number } from '../../ui/format.ts';
import { type CameFrom, fromQuery, storyUrl } from '../worklist/came-from.ts';
import { listUrl } from '../worklist/filters.tsx';
import { titleOf } from '../worklist/list-page.tsx';

/** The list a story was opened from, and where in it the request stands. */
export interface Origin {
  asked: CameFrom & { from: string };
  folder: Folder;
  /** Null when it is not in there (any more). */
  neighbours: Neighbours | null;
}

/** The folder that an address names, if there is one. */
export function folderFrom({ from }: CameFrom): Folder | undefined {
  return from === undefined ? undefined : folderNamed(from);
}

/** Keeps the way back on another view of the same story: `&from=needs-me`. */
export function alsoFrom(origin: Origin | undefined): string {
  return origin ? `&${fromQuery(origin.asked)}` : '';
}

/** Back to the list, and to those before and after it there. */
export function WayBack({ origin }: { origin?: Origin }) {
  const ui = useUi();
  const { story, parts } = ui.words;
  if (!origin) return <a href="/worklist">{story.back}</a>;
  const { asked, folder, neighbours } = origin;
  const to = (key: string) => storyUrl(key, asked.from, asked);
  return (
    <nav class="line" aria-label={story.back}>
      <a href={listUrl(asked.from, asked)}>{titleOf(ui, folder)}</a>
      {neighbours && (
        <span class="dim">
          {story.place(number(neighbours.at, ui.lang), number(neighbours.all, ui.lang))}
        </span>
      )}
      {neighbours?.previous && (
        <a href={to(neighbours.previous)} rel="prev">
          {parts.pages.previous}
        </a>
      )}
      {neighbours?.next && (
        <a href={to(neighbours.next)} rel="next">
          {parts.pages.next}
        </a>
      )}
    </nav>
  );
}
