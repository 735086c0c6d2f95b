import { readMyLists } from '../../app/worklist/my-lists.ts';
import { nextInFolder } from '../../app/worklist/worklists.ts';
import type { ActAsk } from './open-act.ts';

/** Verbs with which a request is decided, so that the next may open. */
const deciding: readonly string[] = [
  ...[
    'accept',
    'decline',
    'forward',
    'split',
    'hand-back',
    'advise',
    'manage-elsewhere',
    'redirect',
    'complete',
  ],
  ...['answer', 'turn-back', 'acknowledge', 'close'],
];

/** Where a page leads after a verb: to the story, or for who likes it so to the next request that needs them. */
export async function afterActing(
  { app, actor }: Pick<ActAsk, 'app' | 'actor'>,
  { requestKey, verb }: { requestKey: string; verb: string },
): Promise<string> {
  const story = `/requests/${requestKey}?done=${verb}#latest`;
  if (!deciding.includes(verb)) return story;
  const { settings } = await readMyLists(app, actor);
  if (!settings.opensNext) return story;
  const next = await nextInFolder(app, actor, requestKey);
  return next === null ? story : `/requests/${next}?from=needs-me&after=${requestKey}`;
}
