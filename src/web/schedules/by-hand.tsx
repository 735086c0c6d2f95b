import type { Visit } from '../../app/ports/visits.ts';
import { useUi } from '../../ui/context.ts';
import { time } from '../../ui/format.ts';

/** What stands of a visit, in words and never in colour alone. */
export function VisitState({ status }: Pick<Visit, 'status'>) {
  const { states } = useUi().words.schedules.week;
  return <span class="dim s">{states[status]}</span>;
}

/** Whose visit it is, with the way to their request. */
export function VisitOf({ visit }: { visit: Visit }) {
  const { words } = useUi();
  const w = words.schedules;
  if (visit.patient === null) return <>{w.week.other}</>;
  return (
    <>
      <a href={`/requests/${visit.requestKey}`}>
        <bdi>{visit.patient}</bdi>
      </a>
      {visit.urgent && <strong class="urgent"> {w.urgent}</strong>}
    </>
  );
}

/** Visits of a day that stand on no schedule. */
export function ByHand({ visits }: { visits: readonly Visit[] }) {
  const ui = useUi();
  const w = ui.words.schedules.week;
  if (visits.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="hand">
      <h2 id="hand">{w.byHand}</h2>
      <ul class="plain rows">
        {visits.map(visit => (
          <li key={visit.caseKey}>
            <time datetime={visit.start}>{time(visit.start, ui)}</time> <VisitOf visit={visit} />{' '}
            <VisitState status={visit.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}
