import type { FilledDraft } from '../../app/drafts/fill-draft.ts';
import { Attached } from '../../ui/attached.tsx';
import { useUi } from '../../ui/context.ts';
import { Checkboxes, FileField } from '../../ui/fields.tsx';
import { SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import type { DraftPageProps } from './draft-page.tsx';

/** What goes along: parts of the eConsult that came before, and files added here. */
export function Papers({ filled, fileErrors = [] }: DraftPageProps) {
  const { drafts, files } = useUi().words;
  const attachments = filled.attachments.filter(file => !filled.recent.some(one => one.id === file.id));
  return (
    <section class="card stack" id="files" aria-labelledby="files-h">
      <h2 id="files-h">{drafts.files}</h2>
      <Along filled={filled} />
      <Recent filled={filled} />
      <Attached files={attachments} />
      {attachments.length > 0 && (
        <p class="line">
          {attachments.map(file => (
            <SubmitButton key={file.key} look="text" name="do" value={`leave-${file.key}`}>
              {files.leaveOutFile(file.name)}
            </SubmitButton>
          ))}
        </p>
      )}
      <FileField
        name="file"
        label={files.add}
        hint={drafts.filesLead}
        multiple
        accept=".pdf,.jpg,.jpeg,.png,.gif,.tif,.tiff,.txt,.mp3,.mp4"
        error={fileErrors.length > 0 ? fileErrors.join(' ') : undefined}
      />
      <div class="line">
        <SubmitButton icon="clip" name="do" value="files">
          {files.upload}
        </SubmitButton>
      </div>
    </section>
  );
}

/** Ticks for files of this patient's earlier requests; nothing is uploaded again. */
function Recent({ filled: { draft, recent } }: { filled: FilledDraft }) {
  const ui = useUi();
  const { drafts } = ui.words;
  if (recent.length === 0) return null;
  return (
    <>
      {recent.map(({ key }) => (
        <input type="hidden" name="offered" value={key} key={key} />
      ))}
      <Checkboxes
        name="recent"
        label={drafts.recentFiles}
        hint={drafts.recentFilesHint}
        values={recent.filter(file => draft.attachments.includes(file.id)).map(file => file.key)}
        choices={recent.map(file => ({
          value: file.key,
          label: file.name,
          hint: `${dayWithYear(file.addedAt.slice(0, 10), ui)}, ${file.reference}`,
        }))}
      />
    </>
  );
}

/** Ticks for what moves along, of what there is. */
function Along({ filled: { draft, from } }: { filled: FilledDraft }) {
  const { drafts } = useUi().words;
  if (!from) return null;
  const names = from.one.attachments.map(file => file.name);
  const advised = from.one.events.some(event => event.type === 'advice' && typeof event.body === 'object');
  const choices = [
    ...(advised ? [{ value: 'advice', label: drafts.movesAdvice }] : []),
    ...(names.length > 0
      ? [{ value: 'attachments', label: drafts.movesFiles(names.length), hint: names.join(', ') }]
      : []),
  ];
  if (choices.length === 0) return null;
  const values = ['advice', 'attachments'].filter(part => !draft.leaveBehind.some(left => left === part));
  return <Checkboxes name="along" label={drafts.movesAlong} values={values} choices={choices} />;
}
