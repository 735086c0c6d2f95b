import { useUi } from '../../ui/context.ts';
import { type Choice, FileField, TextArea } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { acceptedFiles, fileField } from '../cases/act-files.tsx';
import { readersFor } from '../cases/acts/both/message.tsx';
import type { TellingOf } from './telling.ts';

/** Label and choice in one line. */
function To({ choices }: { choices: readonly Choice[] }) {
  const { story } = useUi().words;
  return (
    <div class="line">
      <label class="lab" for="write-to">
        {story.write}
      </label>
      <select class="in mid" id="write-to" name="to">
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** The box at the end of the story: a message to the others, or a note for one's own side. */
export function Composer({ telling }: { telling: TellingOf }) {
  const { words } = useUi();
  const { one } = telling;
  const able = one.may.find(({ verbs }) => verbs.includes('message') || verbs.includes('note'));
  if (!able || one.until !== null) return null;
  const open = able.verbs.includes('message');
  const choices = readersFor(words, { side: able.side, state: one.state });
  return (
    <Form
      action={`/${one.type}s/${one.key}/${open ? 'message' : 'note'}`}
      receipt
      turn={one.turn}
      multipart={open}
      class="card flat compose stack"
      id="write"
      label={words.story.message}
    >
      {open && <To choices={choices} />}
      <TextArea
        name="text"
        label={open ? words.story.message : words.story.noteFor}
        placeholder={open ? words.story.placeholder : undefined}
        hint={telling.typed === undefined ? undefined : words.story.fromDraft}
        value={telling.typed}
        quiet={open}
        rows={telling.typed === undefined ? 2 : 6}
      />
      <div class="line">
        <SubmitButton icon="say">{words.story.send}</SubmitButton>
        {open && (
          <details class="s">
            <summary>{words.story.attach}</summary>
            <FileField
              name={fileField}
              label={words.acts.files}
              hint={words.acts.filesHint}
              accept={acceptedFiles}
              multiple
            />
          </details>
        )}
      </div>
    </Form>
  );
}
