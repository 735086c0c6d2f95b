import { z } from 'zod';
import {
  discardFormDraft,
  type FormOutcome,
  type OpenedForm,
  openForm,
  publishForm,
  readLibrary,
  retireForm,
} from '../../app/forms/form-library.ts';
import { isQuestion } from '../../domain/forms/check.ts';
import { allItems } from '../../domain/forms/items.ts';
import { key } from '../../http/form.ts';
import { file, missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { momentLong } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { Faults } from './faults.tsx';
import { contentOf, FormFrame, FormState, formKeepers } from './form-frame.tsx';
import { placeWords } from './list.tsx';

type Library = NonNullable<Awaited<ReturnType<typeof readLibrary>>>;

interface ShowPageProps {
  opened: OpenedForm;
  categories: Library['categories'];
  done?: string;
  problem?: string;
}

/** One form: where it stands, what stands in the way, and what may be done with it. */
function ShowPage({ opened, categories, done, problem }: ShowPageProps) {
  const ui = useUi();
  const w = ui.words.library;
  const { form, draft, faults } = opened;
  const content = contentOf(opened);
  const questions = content ? allItems(content.item).filter(isQuestion).length : 0;
  return (
    <FormFrame form={form}>
      {done !== undefined && <Note focus>{w.done[done]}</Note>}
      {problem !== undefined && (
        <Note look="late" focus>
          {w.problems[problem]}
        </Note>
      )}
      <div class="line">
        <FormState form={form} />
        <span class="dim">
          {w.kinds[form.kind]}, {placeWords(ui, form, categories)}. {w.asks(questions)}.
        </span>
      </div>
      {!form.mine && <p>{w.readOnly}</p>}
      {draft && (faults.length > 0 ? <Faults opened={opened} /> : <p>{w.sound}</p>)}
      <Acts opened={opened} />
      <Versions opened={opened} />
    </FormFrame>
  );
}

function Acts({ opened: { form, draft, faults } }: { opened: OpenedForm }) {
  const w = useUi().words.library;
  const at = `/forms/${form.key}`;
  const live = form.mine && form.retiredAt === null;
  return (
    <section class="stack" aria-label={w.title}>
      <p class="line">
        {live && (
          <ButtonLink href={`${at}/edit`} icon="edit" look={draft && faults.length === 0 ? 'plain' : 'main'}>
            {draft ? w.edit : w.begin}
          </ButtonLink>
        )}
        <ButtonLink href={`${at}/try`}>{w.tryIt}</ButtonLink>
        <a href={`${at}/burden`}>{w.burden.title}</a>
        <a href={`${at}/questionnaire`}>{w.exportIt}</a>
        <a href={`/forms/new?from=${form.key}`}>{w.copy}</a>
      </p>
      {live && draft && (
        <div class="line">
          {faults.length === 0 && (
            <Form action={`${at}/publish`} turn={draft.version} label={w.publish}>
              <SubmitButton look="main" icon="check">
                {w.publishAs((form.published ?? 0) + 1)}
              </SubmitButton>
            </Form>
          )}
          {form.published !== null && (
            <Form action={`${at}/discard`} label={w.discard}>
              <SubmitButton look="text">{w.discard}</SubmitButton>
            </Form>
          )}
        </div>
      )}
      {form.mine && (
        <Form action={`${at}/${live ? 'retire' : 'reuse'}`} class="line" label={live ? w.retire : w.reuse}>
          <SubmitButton look={live ? 'harm' : 'plain'}>{live ? w.retire : w.reuse}</SubmitButton>
          {live && <span class="s dim">{w.retireLead}</span>}
        </Form>
      )}
    </section>
  );
}

function Versions({ opened: { versions } }: { opened: OpenedForm }) {
  const ui = useUi();
  const w = ui.words.library;
  if (versions.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="versions">
      <h2 id="versions">{w.versions}</h2>
      <ul class="plain rows s">
        {versions.map(one => (
          <li key={one.version}>
            <span class="b">{w.version(one.version)}</span>,{' '}
            <time datetime={one.at}>{momentLong(one.at, ui)}</time>,{' '}
            {one.by === null ? w.shipped : w.by(one.byName)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const params = z.strictObject({ key });
type FormAsk = Pick<Ask<{ key: string }>, 'app' | 'actor' | 'params' | 'turn'>;

async function draw(
  { app, actor, params }: FormAsk,
  more: { done?: string; problem?: string },
  status = 200,
): Promise<Reply> {
  const opened = await openForm(app, actor, params.key);
  const library = opened && (await readLibrary(app, actor));
  if (!library) return missing();
  return page(<ShowPage opened={opened} categories={library.categories} {...more} />, { status });
}

async function answer(ask: FormAsk, outcome: FormOutcome | null, done: string): Promise<Reply> {
  if (!outcome) return missing();
  if (outcome.ok) return redirect(`/forms/${ask.params.key}?done=${done}`);
  return draw(ask, { problem: outcome.problem }, outcome.problem === 'faults' ? 422 : 409);
}

async function exported({ app, actor, params }: FormAsk): Promise<Reply> {
  const opened = await openForm(app, actor, params.key);
  const content = opened && contentOf(opened);
  if (!content) return missing();
  const bytes = Buffer.from(`${JSON.stringify(content, null, 2)}\n`);
  return file({ bytes, type: 'application/fhir+json', name: `${content.name}-${content.version}.json` });
}

const post = (act: string, handle: (ask: FormAsk) => Promise<Reply>): Route =>
  route({ ...formKeepers, ...{ method: 'POST', url: `/forms/:key/${act}` }, params, handle });

/** The page of a form, and what is done with it as a whole. */
export const routes: Route[] = [
  route({
    ...formKeepers,
    ...{ method: 'GET', url: '/forms/:key' },
    params,
    query: z.strictObject({
      done: z.enum(['saved', 'published', 'retired', 'reused', 'discarded']).optional(),
    }),
    handle: ask => draw(ask, { done: ask.query.done }),
  }),
  route({ ...formKeepers, ...{ method: 'GET', url: '/forms/:key/questionnaire' }, params, handle: exported }),
  post('publish', async ask => {
    const { app, actor, params, turn: version = 0 } = ask;
    return answer(ask, await publishForm(app, actor, { key: params.key, version }), 'published');
  }),
  post('retire', async ask => {
    const { app, actor, params } = ask;
    return answer(ask, await retireForm(app, actor, { key: params.key, retired: true }), 'retired');
  }),
  post('reuse', async ask => {
    const { app, actor, params } = ask;
    return answer(ask, await retireForm(app, actor, { key: params.key, retired: false }), 'reused');
  }),
  post('discard', async ask =>
    answer(ask, await discardFormDraft(ask.app, ask.actor, ask.params.key), 'discarded'),
  ),
];
