import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { listUrl, type Typed } from './filters.tsx';

interface FootProps {
  from: string;
  typed: Typed;
}

/** Filters and what was searched for, posted again unseen. */
function Again({ typed, after }: Pick<FootProps, 'typed'> & { after?: string }) {
  const { here, ...rest } = typed;
  const fields = Object.entries({ ...rest, ...(here && { here: 'yes' }), after });
  return (
    <>
      {fields.map(([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />)}
    </>
  );
}

/** The next rows: a link, or for a search a form, so that names stay out of addresses. */
export function NextPage({ from, typed, next }: FootProps & { next: string | null }) {
  const { words } = useUi();
  if (next === null) return null;
  if (typed.q === undefined)
    return (
      <nav aria-label={words.parts.pages.label} class="line">
        <a href={listUrl(from, { ...typed, after: next })} rel="next">
          {words.parts.pages.next}
        </a>
      </nav>
    );
  return (
    <Form action={`/worklist/${from}`} class="line" label={words.parts.pages.label}>
      <Again typed={typed} after={next} />
      <SubmitButton>{words.parts.pages.next}</SubmitButton>
    </Form>
  );
}

/** All of the list as a file. */
export function ExportList({ from, typed }: FootProps) {
  const w = useUi().words.worklist.export;
  return (
    <Form action={`/worklist/${from}/export`} class="line s" label={w.button}>
      <Again typed={typed} />
      <SubmitButton look="text" icon="dl">
        {w.button}
      </SubmitButton>
      <span class="dim">{w.hint}</span>
    </Form>
  );
}
