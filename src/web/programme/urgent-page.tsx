import type { NamedChange, UrgentList, UrgentProblem } from '../../app/directory/urgent-phrases.ts';
import type { UrgentPhrase } from '../../app/ports/urgent-phrases.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Radios, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { momentLong } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

export interface TypedPhrase {
  language: 'en' | 'fr';
  phrase: string;
  problem: UrgentProblem;
}

interface UrgentPageProps {
  list: UrgentList;
  done?: 'saved';
  /** What could not be added. */
  typed?: TypedPhrase;
}

/** Every phrase in both languages, a new one, and who changed what. */
export function UrgentPage({ list: { phrases, changes }, done, typed }: UrgentPageProps) {
  const { words } = useUi();
  const w = words.urgent;
  const error = typed && w.problems[typed.problem];
  return (
    <Frame title={w.title} here="worklist">
      <header class="stack">
        <p class="s">
          <a href="/programme">{words.synonyms.toProgramme}</a>
        </p>
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
        <p class="dim">{w.how}</p>
      </header>
      <ErrorSummary errors={error ? [{ field: 'phrase', label: w.phrase, message: error }] : []} />
      {done && <Note focus>{w.saved}</Note>}
      <Form class="card flat stack" action="/programme/urgent" label={w.add}>
        <Radios
          name="language"
          label={w.language}
          value={typed?.language ?? 'en'}
          line
          choices={[
            { value: 'en', label: words.synonyms.english },
            { value: 'fr', label: words.synonyms.french },
          ]}
        />
        <TextField
          name="phrase"
          label={w.phrase}
          hint={w.hint}
          value={typed?.phrase}
          error={error}
          width="mid"
        />
        <SubmitButton look="main" icon="plus">
          {w.add}
        </SubmitButton>
      </Form>
      <div class="cols two">
        <Phrases language="en" title={words.synonyms.english} phrases={phrases} />
        <Phrases language="fr" title={words.synonyms.french} phrases={phrases} />
      </div>
      <History changes={changes} />
    </Frame>
  );
}

interface PhrasesProps {
  language: 'en' | 'fr';
  title: string;
  phrases: readonly UrgentPhrase[];
}

function Phrases({ language, title, phrases }: PhrasesProps) {
  const w = useUi().words.urgent;
  const own = phrases.filter(one => one.language === language);
  return (
    <section class="stack" aria-labelledby={`in-${language}`}>
      <h2 id={`in-${language}`}>{title}</h2>
      {own.length === 0 && <p>{w.none}</p>}
      <ul class="plain rows s">
        {own.map(one => (
          <li key={one.key}>
            <a href={`/programme/urgent/${one.key}`} lang={language}>
              {one.phrase}
            </a>{' '}
            <span class="dim">{one.changedAt === null ? w.shipped : w.own}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ changes }: { changes: readonly NamedChange[] }) {
  const ui = useUi();
  const w = ui.words.urgent;
  return (
    <section class="stack" aria-labelledby="history">
      <h2 id="history">{w.history}</h2>
      {changes.length === 0 && <p>{w.noHistory}</p>}
      <ul class="plain rows s">
        {changes.map(one => (
          <li key={one.at + one.was + one.now}>
            <time datetime={one.at}>{momentLong(one.at, ui)}</time>: {w.changed(one.was, one.now)}
            {one.by !== '' && <span class="dim">, {one.by}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Changes one phrase, or takes it out. */
export function UrgentForm(props: { one: UrgentPhrase; typed: string; problem?: UrgentProblem }) {
  const ui = useUi();
  const w = ui.words.urgent;
  const { one, typed, problem } = props;
  const wrong = problem !== undefined && problem !== 'stale' ? w.problems[problem] : undefined;
  const at = `/programme/urgent/${one.key}`;
  return (
    <Frame title={w.change} here="worklist">
      <header class="stack">
        <p class="s">
          <a href="/programme/urgent">{w.title}</a>
        </p>
        <h1>{w.change}</h1>
      </header>
      <ErrorSummary errors={wrong ? [{ field: 'phrase', label: w.phrase, message: wrong }] : []} />
      {problem === 'stale' && (
        <Note look="soon" focus>
          {w.problems.stale} {w.now(one.removedAt === null ? one.phrase : '')}
        </Note>
      )}
      {problem !== 'stale' && one.removedAt !== null && <Note look="soon">{w.isRemoved}</Note>}
      <Form class="stack" action={at} turn={one.version} label={w.change}>
        <TextField
          name="phrase"
          label={w.phrase}
          hint={w.hint}
          value={typed}
          error={wrong}
          lang={one.language}
          width="mid"
        />
        <SubmitButton look="main">{w.save}</SubmitButton>
      </Form>
      {one.removedAt === null && (
        <Form action={`${at}/remove`} turn={one.version} label={w.remove}>
          <SubmitButton look="harm">{w.remove}</SubmitButton>
        </Form>
      )}
    </Frame>
  );
}
