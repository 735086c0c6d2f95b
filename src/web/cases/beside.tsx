import type { FormsByKey } from '../../app/forms/forms-of-story.ts';
import type { EarlierRequest } from '../../app/ports/worklists.ts';
import { storyOf } from '../../domain/timeline/timeline.ts';
import { useUi } from '../../ui/context.ts';
import { Timeline } from '../../ui/timeline.tsx';
import { Earlier } from '../requests/beside-patient.tsx';
import { Item } from '../requests/item.tsx';
import type { ActOn } from './act.ts';
import { StatusTag } from './case-head.tsx';
import { colleaguesOf } from './colleagues.ts';
import { receiverName } from './names.ts';

interface BesideProps {
  on: ActOn;
  forms: FormsByKey;
  earlier?: readonly EarlierRequest[] | undefined;
}

/** What was asked and said so far, with the files, and what else of the patient is here, beside a form. */
export function Beside({ on, forms, earlier = [] }: BesideProps) {
  const { acts } = useUi().words;
  return (
    <section class="stack" aria-labelledby="beside">
      <h2 id="beside">{acts.asked}</h2>
      <SaidIn on={on} forms={forms} label={acts.asked} />
      {colleaguesOf(on.story, on.one).map(one => (
        <Colleague key={one.key} on={{ ...on, one }} forms={forms} />
      ))}
      <Earlier telling={{ earlier }} />
    </section>
  );
}

/** What a colleague was asked for the answer that is written here, and said. */
function Colleague({ on, forms }: { on: ActOn; forms: FormsByKey }) {
  const ui = useUi();
  const { colleague: w } = ui.words;
  const { one, story, actor: me } = on;
  const title = w.besideTitle(receiverName({ ui, names: story.names, me }, one.state.receiver));
  const answered = one.events.some(({ type }) => type === 'answered');
  return (
    <>
      <div class="line">
        <h3>{title}</h3>
        <StatusTag one={one} />
      </div>
      <SaidIn on={on} forms={forms} label={title} />
      {!answered && <p class="s dim">{w.noAnswerYet}</p>}
    </>
  );
}

function SaidIn({ on, forms, label }: { on: ActOn; forms: FormsByKey; label: string }) {
  const ui = useUi();
  const { story: request, one, actor: me } = on;
  const story = storyOf([one]);
  const telling = { ui, names: request.names, request, me, story, forms, filter: 'all', one } as const;
  const said = story.chapters[0]!.items.filter(
    item =>
      item.kind === 'message' || item.kind === 'answer' || (item.kind === 'line' && item.files.length > 0),
  );
  return (
    <Timeline label={label}>
      {said.map((item, index) => (
        <Item key={index} item={item} telling={{ ...telling, present: false }} />
      ))}
    </Timeline>
  );
}
