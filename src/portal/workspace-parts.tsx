import type { WorkspacePage } from '../app/outside/workspace.ts';
import { useUi } from '../ui/context.ts';
import { momentLong, momentShort } from '../ui/format.ts';

interface Props {
  found: WorkspacePage;
}

/** The visit that stands. */
export function GuestVisit({ found: { one, story } }: Props) {
  const ui = useUi();
  const { referral, workspace, story: storyWords } = ui.words;
  const { appointment, hold, receiver } = one.state;
  if (!appointment || !hold) return null;
  const zone = story.names.sites[receiver.site]?.zone ?? ui.zone;
  const labels: Record<string, string> = referral.labels;
  const { start, length, medium, place, label, instructions } = appointment;
  const facts = [labels[label] ?? label, length && storyWords.minutes(length), referral.media[medium], place];
  return (
    <section class="card stack" aria-labelledby="visit">
      <h2 id="visit">{workspace.visit}</h2>
      <p class="b">
        <time datetime={start}>{momentLong(start, { ...ui, zone })}</time>
      </p>
      <p>{facts.filter(Boolean).join(', ')}</p>
      {instructions && <p class="typed">{instructions}</p>}
    </section>
  );
}

/** Texts that one side wrote to another, oldest first: what is not for a clinic never came here. */
export function SaidHere({ found: { one } }: Props) {
  const ui = useUi();
  const w = ui.words.workspace;
  const said = one.events.flatMap(({ seq, type, at, by, body }) => {
    const words = typeof body === 'object' ? (body.text ?? body.reason) : undefined;
    const text = typeof words === 'string' && type !== 'question' && type !== 'declined' ? words : undefined;
    return text === undefined ? [] : [{ seq, at, side: by.side, text }];
  });
  return (
    <section class="stack" aria-labelledby="said">
      <h2 id="said">{w.story}</h2>
      {said.length === 0 && <p class="dim">{w.nothingSaid}</p>}
      <ol class="plain rows">
        {said.map(({ seq, at, side, text }) => (
          <li key={seq} class="stack">
            <p class="s dim">
              <strong>{w.by[side]}</strong>, {momentShort(at, ui)}
            </p>
            <p class="typed">{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
