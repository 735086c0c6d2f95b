import type { PatientProblem, TypedPatient } from '../../domain/patient/check-patient.ts';
import { authorities, consents, relations } from '../../domain/patient/contact.ts';
import { useUi } from '../../ui/context.ts';
import { Radios, Select, TextField } from '../../ui/fields.tsx';
import { languages } from '../../words/lang.ts';
import { otherField } from './patient-body.ts';

interface ConsentField {
  name: string;
  label: string;
  value: string;
  hint?: string;
  error?: string;
}

/** Asked where text messages can be sent; what was answered before stays when it is not. */
export function TextConsent({ field }: { field: ConsentField }) {
  const { words, texts } = useUi();
  const { patients } = words;
  if (!texts) return <input type="hidden" name={field.name} value={field.value} />;
  return <Radios {...field} choices={choices(consents, patients.consents)} line />;
}

interface OthersProps {
  typed: TypedPatient;
  problems: readonly PatientProblem[];
}

/** People besides the patient: who they are, what they may decide, how to reach them. */
export function Others(props: OthersProps) {
  const { words } = useUi();
  const { patients } = words;
  return (
    <>
      <p class="hint">{patients.othersHint}</p>
      {props.typed.others.map((one, index) => {
        const filled = [one.name, one.phone, one.email].some(Boolean);
        const wrong = props.problems.some(problem => problem.field.startsWith(`other${index}-`));
        return (
          // The rows of this form never change places.
          <details key={index} open={filled || wrong}>
            <summary>{filled ? <bdi>{one.name}</bdi> : patients.other(index + 1)}</summary>
            <Other index={index} {...props} />
          </details>
        );
      })}
    </>
  );
}

function Other({ index, typed, problems }: OthersProps & { index: number }) {
  const { words } = useUi();
  const { patients } = words;
  const one = typed.others[index]!;
  const field = (name: keyof typeof one, label = patients.fields[name as 'name']) => {
    const problem = problems.find(each => each.field === otherField(index, name));
    const error = problem && patients.problems[problem.code];
    return { name: otherField(index, name), label, value: one[name] ?? '', error };
  };
  return (
    <div class="stack">
      <TextField {...field('name')} autocomplete="off" />
      <Select
        {...field('relation')}
        empty={words.fields.choose}
        choices={choices(
          relations.filter(code => code !== 'patient'),
          patients.relations,
        )}
      />
      <Select
        {...field('authority')}
        empty={words.fields.choose}
        choices={choices(
          authorities.filter(code => code !== 'self'),
          patients.authorities,
        )}
      />
      <TextField {...field('phone')} type="tel" width="mid" autocomplete="off" />
      <TextConsent field={field('textConsent')} />
      <TextField {...field('email')} type="email" width="mid" autocomplete="off" />
      <Radios {...field('emailConsent')} choices={choices(consents, patients.consents)} line />
      <Radios
        {...field('language', patients.fields.contactLanguage)}
        choices={choices(languages, patients.languages)}
        line
      />
    </div>
  );
}

/** Codes with what people read for each. */
export function choices<C extends string>(codes: readonly C[], labels: Record<C, string>) {
  return codes.map(value => ({ value, label: labels[value] }));
}
