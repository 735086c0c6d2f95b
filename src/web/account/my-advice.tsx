import { z } from 'zod';
import {
  addMyAway,
  readMyAdvice,
  removeAway,
  type SettingsOutcome,
  type SettingsProblem,
  saveMyCap,
} from '../../app/econsult/advice-settings.ts';
import type { MyAdvice } from '../../app/ports/advice-groups.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { NumberField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { DaysAway } from '../groups/days-away.tsx';

/** What could not be kept, as it was typed. */
interface Refused {
  problems: readonly SettingsProblem[];
  cap?: { group: string; weeklyCap: string };
  away?: { from: string; until: string };
}

interface MyAdviceProps {
  mine: MyAdvice;
  saved?: boolean;
  refused?: Refused;
}

function errorsOf({ words }: Ui, mine: MyAdvice, { problems, cap }: Refused): FieldError[] {
  const { groups: w } = words;
  const end = cap?.group ?? mine.member;
  return problems.map(({ field, why }) => ({
    field: `${field}-${end}`,
    label: w[field],
    message: w.problems[why],
  }));
}

/** How many questions a specialist answers a week in each of their groups, and when they are away. */
function MyAdvicePage({ mine, saved, refused }: MyAdviceProps) {
  const ui = useUi();
  const w = ui.words.groups;
  const errors = refused ? errorsOf(ui, mine, refused) : [];
  const who = { key: mine.member, name: ui.person?.name ?? '', ...mine };
  return (
    <Frame title={w.mine}>
      <header class="stack">
        <h1>{w.mine}</h1>
        <p class="dim">{w.mineLead}</p>
      </header>
      <ErrorSummary errors={errors} />
      {saved && <Note focus>{w.saved}</Note>}
      {mine.groups.length === 0 && <p>{w.mineNone}</p>}
      {mine.groups.map(group => (
        <Share key={group.key} group={group} typed={refused?.cap} errors={errors} />
      ))}
      <section class="card stack" aria-label={w.away}>
        <DaysAway
          at={{ add: '/account/advice/away', back: '/account/advice/back' }}
          {...{ who, errors }}
          typed={refused?.away}
        />
      </section>
    </Frame>
  );
}

interface ShareProps {
  group: MyAdvice['groups'][number];
  typed?: Refused['cap'];
  errors: readonly FieldError[];
}

function Share({ group, typed, errors }: ShareProps) {
  const { lang, words } = useUi();
  const w = words.groups;
  const name = group.name[lang];
  const value = typed?.group === group.key ? typed.weeklyCap : String(group.weeklyCap);
  return (
    <section class="card stack" aria-labelledby={`g-${group.key}`}>
      <h2 id={`g-${group.key}`}>{name}</h2>
      <p class="dim">{w.taken(group.taken, group.weeklyCap)}</p>
      <Form class="stack act" action={`/account/advice/${group.key}`} label={w.of(w.weeklyCap, name)}>
        <NumberField
          name="weeklyCap"
          id={`f-weeklyCap-${group.key}`}
          label={w.weeklyCap}
          hint={w.mineCapHint}
          {...{ value, error: errorOf(errors, `weeklyCap-${group.key}`) }}
        />
        <div class="acts">
          <SubmitButton>{w.save}</SubmitButton>
        </div>
      </Form>
    </section>
  );
}

const clinicians = { enter: ['person'], roles: ['clinician'], phi: false } as const;

async function answer(
  { app, actor }: Pick<Ask, 'app' | 'actor'>,
  outcome: SettingsOutcome,
  typed: Omit<Refused, 'problems'>,
): Promise<Reply> {
  if (outcome?.ok) return redirect('/account/advice?saved=1');
  const mine = await readMyAdvice(app, actor);
  if (!outcome || !mine) return missing();
  const problems = 'problems' in outcome ? outcome.problems : [];
  return page(<MyAdvicePage mine={mine} refused={{ problems, ...typed }} />, { status: 422 });
}

/** A specialist's own share: anybody else's is on the page of the group. */
export const routes: Route[] = [
  route({
    ...clinicians,
    ...{ method: 'GET', url: '/account/advice' },
    query: z.strictObject({ saved: z.literal('1').optional() }),
    async handle({ app, actor, query }) {
      const mine = await readMyAdvice(app, actor);
      return mine ? page(<MyAdvicePage mine={mine} saved={query.saved === '1'} />) : missing();
    },
  }),
  route({
    ...clinicians,
    ...{ method: 'POST', url: '/account/advice/away' },
    body: z.strictObject({ from: text(20), until: text(20) }),
    handle: async ask => answer(ask, await addMyAway(ask.app, ask.actor, ask.body), { away: ask.body }),
  }),
  route({
    ...clinicians,
    ...{ method: 'POST', url: '/account/advice/back' },
    body: z.strictObject({ absence: key }),
    async handle({ app, actor, body }) {
      await removeAway(app, actor, body.absence);
      return redirect('/account/advice?saved=1');
    },
  }),
  route({
    ...clinicians,
    ...{ method: 'POST', url: '/account/advice/:key' },
    params: z.strictObject({ key }),
    body: z.strictObject({ weeklyCap: text(20) }),
    async handle(ask) {
      const cap = { group: ask.params.key, weeklyCap: ask.body.weeklyCap.trim() };
      return answer(ask, await saveMyCap(ask.app, ask.actor, cap), { cap });
    },
  }),
];
