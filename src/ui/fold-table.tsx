import type { ComponentChildren } from 'preact';

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
