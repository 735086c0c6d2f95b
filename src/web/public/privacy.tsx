import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { CrisisLines } from '../../ui/crisis-lines.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

/** What is kept, who sees it, and what one can do about it. */
export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/privacy',
    enter: ['public'],
    phi: false,
    handle: async () => page(<Privacy />),
  }),
];

export function Privacy() {
  const { words, demo } = useUi();
  return (
    <Frame title={words.privacy.title} kind="front" main="page stack">
      <h1>{words.privacy.title}</h1>
      <p class="lead">{words.privacy.lead}</p>
      {demo && (
        <Note look="soon">
          <p>{words.privacy.demo}</p>
        </Note>
      )}
      {words.privacy.sections.map(([title, text]) => (
        <section key={title}>
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
      <CrisisLines />
    </Frame>
  );
}
