import { z } from 'zod';
import { addForm, type NewForm, openForm, readLibrary } from '../../app/forms/form-library.ts';
import { type ImportNote, importQuestionnaire } from '../../domain/forms/import.ts';
import type { Questionnaire } from '../../domain/forms/questionnaire.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { FileField, Radios, Select, TextArea, TextField } from '../../ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { categoryChoices } from '../listings/part-fields.tsx';
import { contentOf, formKeepers } from './form-frame.tsx';

type Library = NonNullable<Awaited<ReturnType<typeof readLibrary>>>;

const shape = {
  ...{ titleEn: text(200), titleFr: text(200), kind: text(20), serves: text(20), category: text(80) },
  /** Key of a form whose questions it begins with. */
  from: text(26),
};
const body = z.strictObject(shape);
const importBody = z.strictObject({ ...shape, json: text(600_000) });
type Typed = z.infer<typeof body>;
const empty: Typed = {
  titleEn: '',
  titleFr: '',
  kind: 'referral',
  serves: 'listing',
  category: '',
  from: '',
};

interface NewPageProps {
  library: Library;
  typed: Typed;
  errors?: readonly FieldError[];
  /** The page takes a Questionnaire in; its text as typed. */
  json?: string;
}

/** A new form: what it is called and what it is for. Its questions are written next, or come from elsewhere. */
function NewPage({ library, typed, errors = [], json }: NewPageProps) {
  const w = useUi().words.library;
  const importing = json !== undefined;
  const title = importing ? w.importForm : w.add;
  return (
    <Frame title={title} here="forms">
      <header class="stack">
        <p class="s">
          <a href="/forms">{w.back}</a>
        </p>
        <h1>{title}</h1>
        <p class="dim">{importing ? w.importLead : w.newLead}</p>
      </header>
      <ErrorSummary errors={errors} />
      <Form
        class="stack act"
        action={importing ? '/forms/import' : '/forms/new'}
        label={title}
        multipart={importing}
      >
        <input type="hidden" name="from" value={typed.from} />
        <Head library={library} typed={typed} errors={errors} />
        {importing && (
          <>
            <TextArea
              name="json"
              label={w.importField}
              value={json}
              rows={10}
              error={errorOf(errors, 'json')}
            />
            <FileField name="file" label={w.importFile} accept=".json,application/json" />
          </>
        )}
        <div class="acts">
          <SubmitButton look="main">{importing ? w.importDo : w.create}</SubmitButton>
        </div>
      </Form>
    </Frame>
  );
}

function Head({ library, typed, errors = [] }: NewPageProps) {
  const { words, lang } = useUi();
  const w = words.library;
  const of = (name: keyof Typed, label: string) => ({
    ...{ name, label, value: typed[name], error: errorOf(errors, name) },
  });
  const choices = (from: Record<string, string>) =>
    Object.entries(from).map(([value, label]) => ({ value, label }));
  return (
    <>
      <div class="cols two">
        <TextField {...of('titleEn', w.titleEn)} lang="en" required />
        <TextField {...of('titleFr', w.titleFr)} lang="fr" required />
      </div>
      <Radios {...of('kind', w.kind)} choices={choices(w.kinds)} line />
      <Radios {...of('serves', w.servesField)} choices={choices(w.serves)} />
      <Select
        {...of('category', w.category)}
        hint={w.categoryHint}
        empty={w.choose}
        choices={categoryChoices(lang, library.categories)}
      />
    </>
  );
}

/** What became of a Questionnaire from elsewhere, item by item. */
function ImportedPage({ url, notes }: { url: string; notes: readonly ImportNote[] }) {
  const w = useUi().words.library;
  return (
    <Frame title={w.importForm} here="forms">
      <header class="stack">
        <h1>{w.importForm}</h1>
      </header>
      <Note focus>{w.importedNotes(notes.length)}</Note>
      <ul class="plain rows s">
        {notes.map(({ linkId, code, detail }) => (
          <li key={`${linkId} ${code} ${detail}`}>
            {linkId && <code>{linkId}</code>} {w.notes[code]!(detail ?? '')}
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink href={url} look="main">
          {w.edit}
        </ButtonLink>
      </p>
    </Frame>
  );
}

/** What was typed as a new form, or what is wrong with it. */
function read(ui: Ui, library: Library, typed: Typed): { given: NewForm } | { errors: FieldError[] } {
  const w = ui.words.library;
  const { fields } = ui.words;
  const errors: FieldError[] = [];
  if (typed.titleEn === '') errors.push({ field: 'titleEn', label: w.titleEn, message: fields.missing });
  if (typed.titleFr === '') errors.push({ field: 'titleFr', label: w.titleFr, message: fields.missing });
  const serves = (['listing', 'general', 'category'] as const).find(one => one === typed.serves) ?? 'listing';
  const category = library.categories.some(one => one.code === typed.category) ? typed.category : null;
  if (serves === 'category' && category === null)
    errors.push({ field: 'category', label: w.category, message: fields.chooseOne });
  const kind = (['econsult', 'visit'] as const).find(one => one === typed.kind) ?? 'referral';
  // A kind of visit names its form; nothing else asks one.
  if (kind === 'visit' && serves !== 'listing')
    errors.push({ field: 'serves', label: w.servesField, message: w.visitServes });
  if (errors.length > 0) return { errors };
  const { titleEn, titleFr } = typed;
  return {
    given: { titleEn, titleFr, kind, serves, category },
  };
}

type Content = Pick<Questionnaire, 'item' | 'code'>;

async function create(ask: Ask & { body: Typed }, content?: Content, json?: string): Promise<Reply> {
  const { app, actor, ui, body: typed } = ask;
  const library = await readLibrary(app, actor);
  if (!library) return missing();
  const again = (errors: FieldError[]) =>
    page(<NewPage library={library} typed={typed} errors={errors} json={json} />, { status: 422 });
  const found = read(ui, library, typed);
  if ('errors' in found) return again(found.errors);
  const outcome = await addForm(app, actor, { ...found.given, ...(content && { content }) });
  if (!outcome) return missing();
  if (outcome.ok) return redirect(`/forms/${outcome.key}/edit`);
  return again([{ field: 'serves', message: ui.words.library.problems[outcome.problem]! }]);
}

async function copy(ask: Ask & { body: Typed }): Promise<Reply> {
  const from = key.safeParse(ask.body.from).success
    ? await openForm(ask.app, ask.actor, ask.body.from)
    : null;
  const content = from && contentOf(from);
  return create(ask, content ?? undefined);
}

async function take(ask: Ask & { body: Typed & { json: string } }): Promise<Reply> {
  const { body: typed, files, ui, app, actor } = ask;
  const w = ui.words.library;
  const file = files.find(one => one.field === 'file');
  const json = file ? Buffer.from(file.bytes).toString('utf8') : typed.json;
  const library = await readLibrary(app, actor);
  if (!library) return missing();
  const parsed = parse(json);
  const imported = parsed === undefined ? undefined : importQuestionnaire(parsed);
  if (imported?.form) {
    const { form, notes } = imported;
    const title = { titleEn: typed.titleEn || form.title, titleFr: typed.titleFr || titleFr(form) };
    const made = await create({ ...ask, body: { ...withoutJson(typed), ...title } }, form, json);
    if (made.kind !== 'redirect') return made;
    return page(<ImportedPage url={made.url} notes={notes} />);
  }
  const message = imported ? w.notes[imported.notes[0]!.code]!(imported.notes[0]!.detail ?? '') : w.notJson;
  const errors = [{ field: 'json', label: w.importField, message }];
  return page(<NewPage library={library} typed={withoutJson(typed)} errors={errors} json={json} />, {
    status: 422,
  });
}

function withoutJson({ json: _, ...typed }: Typed & { json: string }): Typed {
  return typed;
}

function titleFr(form: Questionnaire): string {
  return form._title.extension[0]?.extension[1].valueString || form.title;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

async function draw({ app, actor }: Pick<Ask, 'app' | 'actor'>, typed: Typed, json?: string): Promise<Reply> {
  const library = await readLibrary(app, actor);
  return library ? page(<NewPage library={library} typed={typed} json={json} />) : missing();
}

/** Begins a form, empty, as a copy, or from a Questionnaire. */
export const routes: Route[] = [
  route({
    ...formKeepers,
    ...{ method: 'GET', url: '/forms/new' },
    query: z.strictObject({ from: key.optional() }),
    handle: ask => draw(ask, { ...empty, from: ask.query.from ?? '' }),
  }),
  route({ ...formKeepers, ...{ method: 'POST', url: '/forms/new' }, body, handle: copy }),
  route({ ...formKeepers, ...{ method: 'GET', url: '/forms/import' }, handle: ask => draw(ask, empty, '') }),
  route({
    ...formKeepers,
    ...{ method: 'POST', url: '/forms/import', multipart: true },
    body: importBody,
    handle: take,
  }),
];
