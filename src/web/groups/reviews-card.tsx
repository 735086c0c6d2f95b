import type { GroupReviews } from '../../app/ports/peer-reviews.ts';
import { reviewItems } from '../../domain/econsult/peer-review.ts';
import { useUi } from '../../ui/context.ts';
import { errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { NumberField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Note } from '../../ui/note.tsx';
import { meanOf, monthName } from '../quality/said.ts';

interface ReviewsCardProps {
  /** Key of the group. */
  of: string;
  reviews: GroupReviews;
  /** As typed, when it could not be kept. */
  typed?: string;
  errors: readonly FieldError[];
}

/** How many answers colleagues read, and what they said on average. */
export function ReviewsCard({ of, reviews, typed, errors }: ReviewsCardProps) {
  const { words, lang } = useUi();
  const w = words.quality.group;
  const { items } = words.quality.review;
  const { perMonth, reviewers, given, open, ratings } = reviews;
  return (
    <section class="card flat stack" aria-labelledby="reviews">
      <h2 id="reviews">{w.title}</h2>
      <p>{w.lead}</p>
      <Unsafe of={of} reviews={reviews} />
      <Form action={`/groups/${of}/reviews`} class="stack" labelledBy="reviews">
        <NumberField
          name="perMonth"
          label={w.perMonth}
          hint={w.perMonthHint}
          value={typed ?? String(perMonth)}
          error={errorOf(errors, 'perMonth')}
        />
        <div class="acts">
          <SubmitButton>{w.save}</SubmitButton>
        </div>
      </Form>
      <p class="s">{w.numbers(reviewers, given, open)}</p>
      {ratings ? (
        <dl class="kv tight">
          {reviewItems.map(item => [<dt>{items[item]}</dt>, <dd>{`${meanOf(ratings[item], lang)} / 5`}</dd>])}
        </dl>
      ) : (
        <p class="s dim">{w.few}</p>
      )}
    </section>
  );
}

function Unsafe({ of, reviews: { unsafe } }: Pick<ReviewsCardProps, 'of' | 'reviews'>) {
  const { words, lang } = useUi();
  const w = words.quality.group;
  if (unsafe.length === 0) return null;
  return (
    <Note look="late" title={w.unsafe}>
      <p>{w.unsafeLead}</p>
      {unsafe.map(({ key, reference, month, comment }) => (
        <Form key={key} action={`/groups/${of}/unsafe`} class="stack">
          <p>
            {reference}, {monthName(month, lang)}: <bdi class="typed">{comment}</bdi>
          </p>
          <input type="hidden" name="review" value={key} />
          <SubmitButton>{w.settle(reference)}</SubmitButton>
        </Form>
      ))}
    </Note>
  );
}
