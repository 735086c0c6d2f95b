import { z } from 'zod';
import { changePlan, type EditView, readForEdit, saveSchedule } from '../../app/schedule/edit-schedule.ts';
import { offerChoices, type TypedSchedule } from '../../app/schedule/schedule-fields.ts';
import { many, text, tick } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Checkbox, Checkboxes, Select, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import type { Words } from '../../words/words.ts';
import { keepers, named, params } from './ways.ts';

interface EditProps {
  view: EditView;
  typed: TypedSchedule;
  errors?: readonly FieldError[];
  stale?: boolean;
}

/** What a schedule is called, whose it is, where, for what, and who may choose a time. */
export function EditPage({ view, typed, errors = [], stale }: EditProps) {
  const { words, lang } = useUi();
  const w = words.schedules;
  const { schedule } = view;
  const action = schedule ? `/schedules/${schedule.key}/edit` : '/schedules/new';
  const title = schedule ? named(schedule.name, lang) : w.add;
  return (
    <Frame title={title} here="schedules">
      <header class="stack">
        <p class="s">
          <a href={schedule ? `/schedules/${schedule.key}` : '/schedules'}>
            {schedule ? named(schedule.name, lang) : w.back}
          </a>
        </p>
        <h1>{schedule ? w.edit : w.add}</h1>
      </header>
      {stale && (
        <Note look="soon" focus>
          {w.stale}
        </Note>
      )}
      <ErrorSummary errors={errors} />
      <Form class="stack act" action={action} label={title}>
        {schedule && <input type="hidden" name="version" value={schedule.version} />}
        <Fields view={view} typed={typed} errors={errors} />
        <div class="acts">
          <SubmitButton look="main">{w.form.save}</SubmitButton>
        </div>
      </Form>
      {schedule && <End schedule={schedule} />}
    </Frame>
  );
}

function Fields({ view, typed, errors = [] }: EditProps) {
  const { words, lang } = useUi();
  const w = words.schedules.form;
  const of = (name: 'nameEn' | 'nameFr' | 'place' | 'member' | 'offer') => ({
    ...{ name, label: w[name], value: typed[name], error: errorOf(errors, name) },
  });
  const services = view.services.map(one => ({
    ...{ value: one.key, label: lang === 'fr' ? one.nameFr : one.nameEn },
  }));
  return (
    <>
      <div class="cols two">
        <TextField {...of('nameEn')} lang="en" required />
        <TextField {...of('nameFr')} lang="fr" required />
      </div>
      <Select
        {...of('member')}
        hint={w.memberHint}
        empty={w.nobody}
        choices={view.colleagues.map(one => ({ value: one.key, label: one.name }))}
      />
      <TextField {...of('place')} />
      {services.length > 1 && (
        <Checkboxes
          name="services"
          label={w.services}
          hint={w.servicesHint}
          choices={services}
          values={typed.services}
        />
      )}
      <Checkbox name="holidays" label={w.holidays} checked={typed.holidays} />
      <Checkbox name="patients" label={w.patients} hint={w.patientsHint} checked={typed.patients} />
      <Select
        {...of('offer')}
        hint={w.offerHint}
        choices={offerChoices.map(value => ({ value, label: w.offers[value] }))}
      />
    </>
  );
}

function End({ schedule }: { schedule: NonNullable<EditView['schedule']> }) {
  const w = useUi().words.schedules.form;
  return (
    <Form class="stack" action={`/schedules/${schedule.key}/end`} label={w.end}>
      <p class="dim s">{w.endHint}</p>
      <p>
        <SubmitButton look="harm">{w.end}</SubmitButton>
      </p>
    </Form>
  );
}

const fields = {
  ...{ nameEn: text(), nameFr: text(), member: text(40), place: text(), services: many() },
  ...{ holidays: tick(), patients: tick(), offer: text(10) },
};
const empty: TypedSchedule = {
  ...{ nameEn: '', nameFr: '', member: '', place: '', services: [], holidays: true, patients: false },
  offer: '120',
};

function typedOf({ schedule, colleagues, services }: EditView): TypedSchedule {
  if (!schedule) return empty;
  const { name, member, place, keepsHolidays, patientsChoose, offerMinutes } = schedule;
  return {
    ...{ nameEn: name.en, nameFr: name.fr, place, holidays: keepsHolidays, patients: patientsChoose },
    member: colleagues.find(one => one.member === member)?.key ?? '',
    services: services.filter(one => schedule.services.includes(one.id)).map(one => one.key),
    offer: offerMinutes === null ? '' : String(offerMinutes),
  };
}

async function show({ app, actor }: Pick<Ask, 'app' | 'actor'>, key: string | null): Promise<Reply> {
  const view = await readForEdit(app, actor, key);
  return view ? page(<EditPage view={view} typed={typedOf(view)} />) : missing();
}

type Body = TypedSchedule & { version?: string };

async function save(ask: Ask<unknown, unknown, Body>, key: string | null): Promise<Reply> {
  const { app, actor, words } = ask;
  const { version = '', ...typed } = ask.body;
  const saved = await saveSchedule(app, actor, { key, version: Number(version) || 0, typed });
  if (saved === null) return missing();
  if (saved === 'stale') {
    const view = await readForEdit(app, actor, key);
    return view ? page(<EditPage view={view} typed={typedOf(view)} stale />, { status: 409 }) : missing();
  }
  if ('problems' in saved) {
    const errors = errorsOf(words, saved.problems);
    return page(<EditPage view={saved.view} typed={typed} errors={errors} />, { status: 422 });
  }
  return redirect(key === null ? `/schedules/${saved.key}/plan` : `/schedules/${saved.key}?done=saved`);
}

function errorsOf({ schedules: w }: Words, problems: readonly { field: string; problem: string }[]) {
  return problems.map(({ field, problem }) => ({
    field,
    label: w.form[field as 'nameEn'],
    message: w.problems[problem as keyof typeof w.problems],
  }));
}

/** Making a schedule, changing what it is, ending it. */
export const routes: Route[] = [
  route({ ...keepers, method: 'GET', url: '/schedules/new', handle: ask => show(ask, null) }),
  route({
    ...{ ...keepers, method: 'POST', url: '/schedules/new', body: z.strictObject(fields) },
    handle: ask => save(ask as Ask<unknown, unknown, Body>, null),
  }),
  route({
    ...{ ...keepers, method: 'GET', url: '/schedules/:key/edit', params },
    handle: ask => show(ask, ask.params.key),
  }),
  route({
    ...{ ...keepers, method: 'POST', url: '/schedules/:key/edit', params },
    body: z.strictObject({ ...fields, version: text(10) }),
    handle: ask => save(ask as Ask<unknown, unknown, Body>, ask.params.key),
  }),
  route({
    ...{ ...keepers, method: 'POST', url: '/schedules/:key/end', params },
    async handle({ app, actor, params: { key } }) {
      const done = await changePlan(app, actor, key, { do: 'end' });
      return done ? redirect('/schedules?done=ended') : missing();
    },
  }),
];
