import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Frame } from '../../ui/frame.tsx';

/** How waits are counted, in plain words. Its code is `domain/waits`. */
export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/waits/method',
    enter: ['public'],
    phi: false,
    handle: async () => page(<Method />),
  }),
];

export function Method() {
  const { words } = useUi();
  const { title, lead, sections } = words.waits.page;
  return (
    <Frame title={title} kind="front" main="page stack">
      <h1>{title}</h1>
      <p class="lead">{lead}</p>
      {sections.map(([heading, text]) => (
        <section key={heading}>
          <h2>{heading}</h2>
          <p>{text}</p>
        </section>
      ))}
      <p>
        <a href="/directory">{words.directory.back}</a>
      </p>
    </Frame>
  );
}
