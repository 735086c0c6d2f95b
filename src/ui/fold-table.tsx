import type { ComponentChildren } from 'preact';
import { useUi } from './context.ts';

export interface FoldTableProps {
  /** Heads of the columns. */
  heads: readonly string[];
  /** What the table is, where no heading says it. */
  caption?: string;
  /** Its rows. */
  children: ComponentChildren;
}

/** A small table whose rows become cards on a phone. */
export function FoldTable({ heads, caption, children }: FoldTableProps) {
  return (
    <table class="mini fold">
      {caption !== undefined && <caption class="s">{caption}</caption>}
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

export interface FoldRowProps {
  /** What the row is of. */
  of: ComponentChildren;
  /** Heads of the columns after the first, which stand before each cell on a phone. */
  heads: readonly string[];
  cells: readonly string[];
}

/** A row of such a table. */
export function FoldRow({ of, heads, cells }: FoldRowProps) {
  const { fields } = useUi().words;
  return (
    <tr>
      <th scope="row">{of}</th>
      {cells.map((cell, at) => (
        <td key={heads[at]}>
          <span class="fold-label s dim">{fields.about(heads[at]!, '')}</span>
          {cell}
        </td>
      ))}
    </tr>
  );
}
