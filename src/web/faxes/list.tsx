import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { readFaxes, uploadFaxes } from '../../app/outside/faxes-in.ts';
import type { FaxIn } from '../../app/ports/faxes-in.ts';
import { fileProblem } from '../../http/file-problem.ts';
import { text } from '../../http/form.ts';
import { page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { Chip } from '../../ui/chip.tsx';
import { useUi } from '../../ui/context.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { FileField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { momentShort } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { withPatients } from '../roles.ts';

const common = { enter: ['person'], roles: withPatients, phi: true, url: '/faxes' } as const;
const query = z.strictObject({ done: text(5).optional() });
const body = z.strictObject({ file: text(200) });

/** The faxes that came to this site: to do, and handled. */
export const routes: Route[] = [
  route({ ...{ ...common, method: 'GET', query }, handle: ask => show(ask, ask.query.done === 'yes') }),
  route({ ...{ ...common, method: 'POST', body, multipart: true }, handle: upload }),
];

async function upload(ask: Ask<unknown, unknown, z.infer<typeof body>>): Promise<Reply> {
  const { app, actor, files, words } = ask;
  const w = words.faxes;
  if (files.length === 0) return show(ask, false, [{ field: 'file', label: w.upload, message: w.noFile }]);
  const added = await uploadFaxes(app, actor as PersonActor, files);
  const errors = added.flatMap(one =>
    'refused' in one ? [{ field: 'file', label: w.upload, message: fileProblem(words, one.refused) }] : [],
  );
  return errors.length === 0 ? redirect('/faxes') : show(ask, false, errors);
}

async function show(
  { app, actor }: Pick<Ask, 'app' | 'actor'>,
  done: boolean,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const faxes = await readFaxes(app, actor as PersonActor, done);
  return page(<FaxesPage faxes={faxes} done={done} errors={errors} />, {
    status: errors.length > 0 ? 422 : 200,
  });
}

function FaxesPage({
  faxes,
  done,
  errors,
}: {
  faxes: readonly FaxIn[];
  done: boolean;
  errors: readonly FieldError[];
}) {
  const w = useUi().words.faxes;
  return (
    <Frame title={w.title} here="worklist">
      <ErrorSummary errors={errors} />
      <header class="stack">
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
        <nav class="line" aria-label={w.title}>
          <Chip href="/faxes" on={!done}>
            {w.toDo}
          </Chip>
          <Chip href="/faxes?done=yes" on={done}>
            {w.done}
          </Chip>
        </nav>
      </header>
      {faxes.length === 0 ? <Empty>{done ? w.emptyDone : w.empty}</Empty> : <Lines faxes={faxes} />}
      <Form action="/faxes" multipart class="card stack" label={w.upload}>
        <FileField
          name="file"
          label={w.upload}
          hint={w.uploadHint}
          accept=".pdf,.jpg,.jpeg,.png,.tif,.tiff"
          error={errorOf(errors, 'file')}
          multiple
        />
        <SubmitButton>{w.uploadSubmit}</SubmitButton>
      </Form>
    </Frame>
  );
}

function Lines({ faxes }: { faxes: readonly FaxIn[] }) {
  const w = useUi().words.faxes;
  const { came, name, from, state } = w.columns;
  return (
    <table class="mini">
      <thead>
        <tr>
          {[came, name, from, state].map(label => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {faxes.map(fax => (
          <Line key={fax.key} fax={fax} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ fax }: { fax: FaxIn }) {
  const ui = useUi();
  const w = ui.words.faxes;
  return (
    <tr>
      <td>{momentShort(fax.cameAt, ui)}</td>
      <td>
        <a href={`/faxes/${fax.key}`}>
          <bdi>{fax.name}</bdi>
        </a>
        {fax.same && <span class="s dim"> {w.same}</span>}
      </td>
      <td>{w.sources[fax.source]}</td>
      <td>
        {w.states[fax.state]}
        {fax.request && (
          <>
            {' '}
            <a href={`/requests/${fax.request}`}>{fax.reference}</a>
          </>
        )}
      </td>
    </tr>
  );
}
