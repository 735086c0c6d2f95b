import { useUi } from './context.ts';
import { number } from './format.ts';

export interface PagerProps {
  /** Rows before this page, rows on it, rows in all. */
  before: number;
  shown: number;
  all: number;
  /** Absent on the first and last page. */
  previous?: string;
  next?: string;
}

/** Where in a long list this page is, and the way to its neighbours. */
export function Pager({ before, shown, all, previous, next }: PagerProps) {
  const { words, lang } = useUi();
  const pages = words.parts.pages;
  const write = (value: number) => number(value, lang);
  if (all === 0) return null;
  return (
    <nav aria-label={pages.label} class="line s">
      <span>{pages.range(write(before + 1), write(before + shown), write(all))}</span>
      {previous && (
        <a href={previous} rel="prev">
          {pages.previous}
        </a>
      )}
      {next && (
        <a href={next} rel="next">
          {pages.next}
        </a>
      )}
    </nav>
  );
}
