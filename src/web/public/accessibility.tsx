import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { CrisisLines } from '../../ui/crisis-lines.tsx';
import { Frame } from '../../ui/frame.tsx';

/** What we build to, how we check it, and what is not good enough yet. */
export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/accessibility',
    enter: ['public'],
    phi: false,
    handle: async () => page(<Accessibility />),
  }),
];

export function Accessibility() {
  const words = useUi().words.accessibility;
  return (
    <Frame title={words.title} kind="front" main="page stack">
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {words.sections.map(({ title, items }) => (
        <section key={title}>
          <h2>{title}</h2>
          <ul>
            {items.map(item => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
      <section>
        <h2>{words.tell.title}</h2>
        <p>{words.tell.what}</p>
      </section>
      <CrisisLines />
    </Frame>
  );
}
