import { z } from 'zod';
import type { Added } from '../../app/attachments.ts';
import { addFilesToDraft, leaveOutFile } from '../../app/drafts.ts';
import { fileProblem } from '../../http/file-problem.ts';
import { key } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FileField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { withPatients } from '../roles.ts';

/** Beside the form of a draft, as a form of its own: adds files at once, so that nothing typed is lost with them. */
export function AddFiles({ draftKey, errors = [] }: { draftKey: string; errors?: readonly string[] }) {
  const { files } = useUi().words;
  return (
    <Form action={`/drafts/${draftKey}/files`} multipart class="stack" label={files.add}>
      <FileField
        name="file"
        label={files.add}
        hint={files.addHint}
        multiple
        accept=".pdf,.jpg,.jpeg,.png,.gif,.tif,.tiff,.txt,.mp3,.mp4"
        error={errors.length > 0 ? errors.join(' ') : undefined}
      />
      <div class="line">
        <SubmitButton icon="clip">{files.upload}</SubmitButton>
      </div>
    </Form>
  );
}

const add = route({
  method: 'POST',
  url: '/drafts/:key/files',
  enter: ['person'],
  roles: withPatients,
  phi: true,
  params: z.strictObject({ key }),
  multipart: true,
  handle: async ({ app, actor, params, files, words }) => {
    const added = await addFilesToDraft(app, actor, { key: params.key, files });
    if (!added) return missing();
    const errors = added.flatMap(one => ('refused' in one ? [fileProblem(words, one.refused)] : []));
    if (errors.length === 0) return redirect(`/drafts/${params.key}#files`);
    return page(<RefusedFilesPage draftKey={params.key} errors={errors} />, { status: statusOf(added) });
  },
});

/** Too large is 413, everything else that was refused 422. */
function statusOf(added: readonly Added[]): number {
  return added.some(one => 'refused' in one && one.refused.problem === 'too-large') ? 413 : 422;
}

function RefusedFilesPage({ draftKey, errors }: { draftKey: string; errors: readonly string[] }) {
  const { files } = useUi().words;
  return (
    <Frame title={files.add} here="ask">
      <h1>{files.add}</h1>
      <ErrorSummary errors={errors.map(message => ({ field: 'file', message }))} />
      <AddFiles draftKey={draftKey} errors={errors} />
      <p>
        <a href={`/drafts/${draftKey}#files`}>{files.back}</a>
      </p>
    </Frame>
  );
}

const leaveOut = route({
  method: 'POST',
  url: '/drafts/:key/files/:file/leave-out',
  enter: ['person'],
  roles: withPatients,
  phi: true,
  params: z.strictObject({ key, file: key }),
  handle: async ({ app, actor, params }) => {
    const done = await leaveOutFile(app, actor, { key: params.key, attachmentKey: params.file });
    return done ? redirect(`/drafts/${params.key}#files`) : missing();
  },
});

export const routes: Route[] = [add, leaveOut];
