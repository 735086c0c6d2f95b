import { z } from 'zod';
import type { PatientSnapshot } from '../../../../domain/patient/patient.ts';
import { text, tick } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Checkbox, DateField, Radios, TextField } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** Lines of text, in the order of the form. */
const lines = ['given', 'family', 'healthNumber', 'phone', 'email', 'address', 'city', 'postalCode'] as const;
type Line = (typeof lines)[number];

/** What stands there now, to be compared; the number of the card is on the card. */
function standing(patient: PatientSnapshot, line: Line): string {
  const { given, family, address, contacts } = patient;
  const own = contacts.find(({ relation }) => relation === 'patient');
  const now = { given, family, healthNumber: '', phone: own?.phone, email: own?.email };
  const { street, city, postalCode } = address;
  return { ...now, address: street, city, postalCode }[line] ?? '';
}

/** Either side corrects what the case says of the patient: only what is typed changes. */
export const correctPatient = act({
  type: 'both',
  verb: 'correct-patient',
  body: z.strictObject({
    ...{ given: text(), family: text(), birthDate: text(40), healthNumber: text(), phone: text() },
    ...{ email: text(), address: text(), city: text(), postalCode: text(), language: text(40) },
    ...{ reachable: text(40), deceased: tick() },
  }),
  read: typed => ({ ...typed }),
  labels: ({ patients: { fields }, everyAct }) => ({
    ...fields,
    ...{ address: fields.street, healthNumber: fields.cardNumber },
    reachable: everyAct.reachable,
  }),
  icon: 'edit',
  form: ({ typed, errors, one }) => {
    const { everyAct, patients } = useUi().words;
    const { fields } = patients;
    const label = { ...fields, address: fields.street, healthNumber: fields.cardNumber };
    return (
      <>
        <p>{everyAct.correctWhat}</p>
        {lines.map(line => {
          const now = standing(one.patient, line);
          const hint = now ? everyAct.now(now) : undefined;
          const error = errorOf(errors, line);
          return (
            <TextField key={line} {...{ name: line, label: label[line], hint, value: typed[line], error }} />
          );
        })}
        <DateField
          {...{ name: 'birthDate', label: fields.birthDate, hint: everyAct.now(one.patient.birthDate) }}
          {...{ value: typed.birthDate, error: errorOf(errors, 'birthDate') }}
        />
        <Radios
          {...{ name: 'language', label: fields.language, value: typed.language, line: true }}
          choices={(['en', 'fr'] as const).map(value => ({ value, label: patients.languages[value] }))}
        />
        <Radios
          {...{ name: 'reachable', label: everyAct.reachable, value: typed.reachable, line: true }}
          choices={[
            { value: 'yes', label: patients.consents.yes },
            { value: 'no', label: patients.consents.no },
          ]}
        />
        <Checkbox
          name="deceased"
          label={everyAct.deceased}
          hint={everyAct.deceasedHint}
          checked={typed.deceased}
        />
      </>
    );
  },
});
