import { type Limit, limitKey } from '../../domain/directory/for-patient.ts';
import { useUi } from '../../ui/context.ts';
import type { Words } from '../../words/words.ts';

/** What of the patient narrows the routes by itself, each a button that takes it out or brings it back. */
export function AppliedLimits({ limits }: { limits: readonly Limit[] }) {
  const { words } = useUi();
  if (limits.length === 0) return null;
  return (
    <div class="line">
      <span class="s dim">{words.search.fitting}</span>
      {limits.map(one => (
        <button
          key={one.name}
          type="submit"
          class={one.applied ? 'chip on' : 'chip'}
          name="chip"
          value={limitKey(one.name)}
        >
          {one.applied ? said(one, words) : <s>{said(one, words)}</s>}
          {one.applied && <span aria-hidden="true"> ×</span>}
          <span class="sr">: {one.applied ? words.ask.passOver : words.ask.countAgain}</span>
        </button>
      ))}
    </div>
  );
}

function said({ filter: { age, sex, language, region } }: Limit, words: Words): string {
  if (age !== undefined) return words.search.forAge(age);
  if (sex !== undefined) return words.patients.sexes[sex === 'male' ? 'male' : 'female'];
  if (language !== undefined) return words.directory.languageName(language);
  if (region !== undefined) return words.directory.regions[region] ?? region;
  return words.search.urgencies.urgent;
}
