import {
  learningKinds,
  learningTexts,
  mostOfLearning,
  type TypedLearning,
} from '../../domain/library/learning.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { DateField, NumberField, Select, TextArea, TextField } from '../../ui/fields.tsx';
import { ButtonLink, EnterSubmits, Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { todayAt } from '../../ui/patient-words.ts';

export interface EntryPageProps {
  typed: TypedLearning;
  /** The entry that is changed; absent for a new one. */
  of?: { key: string; version: number };
  /** The eConsult that a new one begins with, and its request while that is known. */
  from?: { caseKey: string; requestKey?: string };
  errors?: readonly FieldError[];
  /** What may tell who a patient is; it was seen when the form comes back with the same. */
  marked?: readonly string[];
  replaced?: boolean;
  problem?: 'stale' | 'full';
}

/** A new entry, or one that is changed. */
export function EntryPage(props: EntryPageProps) {
  const { of, from, errors = [], marked = [], replaced, problem } = props;
  const w = useUi().words.learning;
  const title = of ? w.editTitle : w.newTitle;
  const back = from?.requestKey ? `/requests/${from.requestKey}` : '/learning';
  return (
    <Frame title={title}>
      <header class="stack">
        <p class="s">
          <a href={back}>{from?.requestKey ? w.backToCase : w.back}</a>
        </p>
        <h1>{title}</h1>
        <p class="dim">{w.formLead}</p>
      </header>
      <ErrorSummary errors={errors} />
      {problem && (
        <Note look="late" focus>
          {w[problem]}
        </Note>
      )}
      {replaced && <Note focus>{w.replaced}</Note>}
      {from && errors.length === 0 && marked.length === 0 && !replaced && <Note>{w.fromCase}</Note>}
      {marked.length > 0 && (
        <Note look="soon" focus>
          <p>
            {w.marked} <bdi>{marked.join(' · ')}</bdi>
          </p>
          <p>{w.markedDo}</p>
        </Note>
      )}
      <EntryForm {...props} title={title} />
      {of && <Remove entry={of.key} />}
    </Frame>
  );
}

function EntryForm({ typed, of, from, errors = [], marked = [], title }: EntryPageProps & { title: string }) {
  const w = useUi().words.learning;
  return (
    <Form
      class="stack act"
      action={of ? `/learning/${of.key}` : '/learning/new'}
      turn={of?.version}
      label={title}
    >
      <EnterSubmits />
      {from && <input type="hidden" name="case" value={from.caseKey} />}
      <input type="hidden" name="seen" value={marked.join('\n')} />
      <Facts typed={typed} errors={errors} />
      {learningTexts.slice(1).map(name => (
        <TextArea
          key={name}
          name={name}
          label={w.texts[name]}
          hint={w.hints[name]}
          value={typed[name]}
          rows={name === 'sources' ? 2 : 4}
          maxLength={mostOfLearning[name]}
          required={name === 'learnt'}
          error={errorOf(errors, name)}
        />
      ))}
      <div class="line">
        <SubmitButton look="main" name="do" value="keep">
          {marked.length > 0 ? w.keepSo : w.keep}
        </SubmitButton>
        {marked.length > 0 && (
          <SubmitButton name="do" value="replace">
            {w.replace}
          </SubmitButton>
        )}
        <ButtonLink href="/learning" look="text">
          {w.back}
        </ButtonLink>
      </div>
    </Form>
  );
}

function Facts({ typed, errors }: Required<Pick<EntryPageProps, 'typed' | 'errors'>>) {
  const ui = useUi();
  const w = ui.words.learning;
  const kinds = learningKinds.map(value => ({ value, label: w.kinds[value] }));
  return (
    <>
      <DateField
        name="day"
        label={w.day}
        value={typed.day}
        max={todayAt(ui)}
        required
        error={errorOf(errors, 'day')}
      />
      <Select
        name="kind"
        label={w.kind}
        choices={kinds}
        empty={ui.words.fields.choose}
        value={typed.kind}
        error={errorOf(errors, 'kind')}
        required
      />
      <TextField
        name="topic"
        label={w.texts.topic}
        hint={w.hints.topic}
        value={typed.topic}
        maxLength={mostOfLearning.topic}
        error={errorOf(errors, 'topic')}
        width="mid"
      />
      <NumberField
        name="minutes"
        label={w.minutes}
        hint={w.minutesHint}
        value={typed.minutes}
        required
        error={errorOf(errors, 'minutes')}
      />
    </>
  );
}

function Remove({ entry }: { entry: string }) {
  const w = useUi().words.learning;
  return (
    <details>
      <summary>{w.remove}</summary>
      <Form class="stack act" action={`/learning/${entry}/remove`} label={w.remove}>
        <p>{w.removeHint}</p>
        <div class="line">
          <SubmitButton look="harm">{w.remove}</SubmitButton>
        </div>
      </Form>
    </details>
  );
}
