import type { Block, Paper } from '../../app/ports/printer.ts';
import { FoldTable } from '../../ui/fold-table.tsx';

/** A paper as a page: what the PDF says, for a browser that prints. */
export function PaperView({ paper }: { paper: Paper }) {
  return (
    <article class="card stack" lang={paper.language}>
      {paper.blocks.map((block, index) => (
        // The blocks of a paper never change places.
        <BlockView key={index} block={block} />
      ))}
    </article>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 3 ? <h3>{block.text}</h3> : <h2>{block.text}</h2>;
    case 'text':
      return <p class={block.quiet ? 'typed s dim' : 'typed'}>{block.text}</p>;
    case 'facts':
      return (
        <dl class="kv tight">
          {block.rows.map(([label, value]) => (
            <>
              <dt key={label}>{label}</dt>
              <dd class="typed">{value}</dd>
            </>
          ))}
        </dl>
      );
    case 'list': {
      const items = block.items.map(item => <li key={item}>{item}</li>);
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'table':
      return (
        <FoldTable heads={block.heads}>
          {block.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, at) => (
                <td key={block.heads[at]} class="typed">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </FoldTable>
      );
    case 'picture':
      return <p class="typed s dim">{block.text}</p>;
    case 'page':
      return <hr />;
    default:
      return block satisfies never;
  }
}
