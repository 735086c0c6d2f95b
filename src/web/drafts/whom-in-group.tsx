import type { NamedSpecialist } from '../../app/econsult/whom.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { type Choice, Select } from '../../ui/fields.tsx';
import { dayWithYear } from '../../ui/format.ts';
import type { DraftPageProps } from './draft-page.tsx';

const cannot = ({ away, full }: NamedSpecialist) => away || full;

/** What of a specialist decides between them, in a line. */
function factsOf({ words: { acts, directory } }: Ui, { subSpecialties, languages }: NamedSpecialist): string {
  return [
    ...subSpecialties,
    ...(languages.length > 0 ? [acts.reads(directory.languages([...languages]))] : []),
  ].join(', ');
}

function whyNot(ui: Ui, one: NamedSpecialist): string {
  const { acts, groups } = ui.words;
  if (one.awayUntil) return `${one.name}: ${groups.awayNow(dayWithYear(one.awayUntil, ui))}`;
  return `${one.name}: ${one.away ? acts.bars.away : acts.bars.full}`;
}

/** Those who can take a question now, and whoever was chosen already, as choices. */
export function namedChoices(ui: Ui, specialists: readonly NamedSpecialist[], chosen: string): Choice[] {
  return specialists
    .filter(one => !cannot(one) || one.key === chosen)
    .map(one => ({ value: one.key, label: [one.name, factsOf(ui, one)].filter(Boolean).join(' · ') }));
}

/** A specialist by name who cannot take it any more keeps the draft from being sent. */
export function whomErrors({ words }: Ui, { draft, whom }: DraftPageProps['filled']): FieldError[] {
  const { whom: w } = words.drafts;
  if (draft.kind !== 'econsult' || ['', 'best-match'].includes(draft.wanted) || whom.specialists.length === 0)
    return [];
  const named = whom.specialists.find(one => one.key === draft.wanted);
  return named && !cannot(named) ? [] : [{ field: 'wanted', label: w.label, message: w.gone }];
}

/** Of a question to a group: whoever it chooses, who fits best, or a specialist by name (docs/decisions/0066). */
export function WhomInGroup({ filled: { draft, whom }, errors }: DraftPageProps) {
  const ui = useUi();
  const { whom: w } = ui.words.drafts;
  const { specialists, automatic } = whom;
  if (draft.kind !== 'econsult' || specialists.length === 0) return null;
  const choices: Choice[] = [
    { value: '', label: automatic ? w.automatic : w.group },
    ...(automatic ? [] : [{ value: 'best-match', label: w.bestMatch }]),
    ...namedChoices(ui, specialists, draft.wanted),
  ];
  const others = specialists.filter(cannot);
  return (
    <Select
      name="wanted"
      label={w.label}
      hint={[w.hint, ...others.map(one => `${whyNot(ui, one)}.`)].join(' ')}
      choices={choices}
      value={draft.wanted}
      error={errorOf(errors, 'wanted')}
    />
  );
}
