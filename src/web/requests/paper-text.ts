import type { Block, Paper } from '../../app/ports/printer.ts';

/** A paper as lines of text, for charts that take nothing else: headings stand alone, what is listed has a mark before it. */
export function paperText({ blocks }: Pick<Paper, 'blocks'>): string {
  return blocks
    .map((block, index) => {
      const text = textOf(block);
      // What goes on without a gap stands under what it belongs to.
      const apart = index > 0 && block.kind === 'heading' ? '\n' : '';
      return text && `${apart}${text}\n`;
    })
    .join('');
}

function textOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return block.level < 3 ? `${block.text}\n${(block.level === 1 ? '=' : '-').repeat(24)}` : block.text;
    case 'text':
    case 'picture':
      return block.text;
    case 'facts':
      return block.rows.map(([label, value]) => `${label}: ${value}`).join('\n');
    case 'list':
      return block.items.map((item, nth) => `${block.ordered ? `${nth + 1}.` : '-'} ${item}`).join('\n');
    case 'table':
      return [block.heads, ...block.rows].map(cells => cells.join('\t')).join('\n');
    case 'page':
      return '';
    default:
      return block satisfies never;
  }
}
