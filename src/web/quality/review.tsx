import { z } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import { declineReview, giveReview, readReview, type ToReview } from '../../app/econsult/peer-review.ts';
import type { Ratings } from '../../app/ports/peer-reviews.ts';
import { reviewItems } from '../../domain/econsult/peer-review.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Radios, TextArea } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import type { Words } from '../../words/words.ts';
import { answerers } from './quality.tsx';
import { monthName } from './said.ts';

const body = z.strictObject({
  ...{ answers: text(1), evidence: text(1), clear: text(1), actionable: text(1) },
  ...{ safe: text(3), comment: text(40_000) },
});
type Typed = z.infer<typeof body>;

interface ReviewPageProps {
  one: ToReview;
  typed: Typed;
  errors: readonly FieldError[];
}

/** A colleague's answer, what was asked beside it, and what the reader thinks of it. */
function ReviewPage({ one, typed, errors }: ReviewPageProps) {
  const { words, lang } = useUi();
  const w = words.quality.review;
  return (
    <Frame title={w.title} here="worklist">
      <header class="stack">
        <p class="s">
          <a href="/quality">{words.quality.title}</a>
        </p>
        <h1>{w.title}</h1>
        <p class="dim">
          {one.name[lang]}, {monthName(one.month, lang)}
        </p>
        <p>{w.lead}</p>
      </header>
      <ErrorSummary errors={errors} />
      <div class="cols two">
        <div class="stack">
          <Said title={w.question} heading={one.title} text={one.question || w.gone} />
          <Said title={w.answer} text={one.answer || w.gone} />
        </div>
        <div class="stack">
          <ReviewForm one={one} typed={typed} errors={errors} />
          <Form action={`/reviews/${one.key}/decline`}>
            <SubmitButton look="plain">{w.decline}</SubmitButton>
          </Form>
        </div>
      </div>
    </Frame>
  );
}

function Said({ title, heading, text: said }: { title: string; heading?: string; text: string }) {
  return (
    <section class="card stack">
      <h2>{title}</h2>
      {heading && <p class="b">{heading}</p>}
      <p class="typed">{said}</p>
    </section>
  );
}

function ReviewForm({ one, typed, errors }: ReviewPageProps) {
  const w = useUi().words.quality.review;
  const scale = ['1', '2', '3', '4', '5'].map(value => ({ value, label: value }));
  return (
    <Form action={`/reviews/${one.key}`} class="card stack act" label={w.title}>
      {reviewItems.map(item => (
        <Radios
          key={item}
          name={item}
          label={w.items[item]}
          hint={w.scale}
          value={typed[item]}
          choices={scale}
          error={errorOf(errors, item)}
          line
          required
        />
      ))}
      <Radios
        name="safe"
        label={w.safe}
        hint={w.safeHint}
        value={typed.safe}
        choices={[
          { value: 'yes', label: w.yes },
          { value: 'no', label: w.no },
        ]}
        error={errorOf(errors, 'safe')}
        required
      />
      <TextArea
        name="comment"
        label={w.remark}
        hint={w.remarkHint}
        value={typed.comment}
        rows={4}
        error={errorOf(errors, 'comment')}
      />
      <div class="acts">
        <SubmitButton look="main">{w.submit}</SubmitButton>
      </div>
    </Form>
  );
}

const longestRemark = 4_000;

function wrong(typed: Typed, { quality: { review: w }, fields }: Words): FieldError[] {
  const unrated = reviewItems.filter(item => !/^[1-5]$/.test(typed[item]));
  return [
    ...unrated.map(field => ({ field, label: w.items[field], message: w.missing })),
    ...(['yes', 'no'].includes(typed.safe) ? [] : [{ field: 'safe', label: w.safe, message: w.missing }]),
    ...(typed.safe === 'no' && typed.comment.trim() === ''
      ? [{ field: 'comment', label: w.remark, message: w.remarkMissing }]
      : []),
    ...(typed.comment.length > longestRemark
      ? [{ field: 'comment', label: w.remark, message: fields.tooLong(longestRemark) }]
      : []),
  ];
}

const params = z.strictObject({ key });

async function read({ app, actor, params: its, words }: Ask<{ key: string }, unknown, unknown>) {
  const { kinds } = words.answered;
  return readReview(app, actor as PersonActor, { key: its.key, word: kind => kinds[kind] });
}

export const routes: Route[] = [
  route({
    ...{ ...answerers, method: 'GET', url: '/reviews/:key', params },
    async handle(ask) {
      const one = await read(ask);
      return one ? page(<ReviewPage one={one} typed={body.parse({})} errors={[]} />) : missing();
    },
  }),
  route({
    ...{ ...answerers, method: 'POST', url: '/reviews/:key', params, body },
    async handle(ask) {
      const { app, actor, params: its, body: typed, words } = ask;
      const errors = wrong(typed, words);
      if (errors.length > 0) {
        const one = await read(ask);
        return one
          ? page(<ReviewPage one={one} typed={typed} errors={errors} />, { status: 422 })
          : missing();
      }
      const ratings = Object.fromEntries(reviewItems.map(item => [item, Number(typed[item])])) as Ratings;
      const given = { key: its.key, ratings, safe: typed.safe === 'yes', comment: typed.comment.trim() };
      return (await giveReview(app, actor as PersonActor, given)) ? redirect('/quality?done=1') : missing();
    },
  }),
  route({
    ...{ ...answerers, method: 'POST', url: '/reviews/:key/decline', params, body: z.strictObject({}) },
    async handle({ app, actor, params: its }) {
      return (await declineReview(app, actor as PersonActor, its.key)) ? redirect('/quality') : missing();
    },
  }),
];
