import type { StoryItem } from '../../domain/timeline/timeline.ts';
import type { Words } from '../../words/words.ts';

/** Of a consult note, whether the patient may read it (docs/decisions/0060); undefined of any other answer. */
export function noteReadBy(
  { story }: Words,
  { code, readBy }: Extract<StoryItem, { kind: 'answer' }>,
): string | undefined {
  if (!['completed', 'consult-note'].includes(code)) return undefined;
  return readBy === 'everyone' ? story.noteRead : story.noteUnread;
}
