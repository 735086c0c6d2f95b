import { z } from 'zod';
import type { FilterAsk, WorklistView } from '../../app/worklists.ts';
import { key, text } from '../../http/form.ts';
import { useUi } from '../../ui/context.ts';
import { type Choice, Select, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';

/** Filters of an address: keys and codes, never a name. */
export const filterQuery = z.strictObject({
  type: z.enum(['referral', 'econsult']).optional(),
  service: key.optional(),
  assigned: z.union([z.literal('me'), key]).optional(),
  urgency: z.literal('urgent').optional(),
  after: z.string().max(100).optional(),
});
export type FilterQuery = z.infer<typeof filterQuery>;

/** The filter form. What is searched for is about patients, so the form posts. */
export const filterBody = z.strictObject({
  q: text(200),
  ...{ type: text(20), service: text(26), assigned: text(26), urgency: text(10), after: text(100) },
});

/** What a posted form asks for; a choice that there is not filters nothing. */
export function typedFilters(body: z.infer<typeof filterBody>): FilterQuery & { q?: string } {
  const { q, ...rest } = body;
  const given = Object.entries(rest).filter(([, value]) => value !== '');
  const parsed = filterQuery.safeParse(Object.fromEntries(given));
  return { ...(parsed.success ? parsed.data : {}), ...(q !== '' && { q }) };
}

export function askOf({ type, service, assigned, urgency, q }: FilterQuery & { q?: string }): FilterAsk {
  return { type, service, assigned, urgent: urgency === 'urgent' || undefined, search: q };
}

/** `/worklist/needs-me?type=referral`; what was searched for never is in it. */
export function listUrl(folder: string, { type, service, assigned, urgency, after }: FilterQuery): string {
  const given = Object.entries({ type, service, assigned, urgency, after }).filter(([, value]) => value);
  const query = new URLSearchParams(given as [string, string][]).toString();
  return `/worklist/${folder}${query && `?${query}`}`;
}

export interface FiltersProps {
  folder: string;
  typed: FilterQuery & { q?: string };
  view: Pick<WorklistView, 'services' | 'colleagues'>;
}

/** Search and filters in one line; on a phone they fold. */
export function FilterBar({ folder, typed, view }: FiltersProps) {
  const { filters } = useUi().words.worklist;
  const set = Object.values(typed).some(value => value !== undefined);
  return (
    <search>
      <Form action={`/worklist/${folder}`} class="filters line" label={filters.label}>
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
        <Choices typed={typed} view={view} />
        <SubmitButton>{filters.submit}</SubmitButton>
        {set && (
          <a class="far s nw" href={`/worklist/${folder}`}>
            {filters.clear}
          </a>
        )}
      </Form>
    </search>
  );
}

function Choices({ typed, view }: Pick<FiltersProps, 'typed' | 'view'>) {
  const { words, lang } = useUi();
  const { filters } = words.worklist;
  const services = view.services.map(one => ({ value: one.key, label: one[lang] }));
  const people = view.colleagues.map(one => ({ value: one.key, label: one.name }));
  const types = [
    { value: 'referral', label: filters.referrals },
    { value: 'econsult', label: filters.econsults },
  ];
  return (
    <>
      <OneOf name="type" label={filters.type} all={filters.bothTypes} choices={types} value={typed.type} />
      <OneOf
        name="service"
        label={filters.service}
        all={filters.allServices}
        choices={services}
        value={typed.service}
      />
      <OneOf
        name="assigned"
        label={filters.assigned}
        all={filters.everyone}
        choices={[{ value: 'me', label: filters.meOrNone }, ...people]}
        value={typed.assigned}
      />
      <OneOf
        name="urgency"
        label={filters.urgency}
        all={filters.anyUrgency}
        choices={[{ value: 'urgent', label: filters.urgent }]}
        value={typed.urgency}
      />
    </>
  );
}

interface OneOfProps {
  name: string;
  label: string;
  all: string;
  choices: readonly Choice[];
  value?: string;
}

function OneOf({ all, ...rest }: OneOfProps) {
  return <Select {...rest} empty={all} width="short" quiet />;
}
