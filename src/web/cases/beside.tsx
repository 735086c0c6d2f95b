import type { FormsByKey } from '../../app/forms/forms-of-story.ts';
import { storyOf } from '../../domain/timeline/timeline.ts';
import { useUi } from '../../ui/context.ts';
import { Timeline } from '../../ui/timeline.tsx';
import { Item } from '../requests/item.tsx';
import type { ActOn } from './act.ts';

/** What was asked and said so far, and the files, beside a form. */
export function Beside({ on, forms }: { on: ActOn; forms: FormsByKey }) {
  const ui = useUi();
  const { story: request, one, actor: me } = on;
  const story = storyOf([one]);
  const telling = { ui, names: request.names, request, me, story, forms, filter: 'all', one } as const;
  const said = story.chapters[0]!.items.filter(
    item =>
      item.kind === 'message' || item.kind === 'answer' || (item.kind === 'line' && item.files.length > 0),
  );
  return (
    <section class="stack" aria-labelledby="beside">
      <h2 id="beside">{ui.words.acts.asked}</h2>
      <Timeline label={ui.words.acts.asked}>
        {said.map((item, index) => (
          <Item key={index} item={item} telling={{ ...telling, present: false }} />
        ))}
      </Timeline>
    </section>
  );
}
