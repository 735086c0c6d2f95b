import { z } from 'zod';
import type { Tx } from '../../../../app/ports/database.ts';
import type { Colleague } from '../../../../app/ports/people.ts';
import { assignReasons } from '../../../../domain/econsult/econsult.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { Empty } from '../../../../ui/empty.tsx';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { type Choice, Radios, Select, TextArea } from '../../../../ui/fields.tsx';
import type { Words } from '../../../../words/words.ts';
import { type ActOn, act } from '../../act.ts';

interface Specialist extends Colleague {
  away: boolean;
}

/** Clinicians of the group, and whether they are away today. */
async function specialistsOf(tx: Tx, { one, actor }: ActOn): Promise<Specialist[]> {
  const { unit } = one.state.receiver;
  const colleagues = (await tx.people.colleagues(actor.site)).filter(
    each =>
      each.roles.some(role => role === 'clinician' || role === 'resident') &&
      (unit === undefined || each.unit === null || each.unit === unit),
  );
  const { members } = await tx.cases.named(colleagues.map(each => each.key));
  return colleagues.map(
    (each): Specialist => ({ ...each, away: members.find(({ key }) => key === each.key)?.away ?? false }),
  );
}

function choiceOf({ acts }: Words, lang: 'en' | 'fr', holder: number | undefined) {
  return (one: Specialist): Choice => {
    const job = lang === 'fr' ? one.jobTitleFr : one.jobTitleEn;
    const facts = [job, one.member === holder && acts.hasItNow].filter(Boolean);
    return { value: one.key, label: one.name, ...(facts.length > 0 && { hint: facts.join(', ') }) };
  };
}

/** The group's assigner chooses a specialist. */
export const assign = act<{ member: string; why: string; comment: string }, readonly Specialist[]>({
  type: 'econsult',
  verb: 'assign',
  body: z.strictObject({ member: text(40), why: text(40), comment: text(100_000) }),
  begin: () => ({ why: 'next-in-turn' }),
  read: typed => ({ ...typed }),
  load: specialistsOf,
  labels: ({ acts }) => ({ member: acts.specialist, why: acts.whyThisOne, comment: acts.comment }),
  icon: 'user',
  beside: true,
  form: ({ typed, errors, more, one }) => {
    const { words, lang } = useUi();
    const { acts, econsult } = words;
    const here = more.filter(({ away }) => !away);
    const away = more.filter(each => each.away).map(({ name }) => name);
    if (more.length === 0) return <Empty>{acts.noSpecialist}</Empty>;
    return (
      <>
        <Radios
          name="member"
          label={acts.specialist}
          hint={away.length > 0 ? acts.away(away.join(', ')) : undefined}
          choices={here.map(choiceOf(words, lang, one.state.receiver.member))}
          value={typed.member}
          error={errorOf(errors, 'member')}
          required
        />
        <Select
          name="why"
          label={acts.whyThisOne}
          choices={assignReasons.map(value => ({ value, label: econsult.assignReasons[value] }))}
          value={typed.why}
          error={errorOf(errors, 'why')}
        />
        <TextArea
          name="comment"
          label={acts.comment}
          value={typed.comment}
          error={errorOf(errors, 'comment')}
        />
      </>
    );
  },
});
