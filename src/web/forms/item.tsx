import { z } from 'zod';
import { changeForm, type OpenedForm, openForm } from '../../app/forms/form-library.ts';
import { itemOf, setItem } from '../../domain/forms/edit.ts';
import { readItem, type TypedItem, typedItem } from '../../domain/forms/item-form.ts';
import { type Item, limits, type Questionnaire } from '../../domain/forms/questionnaire.ts';
import { key, text, tick } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { ErrorSummary, type FieldError } from '../../ui/error-summary.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Note } from '../../ui/note.tsx';
import { contentOf, FormFrame, formKeepers } from './form-frame.tsx';
import { ItemFields } from './item-fields.tsx';
import { Conditions, Options } from './item-rows.tsx';

export interface ItemPageProps {
  opened: OpenedForm;
  content: Questionnaire;
  one: Item;
  typed: TypedItem;
  errors: readonly FieldError[];
  stale?: boolean;
  /** Version of the draft it was drawn from. */
  turn: number;
}

/** One item of a form. Kinds have their own fields; all are drawn, and those that do not fit its kind are folded. */
function ItemPage(props: ItemPageProps) {
  const ui = useUi();
  const w = ui.words.library;
  const { opened, one, typed, errors, stale, turn } = props;
  const at = `/forms/${opened.form.key}`;
  const said = (ui.lang === 'fr' ? typed.fr : typed.en) || typed.en || w.untitled;
  const choice = typed.type === 'choice' || typed.type === 'open-choice';
  return (
    <FormFrame form={opened.form} heading={w.item.title(said)}>
      <p class="s dim">
        <a href={`${at}/edit`}>{w.questions}</a>. {w.item.linkId(one.linkId)}
      </p>
      <ErrorSummary errors={errors} />
      {stale && (
        <Note look="late" focus>
          {w.problems.stale}
        </Note>
      )}
      <Form class="stack act" action={`${at}/items/${one.linkId}`} turn={turn} label={w.item.title(said)}>
        <ItemFields {...props} />
        {choice && <Options {...props} />}
        <Conditions {...props} />
        <div class="line acts">
          <SubmitButton look="main">{w.item.save}</SubmitButton>
          <SubmitButton name="do" value="stay">
            {w.item.saveStay}
          </SubmitButton>
        </div>
      </Form>
    </FormFrame>
  );
}

const rows = (most: number) => Array.from({ length: most }, (_, i) => i + 1);
const texts = (names: readonly string[]) => Object.fromEntries(names.map(name => [name, text(2_000)]));
const optionNames = rows(limits.options).flatMap(n => [`oc${n}`, `oe${n}`, `of${n}`, `op${n}`]);
const conditionNames = rows(limits.conditions).flatMap(n => [`cq${n}`, `co${n}`, `cv${n}`]);
const lines = [
  'en',
  'fr',
  'type',
  'maxLength',
  'min',
  'max',
  'unit',
  'initial',
  'meaning',
  'score',
  'formula',
];
const ticks = ['required', 'repeats', 'readOnly', 'table', 'emergency', 'any'];
const body = z.strictObject({
  ...texts([...lines, ...optionNames, ...conditionNames, 'do']),
  ...Object.fromEntries(ticks.map(name => [name, tick()])),
});

function typedOf(fields: Record<string, unknown>): TypedItem {
  const say = (name: string) => String(fields[name] ?? '');
  return {
    ...(Object.fromEntries(lines.map(name => [name, say(name)])) as Record<'en', string>),
    ...(Object.fromEntries(ticks.map(name => [name, fields[name] === true])) as Record<'any', boolean>),
    options: rows(limits.options).map(n => ({
      ...{ code: say(`oc${n}`), en: say(`oe${n}`), fr: say(`of${n}`), points: say(`op${n}`) },
    })),
    conditions: rows(limits.conditions).map(n => ({
      ...{ question: say(`cq${n}`), operator: say(`co${n}`), value: say(`cv${n}`) },
    })),
  } as unknown as TypedItem;
}

const params = z.strictObject({ key, item: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/) });
type ItemAsk = Pick<Ask<z.infer<typeof params>>, 'app' | 'actor' | 'params' | 'ui' | 'turn'>;

async function open({ app, actor, params }: ItemAsk) {
  const opened = await openForm(app, actor, params.key);
  const content = opened?.form.mine ? contentOf(opened) : null;
  const one = content && itemOf(content, params.item);
  return opened && content && one ? { opened, content, one } : null;
}

function errorsIn({ words }: Ui, problems: Extract<ReturnType<typeof readItem>, { problems: unknown }>) {
  const w = words.library.item;
  const fields: Record<string, string> = { options: 'oe1', conditions: 'cq1' };
  return problems.problems.map(({ field, code, detail = '' }) => ({
    field: fields[field] ?? field,
    label: (w as unknown as Record<string, string>)[field] ?? field,
    message: w.problems[code]!(detail),
  }));
}

async function save(ask: ItemAsk & { body: Record<string, unknown> }): Promise<Reply> {
  const { app, actor, params, ui, turn: version = 0 } = ask;
  const found = await open(ask);
  if (!found) return missing();
  const typed = typedOf(ask.body);
  const read = readItem(found.content, found.one, typed);
  const again = (more: Partial<ItemPageProps>, status: number) =>
    page(<ItemPage {...found} typed={typed} errors={[]} turn={version} {...more} />, { status });
  if ('problems' in read) return again({ errors: errorsIn(ui, read) }, 422);
  const change = (form: Questionnaire) => setItem(form, read.item);
  const outcome = await changeForm(app, actor, { key: params.key, version, change });
  if (!outcome) return missing();
  if (!outcome.ok) return again({ stale: true, turn: found.opened.draft?.version ?? 0 }, 409);
  return redirect(`/forms/${params.key}/${ask.body.do === 'stay' ? `items/${params.item}` : 'edit'}`);
}

/** One item of a form. */
export const routes: Route[] = [
  route({
    ...formKeepers,
    ...{ method: 'GET', url: '/forms/:key/items/:item' },
    params,
    async handle(ask) {
      const found = await open(ask);
      if (!found) return missing();
      const turn = found.opened.draft?.version ?? 0;
      return page(<ItemPage {...found} typed={typedItem(found.one)} errors={[]} turn={turn} />);
    },
  }),
  route({
    ...formKeepers,
    ...{ method: 'POST', url: '/forms/:key/items/:item' },
    params,
    body,
    handle: save,
  }),
];
