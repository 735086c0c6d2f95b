import type { SynonymProblem, TypedSynonyms } from '../../app/directory/check-synonyms.ts';
import type { NamedSynonyms } from '../../app/directory/synonyms.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, type FieldError } from '../../ui/error-summary.tsx';
import { TextArea, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { momentLong } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import type { Words } from '../../words/words.ts';

export interface SynonymFormProps {
  /** The group as it is now; absent for a new one. */
  group?: NamedSynonyms;
  typed: TypedSynonyms;
  problems?: readonly SynonymProblem[];
  /** Somebody changed `group` since this form was drawn for the first time. */
  stale?: boolean;
}

/** Adds a group of words that mean the same, or changes one. */
export function SynonymForm({ group, typed, problems = [], stale }: SynonymFormProps) {
  const { words } = useUi();
  const w = words.synonyms;
  const title = group ? w.form.change : w.form.add;
  const errors = problems.map(one => errorIn(words, one));
  return (
    <Frame title={title} here="worklist">
      <header class="stack">
        <p class="s">
          <a href="/programme/synonyms">{w.back}</a>
        </p>
        <h1>{title}</h1>
      </header>
      <ErrorSummary errors={errors} />
      {group && <Standing group={group} stale={stale} />}
      <OtherGroups problems={problems} />
      <Form
        class="stack"
        action={`/programme/synonyms/${group?.key ?? 'new'}`}
        turn={group?.version}
        label={title}
      >
        <Fields typed={typed} errors={errors} />
        <div class="acts">
          <SubmitButton look="main">{stale ? w.form.saveAnyway : w.form.save}</SubmitButton>
        </div>
      </Form>
      {group && group.removedAt === null && (
        <Form action={`/programme/synonyms/${group.key}/remove`} turn={group.version} label={w.form.remove}>
          <SubmitButton look="harm">{w.form.remove}</SubmitButton>
        </Form>
      )}
    </Frame>
  );
}

function Fields({ typed, errors }: { typed: TypedSynonyms; errors: readonly FieldError[] }) {
  const { form } = useUi().words.synonyms;
  const of = (name: keyof TypedSynonyms) => {
    const said = errors.filter(one => one.field === name).map(one => one.message);
    return { name, value: typed[name], error: said.length > 0 ? said.join(' ') : undefined };
  };
  return (
    <>
      <div class="cols two">
        <TextArea {...of('english')} label={form.english} hint={form.termsHint} rows={5} lang="en" />
        <TextArea {...of('french')} label={form.french} hint={form.termsHint} rows={5} lang="fr" />
      </div>
      <TextField {...of('also')} label={form.also} hint={form.alsoHint} />
    </>
  );
}

/** Where the group comes from, and what somebody else did to it meanwhile. */
function Standing({ group, stale }: { group: NamedSynonyms; stale?: boolean }) {
  const ui = useUi();
  const { form } = ui.words.synonyms;
  const name = group.by || form.somebody;
  const moment = momentLong(group.removedAt ?? group.changedAt ?? ui.now, ui);
  if (group.removedAt !== null)
    return (
      <Note look="soon" focus={stale}>
        {form.removedBy(name, moment)}
      </Note>
    );
  if (stale)
    return (
      <Note look="soon" focus>
        <p>{form.stale(name, moment)}</p>
        <Now group={group} />
        <p>{form.yours}</p>
      </Note>
    );
  return <p class="dim s">{group.changedAt === null ? form.shipped : form.changedBy(name, moment)}</p>;
}

function Now({ group }: { group: NamedSynonyms }) {
  const w = useUi().words.synonyms;
  const or = (text: string) => text || w.form.nothing;
  return (
    <dl class="kv">
      <dt>{w.english}</dt>
      <dd lang="en">{or(group.english.join(', '))}</dd>
      <dt>{w.french}</dt>
      <dd lang="fr">{or(group.french.join(', '))}</dd>
      <dt>{w.also}</dt>
      <dd>{or(group.also)}</dd>
    </dl>
  );
}

/** The way to the groups that hold a word already. */
function OtherGroups({ problems }: { problems: readonly SynonymProblem[] }) {
  const w = useUi().words.synonyms.problems;
  const taken = problems.filter(one => one.code === 'taken');
  if (taken.length === 0) return null;
  return (
    <ul class="plain">
      {taken.map(one => (
        <li key={one.word}>
          <a href={`/programme/synonyms/${one.by.key}`}>{w.open(one.word)}</a>
        </li>
      ))}
    </ul>
  );
}

function errorIn({ synonyms: w }: Words, problem: SynonymProblem): FieldError {
  return { field: problem.field, label: w.form[problem.field], message: sentence(w.problems, problem) };
}

/** What is wrong, in a sentence. */
export function sentence(said: Words['synonyms']['problems'], problem: SynonymProblem): string {
  if (problem.code === 'taken') return said.taken(problem.word, problem.by.words);
  if ('word' in problem) return said[problem.code](problem.word);
  return said[problem.code];
}

/** A group as the form shows it. */
export function typedOf(group: NamedSynonyms): TypedSynonyms {
  return { english: group.english.join('\n'), french: group.french.join('\n'), also: group.also };
}
