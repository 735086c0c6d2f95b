import { z } from 'zod';
import type { FilterAsk, WorklistView } from '../../app/worklist/worklists.ts';
import { key, text } from '../../http/form.ts';
import { useUi } from '../../ui/context.ts';
import { Checkbox, type Choice, Select, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { inLists, priorityChoices } from './triage-words.ts';

/** Filters of an address: keys and codes, never a name of a patient. */
export const filterQuery = z.strictObject({
  type: z.enum(['referral', 'econsult']).optional(),
  service: key.optional(),
  assigned: z.union([z.literal('me'), key]).optional(),
  urgency: z.literal('urgent').optional(),
  priority: z.string().max(60).optional(),
  protocol: z.string().max(200).optional(),
  language: z
    .string()
    .regex(/^[a-z-]{2,8}$/)
    .optional(),
  region: z
    .string()
    .regex(/^[A-Z]$/)
    .optional(),
  other: key.optional(),
  clinician: key.optional(),
  after: z.string().max(100).optional(),
});
export type FilterQuery = z.infer<typeof filterQuery>;
/** With what was searched for, and whether in this list alone; neither is ever in an address. */
export type Typed = FilterQuery & { q?: string; here?: boolean };

/** Names of the filters, in the order of the form. */
export const filterNames = [
  ...(['type', 'service', 'assigned', 'urgency'] as const),
  ...(['priority', 'protocol', 'other', 'clinician', 'language', 'region'] as const),
];

/** The filter form. What is searched for is about patients, so the form posts. */
export const filterBody = z.strictObject({
  q: text(200),
  here: text(5),
  ...{ type: text(20), service: text(26), assigned: text(26), urgency: text(10), after: text(100) },
  ...{
    priority: text(60),
    protocol: text(200),
    language: text(8),
    region: text(1),
    other: text(26),
    clinician: text(26),
  },
});

/** What a posted form asks for; a choice that there is not filters nothing. */
export function typedFilters(body: Partial<z.infer<typeof filterBody>>): Typed {
  const { q = '', here, ...rest } = body;
  const given = Object.entries(rest).filter(([, value]) => value !== '');
  const parsed = filterQuery.safeParse(Object.fromEntries(given));
  return { ...(parsed.success ? parsed.data : {}), ...(q !== '' && { q, here: here === 'yes' }) };
}

export function askOf({ urgency, q, after: _after, here: _here, ...plain }: Typed): FilterAsk {
  return { ...plain, urgent: urgency === 'urgent' || undefined, search: q };
}

/** Whether anything narrows the list. */
export function isNarrowed(typed: Typed): boolean {
  return typed.q !== undefined || filterNames.some(name => typed[name] !== undefined);
}

/** `type=referral&urgency=urgent`: what an address may say of filters. */
export function filterParams(typed: FilterQuery, more: Record<string, string | undefined> = {}): string {
  const names = [...filterNames, 'after'] as const;
  const given = [...Object.entries(more), ...names.map(name => [name, typed[name]] as const)];
  return new URLSearchParams(given.filter(([, value]) => value) as [string, string][]).toString();
}

/** `/worklist/needs-me?type=referral`; what was searched for never is in it. */
export function listUrl(folder: string, typed: FilterQuery): string {
  const query = filterParams(typed);
  return `/worklist/${folder}${query && `?${query}`}`;
}

export interface FiltersProps {
  folder: string;
  typed: Typed;
  view: Pick<WorklistView, 'facets' | 'colleagues' | 'triage'>;
}

/** Search in one line; filters under it, folded on a phone, and the rarer ones everywhere. */
export function FilterBar({ folder, typed, view }: FiltersProps) {
  const { filters } = useUi().words.worklist;
  return (
    <search>
      <Form action={`/worklist/${folder}`} class="filters stack" label={filters.label}>
        <div class="line">
          <TextField
            name="q"
            type="search"
            label={filters.search}
            placeholder={filters.searchShort}
            value={typed.q}
            width="mid"
            autocomplete="off"
            quiet
          />
          <Checkbox name="here" value="yes" label={filters.here} checked={typed.here} />
          <SubmitButton>{filters.submit}</SubmitButton>
          {isNarrowed(typed) && (
            <a class="far s nw" href={`/worklist/${folder}`}>
              {filters.clear}
            </a>
          )}
        </div>
        <details class="all">
          <summary>{filters.label2}</summary>
          <div class="line">
            <Usual typed={typed} view={view} />
          </div>
        </details>
        <More typed={typed} view={view} />
      </Form>
    </search>
  );
}

type Parts = Pick<FiltersProps, 'typed' | 'view'>;

function Usual({ typed, view }: Parts) {
  const { words, lang } = useUi();
  const { filters } = words.worklist;
  const services = view.facets.services.map(one => ({ value: one.key, label: one[lang] }));
  const people = view.colleagues.map(one => ({ value: one.key, label: one.name }));
  const types = [
    { value: 'referral', label: filters.referrals },
    { value: 'econsult', label: filters.econsults },
  ];
  const urgent = [{ value: 'urgent', label: filters.urgent }];
  const whose = [{ value: 'me', label: filters.meOrNone }, ...people];
  return (
    <>
      <OneOf name="type" label={filters.type} all={filters.bothTypes} choices={types} typed={typed} />
      <OneOf
        name="service"
        label={filters.service}
        all={filters.allServices}
        choices={services}
        typed={typed}
      />
      <OneOf name="assigned" label={filters.assigned} all={filters.everyone} choices={whose} typed={typed} />
      <OneOf name="urgency" label={filters.urgency} all={filters.anyUrgency} choices={urgent} typed={typed} />
    </>
  );
}

/** Open while one of them is set. Those that nothing open could answer to are left out. */
function More({ typed, view }: Parts) {
  const ui = useUi();
  const { filters } = ui.words.worklist;
  const choices = rarer(ui, view);
  const shown = choices.filter(one => one.choices.length > 0 || typed[one.name] !== undefined);
  if (shown.length === 0) return null;
  return (
    <details open={shown.some(one => typed[one.name] !== undefined)}>
      <summary>{filters.more}</summary>
      <div class="line">
        {shown.map(one => (
          <OneOf key={one.name} {...one} typed={typed} />
        ))}
      </div>
    </details>
  );
}

type Rarer = Omit<OneOfProps, 'typed'> & { name: (typeof filterNames)[number] };

function rarer({ words, lang }: ReturnType<typeof useUi>, { facets, triage }: Parts['view']): Rarer[] {
  const { worklist, directory, patients } = words;
  const { filters } = worklist;
  const languages: Record<string, string> = patients.languages;
  const listed = (values: readonly string[], nameOf: (value: string) => string): Choice[] =>
    values.map(value => ({ value, label: nameOf(value) }));
  const priorities = priorityChoices(words, lang, triage).filter(one =>
    facets.priorities.includes(one.value),
  );
  const protocols = listed(facets.protocols, one => inLists(triage.protocol, one, lang));
  const others = facets.others.map(one => ({ value: one.key, label: one[lang] }));
  const clinicians = facets.clinicians.map(one => ({ value: one.key, label: one.name }));
  const spoken = listed(facets.languages, one => languages[one] ?? one);
  const regions = listed(facets.regions, one => directory.regions[one] ?? one);
  return [
    { name: 'priority', label: filters.priority, all: filters.anyPriority, choices: priorities },
    { name: 'protocol', label: filters.protocol, all: filters.anyProtocol, choices: protocols },
    { name: 'other', label: filters.other, all: filters.anyOther, choices: others },
    { name: 'clinician', label: filters.clinician, all: filters.anyClinician, choices: clinicians },
    { name: 'language', label: filters.language, all: filters.anyLanguage, choices: spoken },
    { name: 'region', label: filters.region, all: filters.anyRegion, choices: regions },
  ];
}

interface OneOfProps {
  name: (typeof filterNames)[number];
  label: string;
  all: string;
  choices: readonly Choice[];
  typed: Typed;
}

function OneOf({ all, typed, ...rest }: OneOfProps) {
  return <Select {...rest} value={typed[rest.name]} empty={all} width="short" quiet />;
}
