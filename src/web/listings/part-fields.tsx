import type { ListingChoices } from '../../app/listings/edit-listing.ts';
import type { TypedListing } from '../../app/listings/listing-fields.ts';
import type { KeptListing } from '../../app/ports/listings.ts';
import { inOrder } from '../../domain/directory/category-tree.ts';
import {
  type FieldRule,
  type ListingPart,
  listingParts,
  type PlainField,
} from '../../domain/directory/listing.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import {
  Checkbox,
  Checkboxes,
  type Choice,
  DateField,
  NumberField,
  Radios,
  Select,
  TextArea,
  TextField,
} from '../../ui/fields.tsx';

export interface PartProps {
  part: ListingPart;
  typed: TypedListing;
  errors: readonly FieldError[];
  choices: ListingChoices;
  kind: KeptListing['kind'];
}

/** The plain fields of one form; two that say the same in two languages stand side by side. */
export function PlainFields(props: PartProps) {
  const fields = Object.keys(listingParts[props.part]) as PlainField[];
  const shown = fields.filter(
    field => props.kind === 'referral' || (field !== 'takes' && field !== 'intake'),
  );
  return shown
    .filter(field => !field.endsWith('Fr'))
    .map(field =>
      field.endsWith('En') ? (
        <div class="cols two" key={field}>
          <One {...props} field={field} />
          <One {...props} field={`${field.slice(0, -2)}Fr` as PlainField} />
        </div>
      ) : (
        <One {...props} field={field} key={field} />
      ),
    );
}

function One({ field, ...props }: PartProps & { field: PlainField }) {
  const ui = useUi();
  const w = ui.words.listings;
  const rule: FieldRule = (listingParts[props.part] as Record<string, FieldRule>)[field]!;
  const value = props.typed[field];
  const text = typeof value === 'string' ? value : '';
  const shared = {
    ...{ name: field, label: w.fields[field]!, hint: w.hints[field], error: errorOf(props.errors, field) },
    required: 'required' in rule && rule.required,
  };
  const lang = field.endsWith('Fr') ? 'fr' : field.endsWith('En') ? 'en' : undefined;
  switch (rule.is) {
    case 'paragraphs':
      return <TextArea {...shared} value={text} rows={4} lang={lang} />;
    case 'number':
      return <NumberField {...shared} value={text} />;
    case 'day':
      return <DateField {...shared} value={text} />;
    case 'tick':
      return <Checkbox {...shared} checked={value === true} />;
    case 'one':
      return (
        <Radios
          {...shared}
          value={text}
          choices={rule.of.map(code => ({ value: code, label: w.takesWays[code]! }))}
        />
      );
    case 'many':
      return (
        <Checkboxes
          {...shared}
          values={Array.isArray(value) ? value : []}
          choices={rule.of.map(code => ({ value: code, label: wordOf(ui, field, code) }))}
          line
        />
      );
    case 'keyed':
      return <Keyed {...shared} field={field} value={text} choices={props.choices} />;
    default:
      return <TextField {...shared} {...lineLook[rule.is]} value={text} lang={lang} />;
  }
}

const lineLook = {
  line: {},
  link: {},
  email: { type: 'email' },
  phone: { type: 'tel', width: 'mid' },
} as const;

/** What a code of a list is called. */
export function wordOf({ words }: Ui, field: string, code: string): string {
  const w = words.directory;
  const lists: Record<string, Record<string, string>> = {
    ...{ accessibility: w.accessible, sexes: w.forSexes, regions: w.regions, ways: w.ways, modes: w.modes },
    takes: words.listings.takesWays,
  };
  return field === 'languages' ? w.languageName(code) : (lists[field]?.[code] ?? code);
}

interface KeyedProps {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  field: PlainField;
  value: string;
  choices: ListingChoices;
}

function Keyed({ field, choices, ...rest }: KeyedProps) {
  const ui = useUi();
  const w = ui.words.listings;
  const empty = field === 'form' ? w.standardForm : field === 'intake' ? w.noIntake : w.form.choose;
  return <Select {...rest} empty={empty} choices={choicesOf(ui, field, choices)} />;
}

/** What may be chosen: kinds of service as a tree, forms by title, central intakes by name. */
function choicesOf(ui: Ui, field: PlainField, choices: ListingChoices): Choice[] {
  const name = (one: { nameEn: string; nameFr: string }) => (ui.lang === 'fr' ? one.nameFr : one.nameEn);
  if (field === 'form')
    return choices.forms.map(form => ({
      value: form.slug,
      label: ui.lang === 'fr' ? form.titleFr : form.titleEn,
    }));
  if (field === 'intake') return choices.intakes.map(one => ({ value: one.key, label: name(one) }));
  return categoryChoices(ui.lang, choices.categories);
}

/** Kinds of service, each one further in than the one above it. */
export function categoryChoices(lang: 'en' | 'fr', categories: ListingChoices['categories']): Choice[] {
  return inOrder(categories).map(({ category, depth }) => ({
    value: category.code,
    label: `${'  '.repeat(depth)}${lang === 'fr' ? category.nameFr : category.nameEn}`,
  }));
}
