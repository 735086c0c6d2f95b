import { myDrafts } from '../../app/drafts/drafts.ts';
import type { DraftLine } from '../../app/ports/drafts.ts';
import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Empty } from '../../ui/empty.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { momentShort } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { withPatients } from '../roles.ts';

/** What was begun and not sent, last kept first. */
function DraftsPage({ lines }: { lines: readonly DraftLine[] }) {
  const ui = useUi();
  const { drafts, ask } = ui.words;
  return (
    <Frame title={drafts.title} here="worklist">
      <header class="stack">
        <h1>{drafts.title}</h1>
        <p class="dim">{drafts.lead}</p>
      </header>
      {lines.length === 0 && (
        <Empty href="/ask" link={ask.title}>
          {drafts.none}
        </Empty>
      )}
      <ul class="plain rows">
        {lines.map(line => (
          <li key={line.key} class="line">
            <span>
              <a href={`/drafts/${line.key}`}>
                <bdi>{line.title || drafts.untitled}</bdi>
              </a>
              <br />
              <span class="s dim">
                {drafts.kinds[line.kind]} · <bdi>{line.patientName}</bdi> ·{' '}
                {drafts.saved(momentShort(line.savedAt, ui))}
                {line.sign && ` · ${drafts.toSign.lines[line.sign]}`}
              </span>
            </span>
            <Form action={`/drafts/${line.key}/discard`} class="far">
              <SubmitButton look="text">
                {drafts.discard}
                <span class="sr">: {line.title || drafts.untitled}</span>
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Frame>
  );
}

export const routes: Route[] = [
  route({
    enter: ['person'],
    roles: withPatients,
    phi: true,
    method: 'GET',
    url: '/drafts',
    handle: async ({ app, actor }) => page(<DraftsPage lines={await myDrafts(app, actor)} />),
  }),
];
