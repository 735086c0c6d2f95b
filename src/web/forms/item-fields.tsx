import { allItems, inLang } from '../../domain/forms/items.ts';
import { knownMeanings } from '../../domain/forms/populate.ts';
import { itemTypes } from '../../domain/forms/questionnaire.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf } from '../../ui/error-summary.tsx';
import { Checkbox, NumberField, Select, TextArea, TextField } from '../../ui/fields.tsx';
import type { ItemPageProps } from './item.tsx';

/** What every item says, and what only its kind has. */
export function ItemFields(props: ItemPageProps) {
  const w = useUi().words.library;
  const { typed, errors, one } = props;
  const group = one.type === 'group';
  const display = typed.type === 'display';
  const kinds = itemTypes.filter(type => (type === 'group') === group);
  const error = (name: string) => errorOf(errors, name);
  return (
    <>
      <div class="cols two">
        <TextArea name="en" label={w.item.en} value={typed.en} rows={2} lang="en" error={error('en')} />
        <TextArea name="fr" label={w.item.fr} value={typed.fr} rows={2} lang="fr" error={error('fr')} />
      </div>
      {group ? (
        <>
          <input type="hidden" name="type" value="group" />
          <Checkbox name="table" label={w.item.table} checked={typed.table} />
        </>
      ) : (
        <Select
          name="type"
          label={w.item.type}
          value={typed.type}
          error={error('type')}
          choices={kinds.map(value => ({ value, label: w.types[value]! }))}
        />
      )}
      {display && <Checkbox name="emergency" label={w.item.emergency} checked={typed.emergency} />}
      {!group && !display && <QuestionFields {...props} />}
    </>
  );
}

function QuestionFields(props: ItemPageProps) {
  const w = useUi().words.library;
  const { typed, errors } = props;
  const error = (name: string) => errorOf(errors, name);
  const numeric = ['integer', 'decimal', 'quantity'].includes(typed.type);
  const choice = typed.type === 'choice' || typed.type === 'open-choice';
  return (
    <>
      <div class="stack">
        <Checkbox name="required" label={w.item.required} checked={typed.required} />
        {choice && <Checkbox name="repeats" label={w.item.repeats} checked={typed.repeats} />}
        <Checkbox name="readOnly" label={w.item.readOnly} checked={typed.readOnly} />
      </div>
      {(typed.type === 'string' || typed.type === 'text') && (
        <NumberField
          name="maxLength"
          label={w.item.maxLength}
          value={typed.maxLength}
          error={error('maxLength')}
        />
      )}
      {numeric && (
        <div class="line">
          <NumberField name="min" label={w.item.min} value={typed.min} decimal error={error('min')} />
          <NumberField name="max" label={w.item.max} value={typed.max} decimal error={error('max')} />
          {typed.type === 'quantity' && (
            <TextField name="unit" label={w.item.unit} value={typed.unit} width="short" />
          )}
        </div>
      )}
      <Filled {...props} />
      {(typed.type === 'integer' || typed.type === 'decimal') && <WorkedOut {...props} />}
    </>
  );
}

function Filled({ typed, errors }: ItemPageProps) {
  const w = useUi().words.library;
  const meanings = knownMeanings.map(value => ({ value, label: w.meanings[value]! }));
  const own = typed.meaning !== '' && !knownMeanings.some(one => one === typed.meaning);
  const bank = own ? [{ value: typed.meaning, label: w.bankMeaning(typed.meaning) }] : [];
  return (
    <>
      <Select
        name="meaning"
        label={w.item.meaning}
        hint={w.item.meaningHint}
        empty={w.item.noMeaning}
        value={typed.meaning}
        choices={[...meanings, ...bank]}
      />
      <TextField
        name="initial"
        label={w.item.initial}
        hint={w.item.initialHint}
        value={typed.initial}
        error={errorOf(errors, 'initial')}
        width="mid"
      />
    </>
  );
}

function WorkedOut({ typed, content, errors }: ItemPageProps) {
  const { words, lang } = useUi();
  const w = words.library;
  const sections = allItems(content.item)
    .filter(one => one.type === 'group')
    .map(one => ({
      value: `sum:${one.linkId}`,
      label: w.item.sumOf(inLang(one.text, one._text, lang) || w.untitled),
    }));
  return (
    <>
      <Select
        name="score"
        label={w.item.score}
        empty={w.item.noScore}
        value={typed.score}
        error={errorOf(errors, 'score')}
        choices={[...sections, { value: 'formula', label: w.item.byFormula }]}
      />
      <TextArea
        name="formula"
        label={w.item.formula}
        hint={w.item.formulaHint}
        value={typed.formula}
        rows={3}
        lang="zxx"
        error={errorOf(errors, 'formula')}
      />
    </>
  );
}
