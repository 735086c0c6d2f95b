import type { ComponentChildren } from 'preact';
import { isWaiting, type MonthLine } from '../../app/econsult/pay.ts';
import { claimName } from '../../domain/pay/payer-answer.ts';
import type { Reckoning } from '../../domain/pay/standing.ts';
import { useUi } from '../../ui/context.ts';
import { FoldTable } from '../../ui/fold-table.tsx';
import { monthShort, number } from '../../ui/format.ts';
import { money, sumNames } from './pay-words.ts';

const mostShown = 200;

/** What was claimed, and what came of it. */
export function Sums({ sums, title }: { sums: Reckoning; title: string }) {
  const ui = useUi();
  const { pay: w } = ui.words;
  return (
    <section class="stack" aria-labelledby="sums">
      <h2 id="sums">{title}</h2>
      <FoldTable heads={[w.state, w.reconcile.sum]}>
        {sumNames.map(name => (
          <tr key={name}>
            <th scope="row">{w.sums[name]}</th>
            <td>{money(sums[name], ui)}</td>
          </tr>
        ))}
      </FoldTable>
    </section>
  );
}

/** A cell with its head before it on a phone. */
export function Cell({ head, children }: { head: string; children: ComponentChildren }) {
  return (
    <td>
      <span class="fold-label s dim">{useUi().words.fields.about(head, '')}</span>
      {children}
    </td>
  );
}

/** What somebody must do: lines that were not paid as claimed. Nothing where there are none. */
export function Waiting({ lines }: { lines: readonly MonthLine[] }) {
  const ui = useUi();
  const { waiting: w, heads, claim, payerSaid, answer } = ui.words.pay;
  const open = lines.flatMap(one => (one.sent && isWaiting(one.sent) ? [{ ...one, sent: one.sent }] : []));
  if (open.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="waiting">
      <h2 id="waiting">{w.title}</h2>
      <p class="dim">{w.lead}</p>
      {open.length > mostShown && (
        <p class="dim">{answer.first(number(mostShown, ui.lang), number(open.length, ui.lang))}</p>
      )}
      <FoldTable heads={[claim, w.open, heads.person, heads.reference, w.rest, w.payer]}>
        {open.slice(0, mostShown).map(({ sent, name, reference }) => {
          const { standing } = sent;
          const named = claimName(sent.claim, standing.attempt);
          return (
            <tr key={sent.claim}>
              <th scope="row">
                <a href={`/pay/claims/${named}`} aria-label={w.settle(named)}>
                  {named}
                </a>
              </th>
              <td>{monthShort(sent.month, ui)}</td>
              <td>
                <bdi>{name}</bdi>
              </td>
              <td>{reference}</td>
              <Cell head={w.rest}>{money(standing.refused, ui)}</Cell>
              <Cell head={w.payer}>
                <bdi>{payerSaid(standing.last?.code ?? '', standing.last?.said ?? '') || '–'}</bdi>
              </Cell>
            </tr>
          );
        })}
      </FoldTable>
    </section>
  );
}
