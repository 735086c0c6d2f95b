import { z } from 'zod';
import { roles } from '../../app/actor.ts';
import { type MemberProblem, mayGive, type StaffView, type TypedMember } from '../../app/people/members.ts';
import type { StaffMember } from '../../app/ports/staff.ts';
import { many, text } from '../../http/form.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Checkboxes, Radios, Select, TextField } from '../../ui/fields.tsx';
import type { Words } from '../../words/words.ts';

/** What a form about a member posts. */
export const memberBody = z.strictObject({
  ...{ given: text(400), family: text(400), title: text(400), email: text(400), language: text(10) },
  ...{ roles: many(20), unit: text(30), licence: text(400), jobTitleEn: text(400), jobTitleFr: text(400) },
  ...{ responsible: text(30), actsFor: many(500) },
});

export interface FieldsProps {
  view: StaffView;
  typed: TypedMember;
  errors: readonly FieldError[];
  /** The member whom the form is about; absent for a new one. */
  of?: StaffMember;
}

/** The problems of a form, beside their fields. */
export function memberErrors(problems: readonly MemberProblem[], words: Words): FieldError[] {
  const { form, problems: said } = words.members;
  return problems.map(({ field, problem }) => ({ field, label: form[field], message: said[problem] }));
}

/** Who somebody is: only for a new member, afterwards it is their own. */
export function PersonFields({ typed, errors }: FieldsProps) {
  const w = useUi().words.members.form;
  const of = (name: 'given' | 'family' | 'title' | 'email') => ({
    ...{ name, label: w[name], value: typed[name], error: errorOf(errors, name) },
  });
  const languages = (['en', 'fr'] as const).map(value => ({ value, label: w.languages[value] }));
  return (
    <>
      <div class="cols two">
        <TextField {...of('given')} required />
        <TextField {...of('family')} required />
      </div>
      <TextField {...of('title')} hint={w.titleHint} width="short" />
      <TextField {...of('email')} hint={w.emailHint} type="email" required />
      <Radios name="language" label={w.language} choices={languages} value={typed.language || 'en'} line />
    </>
  );
}

/** What somebody does at the site. */
export function PlaceFields({ view, typed, errors, of: member }: FieldsProps) {
  const { words, lang } = useUi();
  const w = words.members;
  const text = (name: 'licence' | 'jobTitleEn' | 'jobTitleFr') => ({
    ...{ name, label: w.form[name], value: typed[name], error: errorOf(errors, name) },
  });
  const others = view.staff.filter(one => one.key !== member?.key && mayGive(one));
  const people = others.map(one => ({ value: one.key, label: one.name }));
  const units = view.units.map(unit => ({
    value: unit.key,
    label: lang === 'fr' ? unit.nameFr : unit.nameEn,
  }));
  return (
    <>
      <Checkboxes
        name="roles"
        label={w.form.roles}
        choices={roles.map(value => ({ value, label: w.roles[value], hint: w.roleHints[value] }))}
        values={typed.roles}
        error={errorOf(errors, 'roles')}
      />
      {units.length > 0 && (
        <Select name="unit" label={w.form.unit} empty={w.form.noUnit} choices={units} value={typed.unit} />
      )}
      <div class="cols two">
        <TextField {...text('jobTitleEn')} lang="en" />
        <TextField {...text('jobTitleFr')} lang="fr" />
      </div>
      <TextField {...text('licence')} width="mid" />
      <Select
        name="responsible"
        label={w.form.responsible}
        empty={w.form.nobody}
        choices={people}
        value={typed.responsible}
        error={errorOf(errors, 'responsible')}
      />
      {people.length > 0 && (
        <Checkboxes
          name="actsFor"
          label={w.form.actsFor}
          hint={w.form.actsForHint}
          choices={people}
          values={typed.actsFor}
        />
      )}
    </>
  );
}
