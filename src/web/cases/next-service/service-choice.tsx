import { useUi } from '../../../ui/context.ts';
import { errorOf, type FieldError } from '../../../ui/error-summary.tsx';
import { Checkboxes, type Choice, Radios, TextField } from '../../../ui/fields.tsx';
import { SubmitButton } from '../../../ui/form.tsx';
import type { Offered } from './find-services.ts';

export interface ServiceChoiceProps {
  /** Name of the field that posts the key of a service. */
  name: string;
  label: string;
  hint?: string;
  look: string;
  chosen: readonly string[];
  offered: readonly Offered[];
  errors: readonly FieldError[];
  /** More than one may be chosen. */
  several?: boolean;
  /** Another answer than a service, below them. */
  other?: Choice;
}

/** A search box, and what it found to choose from. *Search* draws the form again with all that was typed. */
export function ServiceChoice(props: ServiceChoiceProps) {
  const { services } = useUi().words.referralActs;
  const { name, label, hint, look, chosen, offered, errors, several, other } = props;
  const found = useChoices(offered);
  const choices = other ? [...found, other] : found;
  const field = { name, label: services.found, choices, quiet: true, error: errorOf(errors, name) };
  return (
    <fieldset class="field stack">
      <legend>{label}</legend>
      {hint && <p class="hint">{hint}</p>}
      <div class="line services">
        <TextField
          name="look"
          type="search"
          label={services.look}
          hint={services.lookHint}
          value={look}
          maxLength={1000}
        />
        <SubmitButton name="again" value="search" icon="search">
          {services.search}
        </SubmitButton>
      </div>
      {found.length === 0 && <p>{services.none}</p>}
      {choices.length > 0 &&
        (several ? <Checkboxes {...field} values={chosen} /> : <Radios {...field} value={chosen[0]} />)}
    </fieldset>
  );
}

function useChoices(offered: readonly Offered[]): Choice[] {
  const { lang, words } = useUi();
  const { services } = words.referralActs;
  return offered.map(({ key, kind, name, site, city, wait, accepting, virtual }) => ({
    value: key,
    label: name[lang],
    hint: [
      site[lang],
      city,
      kind === 'econsult' && services.advice,
      virtual && services.virtual,
      wait !== null && services.wait(words.directory.span(wait)),
      !accepting && services.closed,
    ]
      .filter(Boolean)
      .join(' · '),
  }));
}
