import type { Attachment } from '../../app/ports/attachments.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { FileField } from '../../ui/fields.tsx';

/** Names under which an act's form posts its files: new ones, and keys of those that came with an earlier post. */
export const fileField = 'file';
export const waitingField = 'attachments';

/** What browsers let people choose; what is taken is checked anyway. */
export const acceptedFiles = '.pdf,.jpg,.jpeg,.png,.gif,.tif,.tiff,.txt,.mp3,.mp4';

/** Files that go with an act. Those that came before, with a form that was sent back, each keep a tick. */
export function ActFiles({
  waiting,
  errors,
  said,
}: {
  waiting: readonly Attachment[];
  errors: readonly FieldError[];
  said?: { label: string; hint: string };
}) {
  const { acts } = useUi().words;
  return (
    <>
      {waiting.length > 0 && (
        <fieldset class="field">
          <legend>{acts.filesWaiting}</legend>
          {waiting.map(({ key, name }) => (
            <div class="pick" key={key}>
              <input type="checkbox" name={waitingField} value={key} checked id={`k-${key}`} />
              <label for={`k-${key}`}>{acts.keepFile(name)}</label>
            </div>
          ))}
        </fieldset>
      )}
      <FileField
        name={fileField}
        label={said?.label ?? acts.files}
        hint={said ? `${said.hint} ${acts.filesHint}` : acts.filesHint}
        accept={acceptedFiles}
        error={errorOf(errors, fileField)}
        multiple
      />
    </>
  );
}
