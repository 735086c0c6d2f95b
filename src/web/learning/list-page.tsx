import type { LearningEntry, LearningYear } from '../../app/ports/learning.ts';
import { minutesOf } from '../../domain/library/learning.ts';
import { useUi } from '../../ui/context.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { DateField } from '../../ui/fields.tsx';
import { ButtonLink, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

export interface ListPageProps {
  years: readonly LearningYear[];
  /** The year shown; null when there is no entry at all. */
  year: number | null;
  /** Of that year, the latest first. */
  entries: readonly LearningEntry[];
  done?: 'kept' | 'removed';
  /** Days of a file that could not be made, as typed. */
  typed?: { from: string; until: string };
  errors?: readonly FieldError[];
}

/** One's own record, a year at a time. */
export function ListPage({ years, year, entries, done, typed, errors = [] }: ListPageProps) {
  const w = useUi().words.learning;
  return (
    <Frame title={w.title}>
      <header class="stack">
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      {done && <Note focus>{w.done[done]}</Note>}
      <ErrorSummary errors={errors} />
      <p class="line">
        <ButtonLink href="/learning/new" look="main" icon="plus">
          {w.add}
        </ButtonLink>
      </p>
      {years.length === 0 ? <Empty>{w.empty}</Empty> : <Years {...{ years, year }} />}
      {year !== null && <Year {...{ year, entries }} />}
      {years.length > 0 && <Export typed={typed ?? daysOf(year)} errors={errors} />}
    </Frame>
  );
}

const daysOf = (year: number | null) => ({ from: `${year}-01-01`, until: `${year}-12-31` });

function Years({ years, year }: Pick<ListPageProps, 'years' | 'year'>) {
  const w = useUi().words.learning;
  if (years.length < 2 && years[0]?.year === year) return null;
  return (
    <nav class="line" aria-label={w.years}>
      {years.map(one => (
        <a
          key={one.year}
          href={`/learning?year=${one.year}`}
          aria-current={one.year === year ? 'page' : undefined}
        >
          {one.year}
        </a>
      ))}
    </nav>
  );
}

function Year({ year, entries }: { year: number; entries: readonly LearningEntry[] }) {
  const w = useUi().words.learning;
  const total = w.spent(minutesOf(entries));
  return (
    <section class="stack" aria-labelledby="year">
      <h2 id="year">{year}</h2>
      <p>{entries.length === 0 ? w.emptyYear(year) : w.inYear(entries.length, total)}</p>
      <ul class="plain rows">
        {entries.map(one => (
          <Line key={one.key} one={one} />
        ))}
      </ul>
    </section>
  );
}

/** Characters of what was learnt that a line shows. */
const glimpse = 240;

function Line({ one }: { one: LearningEntry }) {
  const ui = useUi();
  const w = ui.words.learning;
  const short = one.learnt.length > glimpse ? `${one.learnt.slice(0, glimpse).trimEnd()}…` : one.learnt;
  return (
    <li>
      <h3>
        <a href={`/learning/${one.key}`}>{one.topic || w.kinds[one.kind]}</a>
      </h3>
      <p class="dim s">
        {[dayWithYear(one.day, ui), one.topic && w.kinds[one.kind], w.spent(one.minutes)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p class="typed">{short}</p>
    </li>
  );
}

function Export({
  typed,
  errors,
}: {
  typed: { from: string; until: string };
  errors: readonly FieldError[];
}) {
  const w = useUi().words.learning;
  return (
    <section class="card stack" aria-labelledby="export">
      <h2 id="export">{w.exportTitle}</h2>
      <p>{w.exportLead}</p>
      <form method="get" action="/learning/file" class="stack" aria-labelledby="export">
        <div class="line">
          {(['from', 'until'] as const).map(name => (
            <DateField
              key={name}
              name={name}
              label={w[name]}
              value={typed[name]}
              error={errorOf(errors, name)}
            />
          ))}
        </div>
        <div class="line">
          <SubmitButton name="as" value="pdf" look="main">
            {w.pdf}
          </SubmitButton>
          <SubmitButton name="as" value="csv">
            {w.csv}
          </SubmitButton>
        </div>
      </form>
    </section>
  );
}
