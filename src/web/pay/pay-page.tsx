import { type MonthLine, monthAfter, type PayMonth } from '../../app/econsult/pay.ts';
import { useUi } from '../../ui/context.ts';
import { FoldTable } from '../../ui/fold-table.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear, monthShort, number } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { becameOf, money } from './pay-words.ts';
import { Cell, Waiting } from './standing-parts.tsx';

/** Most lines on the page; the file has all. */
const shown = 200;
/** Most lines of the statements of everybody at once. */
const mostStated = 800;

/** A month of payment: who gets how much, and every line with its reason. */
export function PayPage({ month: view, came }: { month: PayMonth; came?: 'done' | 'not-done' }) {
  const ui = useUi();
  const { pay: w } = ui.words;
  const { month, lines, sees } = view;
  const to = (by: number) => `/pay?month=${monthAfter(month, by).slice(0, 7)}`;
  return (
    <Frame title={w.title} here="worklist">
      <header class="stack">
        <h1>{w.title}</h1>
        <p class="dim">{w.lead[sees]}</p>
        {sees !== 'own' && (
          <p>
            <a href="/figures">{w.figures.title}</a>
          </p>
        )}
      </header>
      {came && <Note focus>{came === 'done' ? w.done : w.notDone}</Note>}
      <nav class="line" aria-label={monthShort(month, ui)}>
        <a href={to(-1)}>{w.earlier}</a> <b>{monthShort(month, ui)}</b> <a href={to(1)}>{w.later}</a>
      </nav>
      {view.closedAt && <Note>{w.closed(dayWithYear(view.closedAt, ui))}</Note>}
      {sees !== 'own' && <Waiting lines={view.waiting} />}
      {lines.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <>
          <p>
            <a href={`/pay/file?month=${month.slice(0, 7)}`}>{w.file}</a>
          </p>
          {sees !== 'own' && lines.some(one => one.sent) && (
            <p>
              <a href={`/pay/reconcile?month=${month.slice(0, 7)}`}>{w.reconcile.link}</a>
            </p>
          )}
          {(sees === 'own' ||
            (lines.length <= mostStated && new Set(lines.map(one => one.member)).size <= 60)) && (
            <p>
              <a href={`/pay/statement.pdf?month=${month.slice(0, 7)}`}>
                {sees === 'own' ? w.statements.own : w.statements.all}
              </a>
            </p>
          )}
          <Totals view={view} />
          <Lines lines={lines} />
        </>
      )}
      {view.mayClose && (
        <Form action="/pay" class="stack act" label={w.close}>
          <input type="hidden" name="month" value={month.slice(0, 7)} />
          <p class="dim s">{w.closeHint}</p>
          <div class="acts">
            <SubmitButton look="main">{w.close}</SubmitButton>
          </div>
        </Form>
      )}
    </Frame>
  );
}

function Totals({ view: { lines, sites, sees, keys, month } }: { view: PayMonth }) {
  const ui = useUi();
  const { pay: w } = ui.words;
  const { heads } = w;
  const groups = new Map<string, MonthLine[]>();
  for (const one of lines.filter(({ code, cents }) => code !== null && cents !== 0)) {
    const id = `${one.site}|${one.member}|${one.side}|${one.code}`;
    groups.set(id, [...(groups.get(id) ?? []), one]);
  }
  const all = sees === 'all' ? [heads.site] : [];
  return (
    <section class="stack" aria-labelledby="totals">
      <h2 id="totals">{w.totals}</h2>
      <FoldTable
        heads={[heads.person, ...all, heads.side, heads.code, heads.count, heads.amount, w.statements.head]}
      >
        {[...groups].map(([id, of]) => {
          const { name, site, side, code, member } = of[0]!;
          const cents = of.reduce((sum, one) => sum + one.cents, 0);
          return (
            <tr key={id}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              {sees === 'all' && <td>{sites.get(site)?.[ui.lang]}</td>}
              <td>{w.sides[side]}</td>
              <td>{code}</td>
              <Cell head={heads.count}>
                {number(of.filter(one => one.reason === 'paid').length, ui.lang)}
              </Cell>
              <Cell head={heads.amount}>{money(cents, ui)}</Cell>
              <td>
                <a
                  href={`/pay/statement.pdf?month=${month.slice(0, 7)}&person=${keys.get(member)}`}
                  aria-label={w.statements.of(name)}
                >
                  {w.statements.head}
                </a>
              </td>
            </tr>
          );
        })}
      </FoldTable>
    </section>
  );
}

function Lines({ lines }: Pick<PayMonth, 'lines'>) {
  const ui = useUi();
  const { pay: w } = ui.words;
  const { heads } = w;
  return (
    <section class="stack" aria-labelledby="lines">
      <h2 id="lines">{w.lines}</h2>
      {lines.length > shown && (
        <p class="dim">{w.firstLines(number(shown, ui.lang), number(lines.length, ui.lang))}</p>
      )}
      <FoldTable
        heads={[
          ...[heads.day, heads.reference, heads.person, heads.side, heads.code],
          ...[heads.minutes, heads.amount, heads.why],
        ]}
      >
        {lines.slice(0, shown).map(one => (
          <tr key={`${one.service}${one.side}${one.code}${one.reason}`}>
            <td>
              <time datetime={one.day}>{dayWithYear(one.day, ui)}</time>
            </td>
            <td>{one.reference}</td>
            <td>
              <bdi>{one.name}</bdi>
            </td>
            <td>{w.sides[one.side]}</td>
            <td>{one.code ?? '–'}</td>
            <Cell head={heads.minutes}>{one.paidMinutes > 0 ? number(one.paidMinutes, ui.lang) : '–'}</Cell>
            <Cell head={heads.amount}>{money(one.cents, ui)}</Cell>
            <td>{becameOf(one, ui)}</td>
          </tr>
        ))}
      </FoldTable>
    </section>
  );
}
