import { readCharacters } from '../../app/directory/directory.ts';
import { regions, serviceLanguages, ways } from '../../domain/directory/service.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Checkbox, NumberField, Select, TextField } from '../../ui/fields.tsx';
import { SubmitButton } from '../../ui/form.tsx';
import { number } from '../../ui/format.ts';
import { filterSexes } from './asked.ts';
import { kinds, type Query } from './query.ts';

interface FormProps {
  asked: Query;
  errors: readonly FieldError[];
}

/** Kilometres and weeks that are offered to choose from; an address may say others. */
const distances = [10, 25, 50, 100, 250];
const waits = [2, 4, 8, 12, 26, 52];

/** Words, place, language and kind, and folded below them everything else that narrows the list. */
export function SearchForm({ asked, errors }: FormProps) {
  const w = useUi().words.directory;
  const languages = serviceLanguages.map(value => ({ value, label: w.languageName(value) }));
  return (
    <search>
      <form method="get" action="/directory" class="card flat stack" aria-label={w.title}>
        <TextField
          {...{ name: 'q', type: 'search', label: w.words, hint: w.wordsHint, value: asked.q }}
          maxLength={readCharacters}
        />
        <div class="cols three fields">
          <TextField
            {...{ name: 'near', label: w.near, hint: w.nearHint, value: asked.near }}
            error={errorOf(errors, 'near')}
            autocomplete="postal-code"
          />
          <Select
            {...{ name: 'lang', label: w.language, choices: languages, value: asked.lang }}
            empty={w.anyLanguage}
            error={errorOf(errors, 'lang')}
          />
          <Select
            {...{ name: 'kind', label: w.kind, value: asked.kind || 'all' }}
            choices={kinds.map(value => ({ value, label: w.kinds[value] }))}
            error={errorOf(errors, 'kind')}
          />
        </div>
        <Narrow asked={asked} errors={errors} />
        <Window asked={asked} errors={errors} />
        <SubmitButton icon="search" look="main">
          {w.submit}
        </SubmitButton>
      </form>
    </search>
  );
}

const narrowing = [
  ...([
    'age',
    'sex',
    'region',
    'within',
    'wait',
    'way',
    'urgency',
    'virtual',
    'accepting',
    'bounds',
  ] as const),
];

function Narrow({ asked, errors }: FormProps) {
  const w = useUi().words.search;
  const isOpen = narrowing.some(
    name => (asked[name] !== '' && name !== 'bounds') || errorOf(errors, name) !== undefined,
  );
  return (
    <details class="narrow" open={isOpen}>
      <summary>{w.narrow}</summary>
      <div class="cols three fields">
        <Person asked={asked} errors={errors} />
        <Offer asked={asked} errors={errors} />
      </div>
    </details>
  );
}

/** The window of the map is kept unseen, but for one that is to be mended: the map puts another in its place. */
function Window({ asked, errors }: FormProps) {
  const w = useUi().words.search;
  const error = errorOf(errors, 'bounds');
  if (error) return <TextField name="bounds" label={w.bounds} value={asked.bounds} error={error} />;
  return (
    <span id="window" hidden>
      {asked.bounds !== '' && <input type="hidden" name="bounds" value={asked.bounds} />}
    </span>
  );
}

function Person({ asked, errors }: FormProps) {
  const { words, lang } = useUi();
  const { search: w, directory: d, patients } = words;
  const of = (name: keyof Query) => ({ name, value: asked[name], error: errorOf(errors, name) });
  return (
    <>
      <NumberField {...of('age')} label={w.age} hint={w.ageHint} maxLength={3} />
      <Select
        {...of('sex')}
        label={w.sex}
        empty={w.anySex}
        choices={filterSexes.map(value => ({ value, label: patients.sexes[value] }))}
      />
      <Select
        {...of('region')}
        {...{ label: d.region, hint: w.regionHint, empty: w.anyRegion }}
        choices={regions.map(value => ({ value, label: d.regions[value] ?? value }))}
      />
      <Select
        {...of('within')}
        {...{ label: w.within, empty: w.anywhere }}
        choices={numbered(distances, asked.within, km => w.withinKm(number(km, lang)))}
      />
    </>
  );
}

function Offer({ asked, errors }: FormProps) {
  const { search: w, directory: d } = useUi().words;
  const of = (name: keyof Query) => ({ name, value: asked[name], error: errorOf(errors, name) });
  return (
    <>
      <Select
        {...of('wait')}
        {...{ label: w.wait, empty: w.anyWait }}
        choices={numbered(waits, asked.wait, w.withinWeeks)}
      />
      <Select
        {...of('way')}
        {...{ label: d.waysTitle, empty: w.anyWay }}
        choices={ways.map(value => ({ value, label: d.ways[value] ?? value }))}
      />
      <Select
        {...of('urgency')}
        {...{ label: d.urgency, empty: w.anyUrgency }}
        choices={[{ value: 'urgent', label: w.urgencies.urgent }]}
      />
      <div>
        <Checkbox
          {...{ name: 'virtual', label: w.virtual, checked: asked.virtual === 'yes' }}
          error={errorOf(errors, 'virtual')}
        />
        <Checkbox
          {...{ name: 'accepting', label: w.accepting, checked: asked.accepting === 'yes' }}
          error={errorOf(errors, 'accepting')}
        />
      </div>
    </>
  );
}

/** The offered numbers, and the one that is asked for if it is another. */
function numbered(offered: readonly number[], asked: string, label: (value: number) => string) {
  const own = /^\d{1,4}$/.test(asked) && !offered.includes(Number(asked)) ? [Number(asked)] : [];
  return [...offered, ...own]
    .sort((a, b) => a - b)
    .map(value => ({ value: String(value), label: label(value) }));
}
