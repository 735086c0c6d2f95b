import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { type CleanWords, readClosingWords } from '../../app/econsult/closing-words.ts';
import { chooseReviewing, type MyQuality, readQuality } from '../../app/econsult/peer-review.ts';
import { reviewItems } from '../../domain/econsult/peer-review.ts';
import { key, tick } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { meanOf, monthName } from './said.ts';

/** Who answers. */
export const answerers = { enter: ['person'], roles: ['clinician', 'resident'], phi: true } as const;

/** What became of the reader's own answers, and the answers of colleagues that they read. */
function QualityPage({ mine, said, done }: { mine: MyQuality; said: readonly CleanWords[]; done: boolean }) {
  const w = useUi().words.quality;
  return (
    <Frame title={w.title} here="worklist">
      <header class="stack">
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      {done && <Note focus>{w.review.thanks}</Note>}
      {(mine.groups.length > 0 || mine.open.length > 0) && <ToGive mine={mine} />}
      <Rated rated={mine.rated} />
      <Written said={said} />
      <Reviewed reviews={mine.reviews} />
    </Frame>
  );
}

function ToGive({ mine: { groups, open } }: { mine: MyQuality }) {
  const ui = useUi();
  const w = ui.words.quality.give;
  return (
    <section class="card stack" aria-labelledby="give">
      <h2 id="give">{w.title}</h2>
      {open.length === 0 && <p>{w.none}</p>}
      <ul class="plain rows">
        {open.map(({ key: its, name, month, until }) => (
          <li key={its}>
            <a href={`/reviews/${its}`}>{w.see}</a>, {name[ui.lang]}, {monthName(month, ui.lang)},{' '}
            {w.until(dayWithYear(until, ui))}
          </li>
        ))}
      </ul>
      {groups.length > 0 && <h3>{w.groups}</h3>}
      {groups.length > 0 && <p>{w.groupsLead}</p>}
      {groups.map(({ key: its, name, reviewing }) => (
        <Form key={its} action="/quality/reviewing">
          <input type="hidden" name="group" value={its} />
          {!reviewing && <input type="hidden" name="on" value="yes" />}
          <SubmitButton look="plain">{(reviewing ? w.leave : w.join)(name[ui.lang])}</SubmitButton>
        </Form>
      ))}
    </section>
  );
}

function Rated({ rated }: Pick<MyQuality, 'rated'>) {
  const { words, lang } = useUi();
  const w = words.quality.rated;
  const { value, quality, learnt } = rated;
  const means = [
    [w.value, value],
    [w.quality, quality],
    [w.learnt, learnt],
  ] as const;
  return (
    <section class="card stack" aria-labelledby="rated">
      <h2 id="rated">{w.title}</h2>
      {rated.answers === 0 ? (
        <p>{w.none}</p>
      ) : (
        <dl class="kv tight">
          <dt>{w.answers}</dt>
          <dd>{rated.answers}</dd>
          <dt>{w.surveys}</dt>
          <dd>{rated.rated}</dd>
          {means.map(
            ([label, mean]) => mean !== null && [<dt>{label}</dt>, <dd>{w.ofFive(meanOf(mean, lang))}</dd>],
          )}
          <dt>{w.avoided}</dt>
          <dd>{rated.avoided}</dd>
        </dl>
      )}
    </section>
  );
}

/** What requesters wrote when they closed. */
function Written({ said }: { said: readonly CleanWords[] }) {
  const { words, lang } = useUi();
  const w = words.quality.written;
  const { survey } = words.econsult;
  return (
    <section class="card stack" aria-labelledby="written">
      <h2 id="written">{w.title}</h2>
      <p class={said.length === 0 ? '' : 'dim'}>{said.length === 0 ? w.none : w.lead}</p>
      {said.map((one, n) => (
        // What was said never changes places.
        <article key={n} class="stack">
          <h3>
            {one.name[lang]}, {monthName(one.month, lang)}
          </h3>
          <p class="dim s">
            {w.referral} {survey.referrals[one.referral]}
          </p>
          {one.explain && <p class="typed">{one.explain}</p>}
          {one.comment && <p class="typed">{one.comment}</p>}
        </article>
      ))}
    </section>
  );
}

function Reviewed({ reviews }: Pick<MyQuality, 'reviews'>) {
  const { words, lang } = useUi();
  const w = words.quality.reviewed;
  const { items } = words.quality.review;
  return (
    <section class="card stack" aria-labelledby="reviewed">
      <h2 id="reviewed">{w.title}</h2>
      {reviews.length === 0 ? <p>{w.none}</p> : <p class="dim">{w.lead}</p>}
      {reviews.map((one, n) => (
        // What was said never changes places.
        <article key={n} class="stack">
          <h3>
            {one.name[lang]}, {monthName(one.month, lang)}
          </h3>
          <dl class="kv tight">
            {reviewItems.map(item => [<dt>{items[item]}</dt>, <dd>{`${one.ratings[item]} / 5`}</dd>])}
            <dt>{w.safe}</dt>
            <dd>{one.safe ? w.yes : w.no}</dd>
          </dl>
          {one.comment && <p class="typed">{one.comment}</p>}
        </article>
      ))}
    </section>
  );
}

export const routes: Route[] = [
  route({
    ...{ ...answerers, method: 'GET', url: '/quality' },
    query: z.strictObject({ done: z.literal('1').optional() }),
    async handle({ app, actor, query, words }) {
      const me = actor as PersonActor;
      const { kinds } = words.answered;
      const said = await readClosingWords(app, me, kind => kinds[kind]);
      const mine = await readQuality(app, me);
      return page(<QualityPage mine={mine} said={said} done={query.done === '1'} />);
    },
  }),
  route({
    ...{ ...answerers, method: 'POST', url: '/quality/reviewing' },
    body: z.strictObject({ group: key, on: tick() }),
    async handle({ app, actor, body }) {
      return (await chooseReviewing(app, actor as PersonActor, body)) ? redirect('/quality') : missing();
    },
  }),
];
