import type { ComponentChildren } from 'preact';
import type { AskRoutes } from '../../app/directory/ask-routes.ts';
import type { Found } from '../../app/ports/directory.ts';
import type { Ranked } from '../../domain/directory/rank.ts';
import { useUi } from '../../ui/context.ts';
import { SubmitButton } from '../../ui/form.tsx';
import { MethodLink } from '../../ui/wait-sentence.tsx';
import { Services } from '../at-hand/services.tsx';
import { FirstSuitable } from './first-suitable.tsx';
import { RouteCard } from './route-card.tsx';

interface RoutesListProps {
  routes: AskRoutes;
  /** Advice is a route too. */
  advice: boolean;
  /** What needs no form, in a column of its own. */
  beside?: ComponentChildren;
  /** The patient may be let choose among several. */
  choice?: boolean;
}

/** Advice groups and services side by side, each with a button of the form around them that posts its key as `service`. */
export function RoutesList({ routes, advice, beside, choice }: RoutesListProps) {
  const { words } = useUi();
  const w = words.ask;
  const first = routes.pool && routes.first;
  const visits = routes.visits.filter(one => one.entry.key !== first?.entry.key);
  const sentOf = ({ entry }: Ranked<Found>) => routes.sentBefore.find(one => one.key === entry.key);
  const cards = [...(first ? [first] : []), ...visits];
  const sentElsewhere = routes.sentBefore.filter(one => !cards.some(card => card.entry.key === one.key));
  return (
    <section class="stack" aria-labelledby="routes">
      <div class="line">
        <h2 id="routes">{w.routes}</h2>
        <span class="s dim">
          {w.order} <MethodLink />
        </span>
      </div>
      <div class={columns(advice, beside !== undefined)}>
        {advice && (
          <section class="stack" aria-labelledby="advice">
            <h3 id="advice">{w.advice}</h3>
            {routes.advice.length === 0 && <p>{w.noAdvice}</p>}
            {routes.advice.map((one, n) => (
              <RouteCard key={one.entry.key} one={one} best={n === 0} busy={routes.busy.get(one.entry.key)} />
            ))}
            {routes.advice.some(one => one.reasons.some(({ code }) => code === 'asked-first')) && (
              <p class="s">
                <a href="/account#regions">{words.askingRegions.change}</a>
              </p>
            )}
          </section>
        )}
        <section class="stack" aria-labelledby="visit">
          <h3 id="visit">{w.visit}</h3>
          {routes.pool && first && <FirstSuitable pool={routes.pool} one={first} sent={sentOf(first)} />}
          {cards.length === 0 && <p>{w.noVisit}</p>}
          {visits.map((one, n) => (
            <RouteCard key={one.entry.key} one={one} best={!advice && !first && n === 0} sent={sentOf(one)} />
          ))}
          <Services title={words.atHand.sent} services={sentElsewhere} choose level="h4" />
          {choice && routes.visits.length > 0 && (
            <p>
              <SubmitButton name="do" value="choice" icon="split">
                {words.drafts.choice.title}
              </SubmitButton>
            </p>
          )}
          <p class="s">
            <a href="/directory">{w.more}</a>
          </p>
        </section>
        {beside}
      </div>
    </section>
  );
}

function columns(advice: boolean, beside: boolean): string {
  if (advice && beside) return 'cols route';
  return advice || beside ? 'cols two' : 'cols';
}
