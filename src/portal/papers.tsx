import { z } from 'zod';
import { type PatientPage, readPatientPage } from '../app/patient/portal.ts';
import { runVerbWithFiles } from '../app/run-verb-with-files.ts';
import { fileProblem } from '../http/file-problem.ts';
import { many, text } from '../http/form.ts';
import { missing, page, type Reply, redirect } from '../http/reply.ts';
import { type Ask, type Route, route } from '../http/route.ts';
import { useUi } from '../ui/context.ts';
import { CrisisLines } from '../ui/crisis-lines.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../ui/error-summary.tsx';
import { FileField, TextField } from '../ui/fields.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { Frame } from '../ui/frame.tsx';
import { showPage } from './page.tsx';
import { mayDo } from './story-parts.ts';

const common = { enter: ['patient'], phi: true, url: '/p/attach' } as const;
const body = z.strictObject({ case: text(40), what: text(200), attachments: many(50) });
const accepted = '.pdf,.jpg,.jpeg,.png,.gif,.tif,.tiff,.txt';

/** Papers that the patient adds: a picture, a letter. */
export const routes: Route[] = [
  route({ ...common, method: 'GET', handle: ask => show(ask, {}) }),
  route({ ...{ ...common, method: 'POST', body, multipart: true }, handle: add }),
];

async function add(ask: Ask<unknown, unknown, z.infer<typeof body>>): Promise<Reply> {
  const { app, actor, body: typed, files, turn, receipt, words } = ask;
  const none = files.length === 0 && typed.attachments.length === 0;
  if (none) return show(ask, { errors: [{ field: 'file', message: words.patientPage.papers.missing }] });
  const { outcome, refused, waiting } = await runVerbWithFiles(app, actor, {
    ...{ caseKey: typed.case, verb: 'attach', side: 'patient', turn, receipt, files },
    input: { what: typed.what, to: 'everyone' },
    kept: typed.attachments,
  });
  if (outcome?.ok) return redirect('/p?done=attach');
  if (outcome) return showPage(ask, { note: words.portal.stale, status: 409 });
  const errors = refused.map(one => ({ field: 'file', message: fileProblem(words, one) }));
  return show(ask, { errors, kept: waiting.map(({ key, name }) => ({ key, name })) });
}

interface Again {
  errors?: readonly FieldError[];
  /** Files that were taken before another one was refused. */
  kept?: readonly { key: string; name: string }[];
}

async function show(ask: Pick<Ask, 'app' | 'actor' | 'words'>, again: Again): Promise<Reply> {
  const found = await readPatientPage(ask.app, ask.actor);
  if (!found) return missing();
  if (!mayDo(found, 'attach')) return showPage(ask, { note: ask.words.portal.stale, status: 409 });
  return page(<PapersPage page={found} {...again} />, { status: again.errors ? 422 : 200 });
}

function PapersPage({ page: { current }, errors = [], kept = [] }: Again & { page: PatientPage }) {
  const { words } = useUi();
  const said = words.patientPage.papers;
  return (
    <Frame title={said.title} kind="plainer">
      <ErrorSummary errors={errors} />
      <section class="card stack" aria-labelledby="papers">
        <h1 id="papers">{said.title}</h1>
        <p>{said.lead}</p>
        <Form action="/p/attach" receipt turn={current.turn} multipart class="stack">
          <input type="hidden" name="case" value={current.key} />
          {kept.map(({ key, name }) => (
            <p key={key}>
              <input type="hidden" name="attachments" value={key} />
              {said.kept(name)}
            </p>
          ))}
          <FileField
            name="file"
            label={said.file}
            hint={said.fileHint}
            accept={accepted}
            error={errorOf(errors, 'file')}
            multiple
          />
          <TextField name="what" label={said.what} maxLength={200} />
          <div class="line acts">
            <SubmitButton look="main" big>
              {said.submit}
            </SubmitButton>
            <a href="/p">{words.portal.record.back}</a>
          </div>
        </Form>
      </section>
      <CrisisLines />
    </Frame>
  );
}
