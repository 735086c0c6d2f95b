import { z } from 'zod';
import { type Standing, type Standings, standingsOf } from '../../../../app/econsult/standings.ts';
import type { Tx } from '../../../../app/ports/database.ts';
import type { Colleague } from '../../../../app/ports/people.ts';
import { assignReasons, type EConsult } from '../../../../domain/econsult/econsult.ts';
import { text } from '../../../../http/form.ts';
import { type Ui, useUi } from '../../../../ui/context.ts';
import { Empty } from '../../../../ui/empty.tsx';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { type Choice, Radios, Select, TextArea } from '../../../../ui/fields.tsx';
import { dayWithYear } from '../../../../ui/format.ts';
import { type ActOn, act } from '../../act.ts';
import { lastSaid } from '../../last-said.ts';

interface Specialist extends Colleague {
  away: boolean;
  /** Absent where the group's listing keeps no settings. */
  standing?: Standing;
}

interface Found extends Pick<Standings, 'suggested' | 'escalation'> {
  /** The suggested one first. */
  all: readonly Specialist[];
}

/** Clinicians of the group, how each stands to the question, and who is suggested. */
async function specialistsOf(tx: Tx, on: ActOn): Promise<Found> {
  const { unit } = on.one.state.receiver;
  const colleagues = (await tx.people.colleagues(on.actor.site)).filter(
    each =>
      each.roles.some(role => role === 'clinician' || role === 'resident') &&
      (unit === undefined || each.unit === null || each.unit === unit),
  );
  const { members } = await tx.cases.named(colleagues.map(each => each.key));
  const standings = await standing(tx, on);
  const all = colleagues.map((each): Specialist => {
    const own = standings?.members.find(({ key }) => key === each.key);
    const away = members.find(({ key }) => key === each.key)?.away ?? false;
    return { ...each, away: away || own?.bar === 'away', ...(own && { standing: own }) };
  });
  const { escalation = '' } = standings ?? {};
  const holder = all.find(({ member }) => member === on.one.state.receiver.member);
  // Whoever has it cannot be given it once more.
  const suggested = standings?.suggested?.key === holder?.key ? undefined : standings?.suggested;
  const first = (one: Specialist) => (one.key === suggested?.key ? 0 : 1);
  return { all: all.sort((a, b) => first(a) - first(b)), escalation, ...(suggested && { suggested }) };
}

async function standing(tx: Tx, { one, story }: ActOn): Promise<Standings | null> {
  const state = one.state as EConsult;
  const { site, service } = state.receiver;
  const listed = service === undefined ? undefined : story.names.services[service];
  if (!listed) return null;
  const zone = story.names.sites[site]?.zone ?? 'America/Toronto';
  return standingsOf(tx, { caseId: one.id, state, zone, service: listed.key });
}

/** What bars a choice, as the verb will refuse it; another field and having handed it back do not. */
function isBarred({ away, standing: own }: Specialist): boolean {
  return away || own?.bar === 'full' || own?.bar === 'conflict';
}

/** What is known of one, in a line. */
function factsOf(ui: Ui, one: Specialist, more: Found): string[] {
  const { acts, groups, directory, econsult } = ui.words;
  const own = one.standing;
  const job = ui.lang === 'fr' ? one.jobTitleFr : one.jobTitleEn;
  const { suggested } = more;
  return [
    suggested?.key === one.key && acts.suggested(econsult.assignReasons[suggested.why]),
    job,
    own?.awayUntil ? groups.awayNow(dayWithYear(own.awayUntil, ui)) : one.away && acts.isAway,
    own && own.weeklyCap !== null && groups.taken(own.taken, own.weeklyCap),
    own?.bar && own.bar !== 'away' && acts.bars[own.bar],
    own?.knowsThem && econsult.assignReasons.continuity,
    own?.subSpecialties.join(', '),
    own && own.languages.length > 0 && acts.reads(directory.languages(own.languages)),
  ].filter((said): said is string => typeof said === 'string' && said !== '');
}

/** Those who cannot take it now, and until when. */
function Barred({ barred, more }: { barred: readonly Specialist[]; more: Found }) {
  const ui = useUi();
  if (barred.length === 0) return null;
  return (
    <div class="s">
      <p>{ui.words.acts.cannotNow}</p>
      <ul>
        {barred.map(one => (
          <li key={one.key}>
            {one.name}: {factsOf(ui, one, more).join(' · ')}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The group's assigner chooses a specialist. */
export const assign = act<{ member: string; why: string; comment: string }, Found>({
  type: 'econsult',
  verb: 'assign',
  body: z.strictObject({ member: text(40), why: text(40), comment: text(100_000) }),
  read: typed => ({ ...typed }),
  load: specialistsOf,
  labels: ({ acts }) => ({ member: acts.specialist, why: acts.whyThisOne, comment: acts.comment }),
  icon: 'user',
  beside: true,
  form: ({ typed, errors, more, one }) => {
    const ui = useUi();
    const { acts, econsult } = ui.words;
    if (more.all.length === 0) return <Empty>{acts.noSpecialist}</Empty>;
    const choiceOf = (each: Specialist): Choice => {
      const facts = factsOf(ui, each, more);
      if (each.member === one.state.receiver.member) facts.unshift(acts.hasItNow);
      return { value: each.key, label: each.name, ...(facts.length > 0 && { hint: facts.join(' · ') }) };
    };
    return (
      <>
        {lastSaid(one.events, 'asked', 'wanted') === 'best-match' && <p>{acts.wantsBest}</p>}
        <Radios
          name="member"
          label={acts.specialist}
          choices={more.all.filter(each => !isBarred(each)).map(choiceOf)}
          value={typed.member || more.suggested?.key}
          error={errorOf(errors, 'member')}
          required
        />
        <Barred barred={more.all.filter(isBarred)} more={more} />
        <Select
          name="why"
          label={acts.whyThisOne}
          choices={assignReasons.map(value => ({ value, label: econsult.assignReasons[value] }))}
          value={typed.why || (more.suggested?.why ?? 'next-in-turn')}
          error={errorOf(errors, 'why')}
        />
        <TextArea
          name="comment"
          label={acts.comment}
          value={typed.comment}
          error={errorOf(errors, 'comment')}
        />
        {more.escalation && <p class="s dim">{acts.escalation(more.escalation)}</p>}
      </>
    );
  },
});
