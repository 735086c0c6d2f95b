import { otherAnswer } from '../domain/forms/check.ts';
import { inLang } from '../domain/forms/items.ts';
import type { Item } from '../domain/forms/questionnaire.ts';
import { type Ui, useUi } from './context.ts';
import { Checkboxes, Radios, TextField } from './fields.tsx';

interface ChoicesProps {
  one: Item;
  field: { name: string; label: string; required?: boolean; error?: string; prefilled?: string };
  texts: readonly string[];
}

/** An empty value goes first, so that the server knows the question was drawn when nothing is chosen. */
export function Choices({ one, field, texts }: ChoicesProps) {
  const ui = useUi();
  const { forms } = ui.words;
  const options = one.type === 'boolean' ? yesNo(ui) : optionsOf(one, ui.lang);
  const open = one.type === 'open-choice';
  const listed = options.map(option => option.value);
  const own = texts.find(text => text !== otherAnswer && !listed.includes(text)) ?? '';
  const other = open && !one.repeats ? [{ value: otherAnswer, label: forms.other }] : [];
  const known = texts.find(text => listed.includes(text));
  const chosen = known ?? (open && (own !== '' || texts.includes(otherAnswer)) ? otherAnswer : texts[0]);
  return (
    <>
      <input type="hidden" name={field.name} value="" />
      {one.repeats ? (
        <Checkboxes {...field} choices={options} values={texts} />
      ) : (
        <Radios
          {...field}
          choices={[...options, ...other]}
          value={chosen}
          line={options.length <= 3 && !open}
        />
      )}
      {open && (
        <TextField
          id={`${field.name}-other`}
          name={field.name}
          label={forms.otherField(field.label)}
          value={own}
          width="mid"
        />
      )}
    </>
  );
}

function optionsOf(one: Item, lang: string) {
  return one.answerOption!.map(({ valueCoding: { code, display, _display } }) => ({
    value: code,
    label: inLang(display, _display, lang),
  }));
}

function yesNo({ words }: Ui) {
  return [
    { value: 'true', label: words.forms.yes },
    { value: 'false', label: words.forms.no },
  ];
}
