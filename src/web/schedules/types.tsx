import { appointmentLabels, media } from '../../domain/referral/referral.ts';
import type { ClinicType } from '../../domain/schedule/plan.ts';
import { ends } from '../../domain/waits/measure.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf } from '../../ui/error-summary.tsx';
import { NumberField, Radios, Select, TextArea, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import type { Words } from '../../words/words.ts';
import type { PlanProps, TypedPlan } from './plan.tsx';
import { named } from './ways.ts';

/** "Initial visit: ends wait 1, for the first visit". */
function labelWords({ referral, schedules }: Words, label: string): string {
  const of = schedules.types.ends;
  const wait = ends('wait2', label) ? of.wait2 : ends('wait1a', label) ? of.wait1a : of.wait1;
  return `${referral.labels[label as keyof typeof referral.labels]} (${wait})`;
}

/** The kinds of visit of a schedule, each with its form, and one for another. */
export function Types({ schedule, forms, typed, errors }: PlanProps) {
  const w = useUi().words.schedules.types;
  const wrong = typed.do === 'type' && errors.length > 0;
  const adds = wrong && !schedule.types.some(one => one.key === typed.key);
  return (
    <section class="stack" aria-labelledby="types">
      <h2 id="types">{w.title}</h2>
      <p class="dim">{w.lead}</p>
      {schedule.types.length === 0 && <p>{w.none}</p>}
      <ul class="plain stack">
        {schedule.types.map(type => {
          const mine = wrong && typed.key === type.key;
          return (
            <Type
              key={type.key}
              schedule={schedule.key}
              type={type}
              forms={forms}
              typed={mine ? typed : typedOf(type, typed)}
              errors={mine ? errors : []}
            />
          );
        })}
      </ul>
      <details class="card" open={adds || schedule.types.length === 0}>
        <summary>{w.add}</summary>
        <TypeForm
          forms={forms}
          typed={adds || !wrong ? { ...typed, key: '' } : typed}
          errors={adds ? errors : []}
        />
      </details>
    </section>
  );
}

function typedOf(type: ClinicType, typed: TypedPlan): TypedPlan {
  const { key, name, label, minutes, buffer, medium, link, instructions, form } = type;
  return {
    ...typed,
    ...{ key, nameEn: name.en, nameFr: name.fr, label, minutes: String(minutes), buffer: String(buffer) },
    ...{ medium, link, instructionsEn: instructions.en, instructionsFr: instructions.fr, form },
  };
}

interface TypeProps extends Pick<PlanProps, 'forms' | 'typed' | 'errors'> {
  /** Key. */
  schedule: string;
  type: ClinicType;
}

function Type({ schedule, type, forms, typed, errors }: TypeProps) {
  const { words, lang } = useUi();
  const w = words.schedules.types;
  return (
    <li class="card stack">
      <p>
        <strong>{named(type.name, lang)}</strong>
        <br />
        <span class="s">
          {w.length(type.minutes, type.buffer)}, {words.referral.media[type.medium].toLocaleLowerCase(lang)},{' '}
          {labelWords(words, type.label)}
        </span>
      </p>
      <p class="s">
        <a href={`/schedules/${schedule}/types/${type.key}/sheets`}>{words.sheets.link}</a>
      </p>
      <details open={errors.length > 0}>
        <summary>{w.change}</summary>
        <TypeForm forms={forms} typed={typed} errors={errors} />
        <Form class="stack">
          <input type="hidden" name="do" value="end-type" />
          <input type="hidden" name="key" value={type.key} />
          <p class="dim s">{w.endHint}</p>
          <p>
            <SubmitButton look="harm">{w.end}</SubmitButton>
          </p>
        </Form>
      </details>
    </li>
  );
}

/** The form of a kind of visit. Its ids carry the key, so that many stand on one page; a summary of errors leads to what is wrong. */
function TypeForm({ forms, typed, errors }: Pick<PlanProps, 'forms' | 'typed' | 'errors'>) {
  const { words } = useUi();
  const w = words.schedules.types;
  type Name = 'nameEn' | 'nameFr' | 'label' | 'minutes' | 'buffer' | 'medium' | 'link' | 'form';
  const own = (name: string) =>
    typed.key === '' || errors.length > 0 ? undefined : `f-${name}-${typed.key}`;
  const of = (name: Name) => ({
    ...{ name, id: own(name), label: w[name], value: typed[name], error: errorOf(errors, name) },
  });
  return (
    <Form class="stack act" label={typed.key === '' ? w.add : w.change}>
      <input type="hidden" name="do" value="type" />
      <input type="hidden" name="key" value={typed.key} />
      <div class="cols two">
        <TextField {...of('nameEn')} lang="en" required />
        <TextField {...of('nameFr')} lang="fr" required />
      </div>
      <Select
        {...of('label')}
        choices={appointmentLabels.map(value => ({ value, label: labelWords(words, value) }))}
      />
      <div class="cols two">
        <NumberField {...of('minutes')} required />
        <NumberField {...of('buffer')} />
      </div>
      <Radios
        {...of('medium')}
        choices={media.map(value => ({ value, label: words.referral.media[value] }))}
        line
      />
      <TextField {...of('link')} hint={w.linkHint} />
      <Instructions typed={typed} own={own} errors={errors} />
      <AskedBefore field={of('form')} forms={forms} />
      <div class="acts">
        <SubmitButton look="main">{words.schedules.form.save}</SubmitButton>
      </div>
    </Form>
  );
}

interface AskedBeforeProps extends Pick<PlanProps, 'forms'> {
  field: { name: string; id: string | undefined; label: string; value: string; error: string | undefined };
}

/** What the patient is asked before such a visit. */
function AskedBefore({ field, forms }: AskedBeforeProps) {
  const { words, lang } = useUi();
  const w = words.schedules.types;
  return (
    <Select
      {...field}
      hint={w.formHint}
      choices={[
        { value: '', label: w.noForm },
        ...forms.map(one => ({ value: one.slug, label: lang === 'fr' ? one.titleFr : one.titleEn })),
      ]}
    />
  );
}

interface InstructionsProps extends Pick<PlanProps, 'typed' | 'errors'> {
  own(name: string): string | undefined;
}

function Instructions({ typed, errors, own }: InstructionsProps) {
  const w = useUi().words.schedules.types;
  const of = (name: 'instructionsEn' | 'instructionsFr') => ({
    ...{ name, id: own(name), label: w[name], value: typed[name], error: errorOf(errors, name), rows: 3 },
  });
  return (
    <div class="cols two">
      <TextArea {...of('instructionsEn')} lang="en" />
      <TextArea {...of('instructionsFr')} lang="fr" />
    </div>
  );
}
