import { whoLooked } from '../app/patient/portal.ts';
import type { Look } from '../app/ports/patient-links.ts';
import { page } from '../http/reply.ts';
import { type Route, route } from '../http/route.ts';
import { useUi } from '../ui/context.ts';
import { CrisisLines } from '../ui/crisis-lines.tsx';
import { momentLong } from '../ui/format.ts';
import { Frame } from '../ui/frame.tsx';
import type { Words } from '../words/words.ts';

/** Who looked at my request. */
export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/p/record', enter: ['patient'], phi: true },
    handle: async ask => page(<Record looks={await whoLooked(ask.app, ask.actor)} />),
  }),
];

function Record({ looks }: { looks: readonly Look[] }) {
  const ui = useUi();
  const words = ui.words.portal.record;
  return (
    <Frame title={words.link} kind="plainer">
      <div class="stack">
        <h1>{words.link}</h1>
        <p>{words.lead}</p>
        <p>
          <a href="/p">{words.back}</a>
        </p>
      </div>
      {looks.length === 0 ? <p>{words.none}</p> : <Looks looks={looks} />}
      <CrisisLines />
    </Frame>
  );
}

function Looks({ looks }: { looks: readonly Look[] }) {
  const ui = useUi();
  const words = ui.words.portal.record;
  return (
    <table class="mini">
      <thead>
        <tr>
          <th scope="col">{words.when}</th>
          <th scope="col">{words.who}</th>
          <th scope="col">{words.what}</th>
        </tr>
      </thead>
      <tbody>
        {folded(looks).map((look, index) => (
          <tr key={`${look.at} ${index}`}>
            <td>
              <time datetime={look.at}>{momentLong(look.at, ui)}</time>
            </td>
            <td>{whoOf(look, ui.words, ui.lang)}</td>
            <td>{whatOf(look, words.acts)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The same person doing the same again and again is one line, with its latest time. */
function folded(looks: readonly Look[]): Look[] {
  const same = (a: Look, b: Look | undefined) =>
    a.kind === b?.kind && a.name === b.name && a.act === b.act && a.at.slice(0, 10) === b.at.slice(0, 10);
  return looks.filter((look, index) => !same(look, looks[index - 1]));
}

function whoOf(look: Look, words: Words, lang: 'en' | 'fr'): string {
  if (look.kind === 'l') return look.name ?? words.portal.record.acts.you;
  const site = lang === 'fr' ? look.siteFr : look.siteEn;
  const named = [look.name, site].filter(Boolean).join(', ');
  return named === '' ? words.frame.product : named;
}

function whatOf({ act, what }: Look, acts: Words['portal']['record']['acts']): string {
  if (what === 'attachment') return acts.file;
  return act === 'open' ? acts.open : acts.change;
}
