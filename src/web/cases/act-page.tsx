import type { ComponentChildren } from 'preact';
import type { FormsByKey } from '../../app/forms/forms-of-story.ts';
import type { Attachment } from '../../app/ports/attachments.ts';
import type { Look } from '../../app/ports/looks.ts';
import type { EarlierRequest } from '../../app/ports/worklists.ts';
import { Acts } from '../../ui/action-bar.tsx';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, type FieldError } from '../../ui/error-summary.tsx';
import { ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { Looking } from '../requests/looking.tsx';
import type { ActOn, AnyAct } from './act.ts';
import { ActFiles } from './act-files.tsx';
import { Beside } from './beside.tsx';
import { CaseHead, PatientStrip } from './case-head.tsx';
import { verbWord } from './names.ts';

/** Why the form is here again, above it. */
export interface ActNote {
  title: string;
  lines: readonly string[];
}

export interface ActPageProps {
  act: AnyAct;
  on: ActOn;
  typed: unknown;
  more: unknown;
  forms: FormsByKey;
  errors?: readonly FieldError[];
  waiting?: readonly Attachment[];
  note?: ActNote;
  /** The verb may be used now: otherwise what was typed is shown without its button. */
  allowed: boolean;
  /** Colleagues who have the request open too. */
  looking?: readonly Look[];
  /** Other requests of the patient that this site has or had. */
  earlier?: readonly EarlierRequest[];
  /** Of the form that was sent back. */
  receipt?: string;
  /** Of the form that is only drawn again; the case's own when absent. */
  turn?: number;
}

/** The page of one verb: whose case it is, how it stands, and what the verb must carry. */
export function ActPage(props: ActPageProps) {
  const { words } = useUi();
  const { act, on, note, errors = [] } = props;
  const label = verbWord(words, on.one.type, act.verb);
  return (
    <Frame
      title={`${label}, ${on.story.reference}`}
      here="worklist"
      strip={<PatientStrip patient={on.one.patient} reference={on.story.reference} />}
    >
      <header class="stack">
        <p class="s">
          <a href={`/requests/${on.story.key}`}>{words.acts.backTo(on.story.reference)}</a>
        </p>
        <h1 id="act">
          {words.fields.about(label, '')}
          <bdi>{on.one.state.title}</bdi>
        </h1>
        <CaseHead story={on.story} one={on.one} me={on.actor} />
        <Looking requestKey={on.story.key} looking={props.looking ?? []} />
      </header>
      {note && (
        <Note look="soon" title={note.title} focus>
          {note.lines.map(line => (
            <p key={line}>{line}</p>
          ))}
        </Note>
      )}
      <ErrorSummary errors={errors} />
      <Columns
        beside={act.beside ? <Beside on={on} forms={props.forms} earlier={props.earlier} /> : undefined}
      >
        <ActForm {...props} label={label} />
      </Columns>
    </Frame>
  );
}

function Columns({ beside, children }: { beside?: ComponentChildren; children: ComponentChildren }) {
  if (!beside) return <>{children}</>;
  return (
    <div class="cols two">
      {beside}
      {children}
    </div>
  );
}

function ActForm({ act, on, errors = [], waiting = [], label, ...rest }: ActPageProps & { label: string }) {
  const { words } = useUi();
  const { story, one } = on;
  const Fields = act.form;
  const unready = act.unready?.(rest.typed) ?? false;
  const send = rest.note && rest.allowed && errors.length === 0 ? words.acts.sendAnyway : undefined;
  return (
    <Form
      action={`/${one.type}s/${one.key}/${act.verb}`}
      receipt={rest.receipt ?? true}
      turn={rest.turn ?? one.turn}
      multipart={act.files}
      class="stack compose act"
      labelledBy="act"
    >
      {act.beside && <h2>{label}</h2>}
      {Fields && <Fields {...on} {...{ typed: rest.typed, errors, more: rest.more, waiting }} />}
      {act.files && !unready && <ActFiles waiting={waiting} errors={errors} said={act.filesSaid?.(words)} />}
      <Acts>
        {rest.allowed && !unready && (
          <SubmitButton look={act.confirm ? 'harm' : 'main'} icon={act.icon}>
            {send ?? act.submit?.(words) ?? label}
          </SubmitButton>
        )}
        <ButtonLink look="text" href={`/requests/${story.key}`}>
          {words.acts.back}
        </ButtonLink>
      </Acts>
      <Others act={act} on={on} />
    </Form>
  );
}

/** What one may do instead. */
function Others({ act, on: { one } }: Pick<ActPageProps, 'act' | 'on'>) {
  const { words } = useUi();
  const others = act.others?.filter(verb => one.may.some(({ verbs }) => verbs.includes(verb))) ?? [];
  if (others.length === 0) return null;
  return (
    <p class="s line">
      <span class="dim">{words.acts.instead}</span>
      {others.map(verb => (
        <a key={verb} href={`/${one.type}s/${one.key}/${verb}`}>
          {verbWord(words, one.type, verb)}
        </a>
      ))}
    </p>
  );
}
