import { z } from 'zod';
import { changeForm, type OpenedForm, openForm, readBank } from '../../app/forms/form-library.ts';
import type { BankEntry } from '../../domain/forms/bank.ts';
import {
  addItem,
  copyInto,
  itemOf,
  moveItem,
  newItem,
  type Place,
  removeItem,
} from '../../domain/forms/edit.ts';
import { allItems, expressionOf, french, inLang } from '../../domain/forms/items.ts';
import { knownMeanings } from '../../domain/forms/populate.ts';
import { type Item, itemTypes, type Questionnaire } from '../../domain/forms/questionnaire.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Select, TextField } from '../../ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { Note } from '../../ui/note.tsx';
import { Faults } from './faults.tsx';
import { contentOf, FormFrame, formKeepers } from './form-frame.tsx';

interface OutlineProps {
  opened: OpenedForm;
  content: Questionnaire;
  bank: readonly BankEntry[];
  problem?: string;
}

/** Every item of a form in its order; each may be changed, moved and removed, and others added. */
function OutlinePage({ opened, content, bank, problem }: OutlineProps) {
  const w = useUi().words.library;
  const { form, draft, faults } = opened;
  const at = `/forms/${form.key}`;
  const turn = draft?.version ?? 0;
  return (
    <FormFrame form={form} heading={w.edit}>
      {problem !== undefined && (
        <Note look="late" focus>
          {w.problems[problem]}
        </Note>
      )}
      {draft && faults.length > 0 && <Faults opened={opened} />}
      <Form action={`${at}/edit`} turn={turn} class="card flat stack" label={w.heads}>
        <div class="cols two">
          <TextField name="en" label={w.titleEn} value={content.title} lang="en" />
          <TextField
            name="fr"
            label={w.titleFr}
            value={inLang(content.title, content._title, 'fr')}
            lang="fr"
          />
        </div>
        <SubmitButton name="do" value="title">
          {w.saveTitle}
        </SubmitButton>
      </Form>
      <section class="stack" aria-labelledby="items">
        <h2 id="items">{w.questions}</h2>
        {content.item.length === 0 && <p>{w.tryNothing}</p>}
        <Form action={`${at}/edit`} turn={turn} label={w.questions}>
          <Items items={content.item} at={at} />
        </Form>
      </section>
      <div class="cols two">
        <AddItem at={at} turn={turn} content={content} />
        {bank.length > 0 && <AddFromBank at={at} turn={turn} content={content} bank={bank} />}
      </div>
      <p class="line">
        <ButtonLink href={at} look="main">
          {w.toForm}
        </ButtonLink>
        <a href={`${at}/try`}>{w.tryIt}</a>
      </p>
    </FormFrame>
  );
}

function Items({ items, at }: { items: readonly Item[]; at: string }) {
  return (
    <ol class="plain outline">
      {items.map((one, i) => (
        <li key={one.linkId}>
          <Line one={one} at={at} first={i === 0} last={i === items.length - 1} />
          {one.item && one.item.length > 0 && <Items items={one.item} at={at} />}
        </li>
      ))}
    </ol>
  );
}

function Line({ one, at, first, last }: { one: Item; at: string; first: boolean; last: boolean }) {
  const { words, lang } = useUi();
  const w = words.library;
  const said = inLang(one.text, one._text, lang) || one.text || w.untitled;
  const marks = [
    w.types[one.type],
    one.required && w.requiredMark,
    one.enableWhen && w.whenMark,
    expressionOf(one) !== undefined && w.scoreMark,
    knownMeanings.some(name => one.definition?.endsWith(`:${name}`)) && w.prefilledMark,
  ].filter(Boolean);
  const act = (name: string, label: string) => (
    <SubmitButton look="text" name="do" value={`${name}:${one.linkId}`}>
      {label}
      <span class="sr">: {said}</span>
    </SubmitButton>
  );
  return (
    <div class="line nowrap">
      <span>
        <a href={`${at}/items/${one.linkId}`} class={one.type === 'group' ? 'b' : undefined}>
          <bdi>{said}</bdi>
        </a>
        <br />
        <span class="s dim">{marks.join(', ')}</span>
      </span>
      <span class="far line s nowrap">
        {!first && act('up', w.up)}
        {!last && act('down', w.down)}
        {act('remove', w.remove)}
      </span>
    </div>
  );
}

function sections({ words, lang }: ReturnType<typeof useUi>, content: Questionnaire) {
  return allItems(content.item)
    .filter(one => one.type === 'group')
    .map(one => ({
      value: one.linkId,
      label: inLang(one.text, one._text, lang) || words.library.untitled,
    }));
}

interface AddProps {
  at: string;
  turn: number;
  content: Questionnaire;
}

function AddItem({ at, turn, content }: AddProps) {
  const ui = useUi();
  const w = ui.words.library;
  const into = sections(ui, content);
  return (
    <Form action={`${at}/edit`} turn={turn} class="card flat stack" labelledBy="add">
      <h2 id="add">{w.addQuestion}</h2>
      <Select
        name="type"
        label={w.addType}
        value={content.item.length === 0 ? 'group' : 'string'}
        choices={itemTypes.map(value => ({ value, label: w.types[value]! }))}
      />
      <Select name="into" label={w.addInto} empty={w.atEnd} value={into.at(-1)?.value} choices={into} />
      <SubmitButton name="do" value="add" icon="plus">
        {w.addDo}
      </SubmitButton>
    </Form>
  );
}

function AddFromBank({ at, turn, content, bank }: AddProps & { bank: readonly BankEntry[] }) {
  const ui = useUi();
  const w = ui.words.library;
  const into = sections(ui, content);
  const choices = bank.map(({ name, item }) => ({
    value: name,
    label: `${inLang(item.text, item._text, ui.lang)} (${w.types[item.type]})`,
  }));
  return (
    <Form action={`${at}/edit`} turn={turn} class="card flat stack" labelledBy="bank">
      <h2 id="bank">{w.fromBank}</h2>
      <p class="s dim">{w.bankLead}</p>
      <Select name="entry" label={w.bankField} empty={w.choose} choices={choices} />
      <Select
        name="into"
        id="bank-into"
        label={w.addInto}
        empty={w.atEnd}
        value={into.at(-1)?.value}
        choices={into}
      />
      <SubmitButton name="do" value="bank" icon="plus">
        {w.addDo}
      </SubmitButton>
    </Form>
  );
}

const params = z.strictObject({ key });
const body = z.strictObject({
  ...{ do: text(80), type: text(20), into: text(60), entry: text(200), en: text(200), fr: text(200) },
});
type EditAsk = Ask<{ key: string }, unknown, z.infer<typeof body>>;

async function draw(ask: Pick<EditAsk, 'app' | 'actor' | 'params'>, problem?: string): Promise<Reply> {
  const { app, actor, params } = ask;
  const opened = await openForm(app, actor, params.key);
  const content = opened?.form.mine ? contentOf(opened) : null;
  if (!opened || !content) return missing();
  const bank = await readBank(app, actor, opened.form.slug);
  return page(<OutlinePage opened={opened} content={content} bank={bank} problem={problem} />, {
    status: problem === undefined ? 200 : 409,
  });
}

/** What a press does to the form, and the item it leads to. */
function changeOf(typed: EditAsk['body'], bank: readonly BankEntry[]) {
  const [act, linkId = ''] = typed.do.split(':') as [string, string?];
  const place = (form: Questionnaire): Place =>
    itemOf(form, typed.into)?.type === 'group' ? { into: typed.into } : {};
  let led = '';
  const added = (form: Questionnaire, item: Item) => {
    led = `/items/${item.linkId}`;
    return addItem(form, item, place(form));
  };
  const change = (form: Questionnaire): Questionnaire => {
    const entry = bank.find(one => one.name === typed.entry);
    if (act === 'title') return { ...form, title: typed.en, _title: french(typed.fr) };
    if (act === 'up' || act === 'down') return moveItem(form, linkId, act);
    if (act === 'remove') return removeItem(form, linkId);
    if (act === 'bank') return entry ? addItem(form, copyInto(form, entry.item), place(form)) : form;
    const type = itemTypes.find(one => one === typed.type);
    return act === 'add' && type ? added(form, newItem(form, type)) : form;
  };
  return { change, led: () => led };
}

/** The questions of a form, one after the other. */
export const routes: Route[] = [
  route({ ...formKeepers, ...{ method: 'GET', url: '/forms/:key/edit' }, params, handle: ask => draw(ask) }),
  route({
    ...formKeepers,
    ...{ method: 'POST', url: '/forms/:key/edit' },
    params,
    body,
    async handle(ask) {
      const { app, actor, params, body: typed, turn: version = 0 } = ask;
      const bank = typed.do === 'bank' ? await readBank(app, actor, '') : [];
      const { change, led } = changeOf(typed, bank);
      const outcome = await changeForm(app, actor, { key: params.key, version, change });
      if (!outcome) return missing();
      return outcome.ok ? redirect(`/forms/${params.key}${led() || '/edit'}`) : draw(ask, outcome.problem);
    },
  }),
];
