import { urgencies } from '../../domain/case/state.ts';
import { text } from '../../http/form.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { DateField, Radios, Select, TextArea, TextField } from '../../ui/fields.tsx';
import type { FieldMark } from '../patients/patient-fields.tsx';

/** What is written in from a paper, besides whose it is. */
export const referralFields = {
  service: text(26),
  title: text(400),
  question: text(40_000),
  urgency: text(10),
  reason: text(4_000),
  receivedOn: text(40),
  how: text(10),
  outsideName: text(400),
  outsideLicence: text(100),
  outsideFax: text(100),
};
export type TypedReferral = Record<keyof typeof referralFields, string>;

export const blankReferral: TypedReferral = {
  ...{ service: '', title: '', question: '', urgency: 'routine', reason: '', receivedOn: '', how: 'fax' },
  ...{ outsideName: '', outsideLicence: '', outsideFax: '' },
};

interface Props {
  typed: TypedReferral;
  services: readonly { key: string; name: { en: string; fr: string } }[];
  errors: readonly FieldError[];
  /** Fields that say what a machine read: where it read it. */
  marked: Readonly<Record<string, FieldMark>>;
}

/** In the order in which a faxed letter says it: from whom and when, for what, and what it asks. */
export function ReferralFields({ typed, services, errors, marked }: Props) {
  const { words, lang, now } = useUi();
  const w = words.faxes;
  const field = (name: keyof TypedReferral, hint?: string) => ({
    ...{ name, value: typed[name], error: errorOf(errors, name), hint },
    ...marked[name],
  });
  return (
    <>
      <TextField
        {...field('outsideName', w.outsideNameHint)}
        label={w.outsideName}
        maxLength={200}
        required
      />
      <TextField {...field('outsideLicence')} label={w.outsideLicence} width="mid" maxLength={40} />
      <TextField {...field('outsideFax')} label={w.outsideFax} width="mid" type="tel" maxLength={40} />
      <DateField
        {...field('receivedOn')}
        label={w.receivedOn}
        hint={w.receivedOnHint}
        max={now.slice(0, 10)}
        required
      />
      <Select
        {...field('how')}
        label={w.how}
        width="short"
        choices={(['fax', 'letter', 'phone'] as const).map(value => ({ value, label: w.ways[value] }))}
      />
      <Select
        {...field('service')}
        label={w.service}
        empty={words.fields.choose}
        choices={services.map(one => ({ value: one.key, label: one.name[lang] }))}
        required
      />
      <TextField {...field('title')} label={w.subject} maxLength={80} required />
      <TextArea {...field('question')} label={w.question} rows={6} />
      <Radios
        {...field('urgency')}
        label={w.urgency}
        choices={urgencies.map(value => ({ value, label: w.urgencies[value] }))}
        line
      />
      <TextField {...field('reason')} label={w.reason} maxLength={2000} />
    </>
  );
}
