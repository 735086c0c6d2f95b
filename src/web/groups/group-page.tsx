import type { SettingsProblem, TypedGroup, TypedMember } from '../../app/econsult/advice-settings.ts';
import type { AdviceGroup } from '../../app/ports/advice-groups.ts';
import type { HarmSaid } from '../../app/ports/harms.ts';
import type { GroupReviews } from '../../app/ports/peer-reviews.ts';
import { promiseOf } from '../../domain/directory/service.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Checkbox, TextArea, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { HarmsCard } from './harms-card.tsx';
import { MemberCard } from './member-card.tsx';
import { ReviewsCard } from './reviews-card.tsx';

/** What could not be kept, as it was typed. */
export interface Refused {
  problems?: readonly SettingsProblem[];
  /** Somebody else was quicker. */
  stale?: boolean;
  group?: TypedGroup;
  /** Key of the specialist whose form it was. */
  member?: string;
  agreed?: TypedMember;
  away?: { from: string; until: string };
}

interface GroupPageProps {
  group: AdviceGroup;
  done?: 'saved';
  refused?: Refused;
  reviews: GroupReviews;
  harms: readonly HarmSaid[];
  perMonth?: string;
}

/** The errors of a form, each with the id of its field; those of a specialist's form end in their key. */
function errorsOf({ words }: Ui, { problems = [], member }: Refused): FieldError[] {
  const { groups: w } = words;
  return problems.map(({ field, why }) => ({
    field: member ? `${field}-${member}` : field,
    label: w[field],
    message: w.problems[why],
  }));
}

/** How one group gives out its questions, and what each specialist agreed to. */
export function GroupPage({ group, done, refused = {}, reviews, harms, perMonth }: GroupPageProps) {
  const ui = useUi();
  const w = ui.words.groups;
  const wrong = ui.words.quality.group;
  const errors = [
    ...errorsOf(ui, refused),
    ...(perMonth === undefined ? [] : [{ field: 'perMonth', label: wrong.perMonth, message: wrong.wrong }]),
  ];
  return (
    <Frame title={group.name[ui.lang]} here="listings">
      <header class="stack">
        <p class="s">
          <a href="/groups">{w.back}</a>
        </p>
        <h1>{group.name[ui.lang]}</h1>
        <p class="dim">
          {w.promise(promiseOf(group))} <a href={`/listings/${group.key}/offer`}>{w.changePromise}</a>
        </p>
      </header>
      <ErrorSummary errors={errors} />
      {refused.stale && (
        <Note look="soon" focus>
          {w.stale}
        </Note>
      )}
      {done && <Note focus>{w.saved}</Note>}
      <HarmsCard of={group.key} harms={harms} />
      <Settings group={group} typed={refused.group ?? typedOf(group)} errors={errors} />
      <ReviewsCard of={group.key} reviews={reviews} typed={perMonth} errors={errors} />
      <section class="stack" aria-labelledby="members">
        <h2 id="members">{w.members}</h2>
        {group.members.length === 0 && <p>{w.noMembers}</p>}
        {group.members.map(one => (
          <MemberCard
            key={one.key}
            group={group}
            one={one}
            errors={errors}
            refused={refused.member === one.key ? refused : {}}
          />
        ))}
      </section>
    </Frame>
  );
}

function typedOf({ automatic, escalation, subSpecialties }: AdviceGroup): TypedGroup {
  const lines = subSpecialties.map(({ name, words }) =>
    words.length === 0 ? name : `${name}: ${words.join(', ')}`,
  );
  return { automatic, escalation, subSpecialties: lines.join('\n') };
}

interface SettingsProps {
  group: AdviceGroup;
  typed: TypedGroup;
  errors: readonly FieldError[];
}

function Settings({ group, typed, errors }: SettingsProps) {
  const w = useUi().words.groups;
  return (
    <Form class="card flat stack act" action={`/groups/${group.key}`} turn={group.version} label={w.settings}>
      <h2>{w.settings}</h2>
      <Checkbox name="automatic" label={w.automatic} hint={w.automaticHint} checked={typed.automatic} />
      <TextArea
        name="subSpecialties"
        label={w.subSpecialties}
        hint={w.subSpecialtiesHint}
        value={typed.subSpecialties}
        error={errorOf(errors, 'subSpecialties')}
      />
      <TextField
        name="escalation"
        label={w.escalation}
        hint={w.escalationHint}
        value={typed.escalation}
        error={errorOf(errors, 'escalation')}
        width="mid"
      />
      <div class="acts">
        <SubmitButton look="main">{w.save}</SubmitButton>
      </div>
    </Form>
  );
}
