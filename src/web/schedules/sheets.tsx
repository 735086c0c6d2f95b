import { z } from 'zod';
import { addSheets, endSheet, readSheets, type SheetsView } from '../../app/schedule/sheets.ts';
import { fileProblem } from '../../http/file-problem.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { Attached } from '../../ui/attached.tsx';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { FileField, Radios } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { languages } from '../../words/lang.ts';
import { acceptedFiles } from '../cases/act-files.tsx';
import { keepers, named } from './ways.ts';

interface SheetsPageProps {
  view: SheetsView;
  language: string;
  errors: readonly FieldError[];
}

/** Papers that every patient gets before one kind of visit, in each language. */
export function SheetsPage({ view: { schedule, type, sheets }, language, errors }: SheetsPageProps) {
  const { words, lang } = useUi();
  const w = words.sheets;
  const here = `/schedules/${schedule.key}/types/${type.key}/sheets`;
  const title = w.title(named(type.name, lang));
  return (
    <Frame title={title} here="schedules">
      <header class="stack">
        <p class="s">
          <a href={`/schedules/${schedule.key}/plan`}>{words.schedules.plan}</a>
        </p>
        <h1>{title}</h1>
        <p>{w.lead}</p>
      </header>
      <ErrorSummary errors={errors} />
      {sheets.length === 0 && <p class="empty">{w.none}</p>}
      {languages.map(of => (
        <SheetsOf key={of} here={here} language={of} sheets={sheets.filter(one => one.language === of)} />
      ))}
      <Form action={here} multipart class="card stack" label={w.add}>
        <h2>{w.add}</h2>
        <FileField
          name="file"
          label={w.file}
          hint={words.acts.filesHint}
          accept={acceptedFiles}
          error={errorOf(errors, 'file')}
          multiple
        />
        <Radios
          name="language"
          label={w.language}
          value={language}
          choices={languages.map(value => ({ value, label: words.patients.languages[value] }))}
          line
        />
        <div class="acts">
          <SubmitButton look="main">{w.submit}</SubmitButton>
        </div>
      </Form>
    </Frame>
  );
}

interface SheetsOfProps {
  here: string;
  language: 'en' | 'fr';
  sheets: SheetsView['sheets'];
}

function SheetsOf({ here, language, sheets }: SheetsOfProps) {
  const { words } = useUi();
  const w = words.sheets;
  if (sheets.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby={`in-${language}`}>
      <h2 id={`in-${language}`}>{words.patients.languages[language]}</h2>
      {sheets.map(({ key: its, file }) => (
        <div key={its} class="stack">
          <Attached files={[file]} />
          <Form action={`${here}/end`}>
            <input type="hidden" name="sheet" value={its} />
            <SubmitButton look="plain" icon="x">
              {w.end(file.name)}
            </SubmitButton>
          </Form>
        </div>
      ))}
    </section>
  );
}

const params = z.strictObject({ key, type: key });
type At = z.infer<typeof params>;
const added = z.strictObject({ language: text(2), file: text(200) });
const ended = z.strictObject({ sheet: text(40) });

async function show(
  { app, actor, lang, params: { key: schedule, type } }: Pick<Ask<At>, 'app' | 'actor' | 'lang' | 'params'>,
  shown: { language?: string; errors?: readonly FieldError[] } = {},
): Promise<Reply> {
  const view = await readSheets(app, actor, { schedule, type });
  if (!view) return missing();
  const { language = lang, errors = [] } = shown;
  return page(<SheetsPage view={view} language={language} errors={errors} />, {
    status: errors.length > 0 ? 422 : 200,
  });
}

async function add(ask: Ask<At, unknown, z.infer<typeof added>>): Promise<Reply> {
  const { app, actor, files, words, params: at } = ask;
  const language = ask.body.language === 'fr' ? 'fr' : 'en';
  const said = (message: string) => ({ field: 'file', label: words.sheets.file, message });
  if (files.length === 0) return show(ask, { language, errors: [said(words.sheets.noFile)] });
  const done = await addSheets(app, actor, { schedule: at.key, type: at.type }, { files, language });
  if (!done) return missing();
  const errors = [
    ...done.refused.map(one => said(fileProblem(words, one))),
    ...(done.full ? [said(words.sheets.full)] : []),
  ];
  return errors.length === 0
    ? redirect(`/schedules/${at.key}/types/${at.type}/sheets`)
    : show(ask, { language, errors });
}

async function end({
  app,
  actor,
  body,
  params: at,
}: Ask<At, unknown, z.infer<typeof ended>>): Promise<Reply> {
  const done = await endSheet(app, actor, { schedule: at.key, type: at.type, sheet: body.sheet });
  return done ? redirect(`/schedules/${at.key}/types/${at.type}/sheets`) : missing();
}

const url = '/schedules/:key/types/:type/sheets';

export const routes: Route[] = [
  route({ ...keepers, method: 'GET', url, params, handle: ask => show(ask) }),
  route({ ...keepers, method: 'POST', url, params, body: added, multipart: true, handle: add }),
  route({ ...keepers, method: 'POST', url: `${url}/end`, params, body: ended, handle: end }),
];
