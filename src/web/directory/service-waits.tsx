import type { KnownWait, KnownWaits } from '../../app/ports/waits.ts';
import { promiseOf, type Service } from '../../domain/directory/service.ts';
import { useUi } from '../../ui/context.ts';
import { dayWithYear, percent } from '../../ui/format.ts';
import { WaitChart, WaitTable } from '../../ui/wait-chart.tsx';

/** All that is known of the waits of a service: every kind, its trend and age, and what the last year was like. */
export function ServiceWaits({ service, known }: { service: Service; known: KnownWaits }) {
  const ui = useUi();
  const { waits, directory } = ui.words;
  const { claimed } = service;
  const main = known.lines.find(line => line.urgency === '' && line.label === '' && line.median);
  const nothing = known.lines.length === 0 && !claimed;
  if (service.kind === 'community') return null;
  if (nothing && (service.usual || promiseOf(service) === null)) return null;
  return (
    <section class="stack" aria-labelledby="waits">
      <h2 id="waits">{waits.detail}</h2>
      {known.lines.length > 0 && <Lines lines={known.lines} />}
      {main && <About line={main} known={known} />}
      {!main && !service.usual && <Promised service={service} />}
      {claimed && <p class="s">{waits.claimed(directory.span(claimed.days), dayWithYear(claimed.on, ui))}</p>}
      <History service={service} known={known} />
    </section>
  );
}

function Lines({ lines }: { lines: readonly KnownWait[] }) {
  const { waits } = useUi().words;
  return (
    <table class="figures s">
      <caption class="sr">{waits.detail}</caption>
      <thead>
        <tr>
          {Object.values(waits.columns).map(text => (
            <th key={text} scope="col">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(line => (
          <Line key={`${line.measure} ${line.urgency} ${line.label}`} line={line} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line }: { line: KnownWait }) {
  const { waits, directory, referral } = useUi().words;
  const { measure, urgency, label, median, ninetieth, people, waiting } = line;
  const labels: Record<string, string> = referral.labels;
  const what = [waits.measures[measure], urgency && waits.kindOf[urgency], label && (labels[label] ?? label)];
  const said = (one: KnownWait['median']) =>
    one === null ? '–' : one.more ? waits.more(directory.span(one.days)) : directory.span(one.days);
  return (
    <tr>
      <th scope="row">{what.filter(Boolean).join(', ')}</th>
      {people === null ? (
        <td colSpan={4}>{waits.tooFew}</td>
      ) : (
        <>
          <td>{said(median)}</td>
          <td>{said(ninetieth)}</td>
          <td>{people}</td>
          <td>{waiting ?? waits.fewWaiting}</td>
        </>
      )}
    </tr>
  );
}

function About({ line, known }: { line: KnownWait; known: KnownWaits }) {
  const ui = useUi();
  const { waits } = ui.words;
  const sentences = [
    line.trend && waits.trend[line.trend],
    line.measure === 'answer' && line.within7 !== null && waits.within7(percent(line.within7, ui.lang)),
    line.oldest && waits.since(dayWithYear(line.oldest, ui)),
    known.at && waits.age(dayWithYear(known.at.slice(0, 10), ui)),
  ];
  return <p class="s dim">{sentences.filter(Boolean).join(' ')}</p>;
}

/** What stands in the place of figures that are not there. */
function Promised({ service }: { service: Service }) {
  const { waits, directory } = useUi().words;
  const promise = promiseOf(service);
  if (promise === null) return null;
  return <p class="s">{service.kind === 'econsult' ? directory.promise(promise) : waits.decides(promise)}</p>;
}

/** Of the wait that is shown first; one month is no history. */
function History({ service, known }: { service: Service; known: KnownWaits }) {
  const { lang, words } = useUi();
  const [first] = known.history;
  const points = known.history.filter(point => point.measure === first?.measure);
  if (points.length < 2) return null;
  return (
    <>
      <h3>{words.waits.history}</h3>
      <WaitChart points={points} />
      <p class="xs dim">{words.waits.chart.legend}</p>
      <WaitTable points={points} caption={words.waits.chart.label(service.name[lang])} />
    </>
  );
}
