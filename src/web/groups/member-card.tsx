import type { AdviceGroup, AdviceMember } from '../../app/ports/advice-groups.ts';
import { localDay } from '../../domain/case/deadline.ts';
import { awayUntil } from '../../domain/econsult/auto-assign.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Checkboxes, NumberField, TextArea } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { DaysAway } from './days-away.tsx';
import type { Refused } from './group-page.tsx';

interface MemberProps {
  group: AdviceGroup;
  one: AdviceMember;
  errors: readonly FieldError[];
  /** Of this specialist's forms. */
  refused: Refused;
}

/** One specialist: what they take this week, whether they are away, and the forms to change it. */
export function MemberCard({ group, one, errors, refused }: MemberProps) {
  const ui = useUi();
  const w = ui.words.groups;
  const away = awayUntil(one.absences, localDay(ui.now, ui.zone));
  const at = `/groups/${group.key}/${one.key}`;
  const now = one.weeklyCap === null ? w.notIn : w.taken(one.taken, one.weeklyCap);
  return (
    <section class="card stack" aria-labelledby={`m-${one.key}`}>
      <h3 id={`m-${one.key}`}>{one.name}</h3>
      <p class="dim">{[now, away && w.awayNow(dayWithYear(away, ui))].filter(Boolean).join(' · ')}</p>
      <details open={refused.problems !== undefined}>
        <summary>{w.of(w.change, one.name)}</summary>
        <div class="stack">
          <Agreed group={group} one={one} errors={errors} refused={refused} />
          <DaysAway
            at={{ add: `${at}/away`, back: `${at}/back` }}
            who={one}
            errors={errors}
            typed={refused.away}
          />
        </div>
      </details>
    </section>
  );
}

function Agreed({ group, one, errors, refused: { agreed } }: MemberProps) {
  const w = useUi().words.groups;
  const typed = agreed ?? {
    ...one,
    weeklyCap: one.weeklyCap?.toString() ?? '',
    conflicts: one.conflicts.join('\n'),
  };
  const id = (name: string) => `f-${name}-${one.key}`;
  const error = (name: string) => errorOf(errors, `${name}-${one.key}`);
  return (
    <Form class="stack act" action={`/groups/${group.key}/${one.key}`} label={w.of(w.members, one.name)}>
      <NumberField
        name="weeklyCap"
        id={id('weeklyCap')}
        label={w.weeklyCap}
        hint={w.weeklyCapHint}
        value={typed.weeklyCap}
        error={error('weeklyCap')}
      />
      <Reach group={group} typed={typed} id={id} />
      <TextArea
        name="conflicts"
        id={id('conflicts')}
        label={w.conflicts}
        hint={w.conflictsHint}
        value={typed.conflicts}
        error={error('conflicts')}
      />
      <div class="acts">
        <SubmitButton>{w.save}</SubmitButton>
      </div>
    </Form>
  );
}

interface ReachProps {
  group: AdviceGroup;
  typed: Pick<AdviceMember, 'subSpecialties' | 'languages' | 'regions'>;
  id(name: string): string;
}

/** Which questions they answer. */
function Reach({ group, typed, id }: ReachProps) {
  const { words } = useUi();
  const w = words.groups;
  const regions = ['K', 'L', 'M', 'N', 'P'].map(value => ({
    value,
    label: words.directory.regions[value] ?? value,
  }));
  return (
    <>
      {group.subSpecialties.length > 0 && (
        <Checkboxes
          name="subSpecialties"
          id={id('subSpecialties')}
          label={w.fields}
          hint={w.fieldsHint}
          choices={group.subSpecialties.map(({ name }) => ({ value: name, label: name }))}
          values={typed.subSpecialties}
          line
        />
      )}
      <Checkboxes
        name="languages"
        id={id('languages')}
        label={w.languages}
        choices={[
          { value: 'en', label: words.synonyms.english },
          { value: 'fr', label: words.synonyms.french },
        ]}
        values={typed.languages}
        line
      />
      <Checkboxes
        name="regions"
        id={id('regions')}
        label={w.regions}
        hint={w.regionsHint}
        choices={regions}
        values={typed.regions}
        line
      />
    </>
  );
}
