import type { SavedView } from '../../app/ports/my-lists.ts';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { type FilterQuery, filterNames, listUrl, typedFilters } from './filters.tsx';

/** Where a saved view leads. Filters that there are no more filter nothing. */
export function viewUrl({ folder, filters }: SavedView): string {
  return listUrl(folder, typedFilters(filters));
}

/** Under a list that is filtered: keeps it under a name. */
export function KeepView({ from, typed }: { from: string; typed: FilterQuery }) {
  const w = useUi().words.worklist.mine;
  const set = filterNames.filter(name => typed[name] !== undefined);
  if (set.length === 0) return null;
  return (
    <Form action="/worklist/views" class="line s" label={w.keepView}>
      <input type="hidden" name="folder" value={from} />
      {set.map(name => (
        <input key={name} type="hidden" name={name} value={typed[name]} />
      ))}
      <label class="line">
        {w.viewName}
        <input class="in mid" name="name" maxLength={60} required />
      </label>
      <SubmitButton>{w.keepView}</SubmitButton>
    </Form>
  );
}
