import type { PatientProblem, TypedPatient } from '../../domain/patient/check-patient.ts';
import { consents } from '../../domain/patient/contact.ts';
import { federalPlans, noCardReasons, provinces } from '../../domain/patient/health-card.ts';
import { genders, sexes } from '../../domain/patient/patient.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import { Checkbox, DateField, Radios, Select, TextField } from '../../ui/fields.tsx';
import { languages } from '../../words/lang.ts';
import { choices, Others, TextConsent } from './contact-fields.tsx';

interface FieldsProps {
  typed: TypedPatient;
  problems: readonly PatientProblem[];
  /** Of the card: shown also when it may be kept. */
  warnings: readonly PatientProblem[];
  /** The site's day, `YYYY-MM-DD`. */
  today: string;
  /** Fields that say what a machine read: where it read it. */
  marked?: Readonly<Record<string, FieldMark>>;
}

/** Beside a field that nobody has typed. */
export interface FieldMark {
  prefilled: string;
  hint: string;
}

/** What is wrong, each with the name of its field, for the summary on top. */
export function patientErrors(ui: Ui, problems: readonly PatientProblem[]): FieldError[] {
  const { patients, fields } = ui.words;
  return problems.map(({ field, code }) => {
    const other = /^other(\d)-(.+)$/.exec(field);
    const name = (other?.[2] ?? field) as keyof typeof patients.fields;
    const label = [other && patients.other(Number(other[1]) + 1), patients.fields[name]]
      .filter(Boolean)
      .join(', ');
    return { field, message: fields.about(label, patients.problems[code]) };
  });
}

/** Every field of a patient, in five cards. */
export function PatientFields(props: FieldsProps) {
  const { words } = useUi();
  const { sections } = words.patients;
  return (
    <>
      <Card id="names" title={sections.names}>
        <Names {...props} />
      </Card>
      <Card id="about" title={sections.about}>
        <About {...props} />
      </Card>
      <Card id="card" title={sections.card}>
        <HealthCardFields {...props} />
      </Card>
      <Card id="reach" title={sections.reach}>
        <Reach {...props} />
      </Card>
      <Card id="others" title={sections.others}>
        <Others {...props} />
      </Card>
    </>
  );
}

function Card({ id, title, children }: { id: string; title: string; children: preact.ComponentChildren }) {
  return (
    <section class="card stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** Name, label, value and error of a field of the patient. */
function usePatientField({ typed, problems, marked = {} }: FieldsProps) {
  const { words } = useUi();
  const labels = words.patients.fields as Record<string, string>;
  return (name: keyof TypedPatient & string) => {
    const problem = problems.find(one => one.field === name);
    return {
      name,
      label: labels[name]!,
      value: String(typed[name]),
      hint: labels[`${name}Hint`],
      error: problem && words.patients.problems[problem.code],
      ...marked[name],
    };
  };
}

function Names(props: FieldsProps) {
  const field = usePatientField(props);
  return (
    <>
      <TextField {...field('given')} autocomplete="off" />
      <TextField {...field('family')} autocomplete="off" required />
      <TextField {...field('preferredName')} autocomplete="off" />
    </>
  );
}

function About(props: FieldsProps) {
  const { words } = useUi();
  const { patients } = words;
  const field = usePatientField(props);
  return (
    <>
      <DateField {...field('birthDate')} required min="1880-01-01" max={props.today} />
      <Radios {...field('sexAtBirth')} required choices={choices(sexes, patients.sexes)} line />
      <Select {...field('gender')} choices={choices(genders, patients.genders)} />
      <TextField {...field('pronouns')} width="mid" />
      <Radios {...field('language')} required choices={choices(languages, patients.languages)} line />
      <TextField {...field('interpreter')} width="mid" />
    </>
  );
}

function HealthCardFields(props: FieldsProps) {
  const { words } = useUi();
  const { patients } = words;
  const field = usePatientField(props);
  const grouped = (codes: readonly (keyof typeof patients.plans)[], group: string) =>
    choices(codes, patients.plans).map(choice => ({ ...choice, group }));
  const doubted = props.warnings.some(one => one.field === 'cardNumber') || props.typed.keepUnverified;
  return (
    <>
      <Select
        {...field('cardKind')}
        required
        choices={[
          ...grouped(provinces, patients.planGroups.provinces),
          ...grouped(federalPlans, patients.planGroups.federal),
          ...grouped(['newborn', 'none'], patients.planGroups.other),
        ]}
      />
      <TextField {...field('cardNumber')} autocomplete="off" width="mid" />
      {doubted && (
        <Checkbox
          name="keepUnverified"
          label={patients.fields.keepUnverified}
          checked={props.typed.keepUnverified}
        />
      )}
      <TextField {...field('cardVersion')} autocomplete="off" width="short" />
      <Select
        {...field('cardReason')}
        empty={words.fields.choose}
        choices={choices(noCardReasons, patients.reasons)}
      />
    </>
  );
}

function Reach(props: FieldsProps) {
  const { words } = useUi();
  const { patients } = words;
  const field = usePatientField(props);
  return (
    <>
      <TextField {...field('phone')} type="tel" width="mid" autocomplete="off" />
      <TextConsent field={field('textConsent')} />
      <TextField {...field('email')} type="email" width="mid" autocomplete="off" />
      <Radios {...field('emailConsent')} choices={choices(consents, patients.consents)} line />
      <TextField {...field('street')} autocomplete="off" />
      <TextField {...field('city')} autocomplete="off" width="mid" />
      <Select
        {...field('province')}
        empty={words.fields.choose}
        choices={choices(provinces, patients.plans)}
      />
      <TextField {...field('postalCode')} autocomplete="off" width="short" />
      <Select {...field('country')} choices={countries(useUi().lang)} />
    </>
  );
}

/** Where people who are seen in Ontario live, for the most part. */
function countries(lang: string) {
  const names = new Intl.DisplayNames([`${lang}-CA`], { type: 'region' });
  return ['CA', 'US', 'FR', 'GB', 'IN', 'CN', 'MX', 'UA', 'JM', 'PH', 'LB', 'DE'].map(value => ({
    value,
    label: names.of(value) ?? value,
  }));
}
