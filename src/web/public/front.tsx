import { page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { CrisisLines } from '../../ui/crisis-lines.tsx';
import type { IconName } from '../../ui/drawings.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Steps } from '../../ui/steps.tsx';
import { Drawing } from './drawing.tsx';

/** The public front page: two doors, how each works, the directory, how to join, and what a patient needs to know. */
export const routes: Route[] = [
  route({
    method: 'GET',
    url: '/',
    enter: ['public'],
    phi: false,
    handle: async () => page(<Front />),
  }),
];

export function Front() {
  const words = useUi().words.front;
  return (
    <Frame title={words.title} kind="front" here="home" main="">
      <div class="band">
        <div class="page wide hero">
          <div class="cols two">
            <div class="stack">
              <h1>{words.heading}</h1>
              <p class="lead">{words.lead}</p>
            </div>
            <Drawing />
          </div>
          <div class="cols two">
            <Door id="advice" icons={['edit', 'user', 'say', 'check']} words={words.advice} icon="say" />
            <Door id="refer" icons={['right', 'half', 'cal', 'check']} words={words.referral} icon="right" />
          </div>
        </div>
      </div>
      <div class="page wide">
        <FindService />
        <Promises />
        <div class="cols two">
          <HowToJoin />
          <ForPatients />
        </div>
      </div>
    </Frame>
  );
}

interface DoorProps {
  id: string;
  icon: IconName;
  icons: readonly IconName[];
  words: { title: string; what: string; steps: string[][]; act: string };
}

/** One of the two ways in, with its four steps drawn; the third is the one people wait for. */
function Door({ id, icon, icons, words }: DoorProps) {
  return (
    <section class="card door stack" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <p>{words.what}</p>
      <ol class="flow">
        {words.steps.map(([title, detail], index) => (
          <li key={title} class={index === 2 ? 'on' : undefined}>
            <Icon name={icons[index]!} />
            <strong>{title}</strong>
            {detail}
            {index < words.steps.length - 1 && (
              <span class="to">
                <Icon name="right" />
              </span>
            )}
          </li>
        ))}
      </ol>
      <ButtonLink href="/ask" look="main" big icon={icon}>
        {words.act}
      </ButtonLink>
    </section>
  );
}

function FindService() {
  const words = useUi().words.front.find;
  return (
    <section class="stack" aria-labelledby="find">
      <h2 id="find">{words.title}</h2>
      <search>
        <form class="line" action="/directory">
          <label class="sr" for="q">
            {words.what}
          </label>
          <input
            class="in mid"
            id="q"
            name="q"
            type="search"
            maxLength={200}
            placeholder={words.whatExample}
          />
          <label class="sr" for="near">
            {words.near}
          </label>
          <input class="in short" id="near" name="near" maxLength={100} placeholder={words.nearExample} />
          <button type="submit" class="btn">
            <Icon name="search" />
            {words.act}
          </button>
        </form>
      </search>
      <p class="s dim">{words.open}</p>
    </section>
  );
}

function Promises() {
  const words = useUi().words.front.count;
  return (
    <section aria-labelledby="count">
      <h2 id="count">{words.title}</h2>
      <div class="cols three">
        {words.points.map(([title, text]) => (
          <div key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
          </div>
        ))}
      </div>
    </section>
  );
}

function HowToJoin() {
  const words = useUi().words.front.join;
  const steps = words.steps.map(([title = '', detail], index) => ({
    ...{ title, detail: <span class="dim">{detail}</span> },
    state: index === 0 ? ('now' as const) : ('later' as const),
  }));
  return (
    <section class="stack" aria-labelledby="join">
      <h2 id="join">{words.title}</h2>
      <Steps steps={steps} />
      <ButtonLink href="/join">{words.act}</ButtonLink>
    </section>
  );
}

function ForPatients() {
  const ui = useUi();
  const words = ui.words.front;
  return (
    <section class="stack" aria-labelledby="patients">
      <h2 id="patients">{words.patients.title}</h2>
      <p>{words.patients.what}</p>
      {ui.demo && (
        <p>
          <a href="/sign-in">{words.patients.sample}</a>
        </p>
      )}
      <CrisisLines />
    </section>
  );
}
