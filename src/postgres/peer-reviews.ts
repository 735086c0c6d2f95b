import type {
  ClosingWords,
  GroupReviews,
  OpenReview,
  PeerReviews,
  RatingsOfMe,
  ReviewOfMe,
  ReviewText,
} from '../app/ports/peer-reviews.ts';
import type { Answered, Reviewer } from '../domain/econsult/peer-review.ts';
import type { Querier } from './querier.ts';

/** Reviews of answers, over the functions of the database. */
export function peerReviewsOf(q: Querier): PeerReviews {
  const done = async (sql: string, values: unknown[]) =>
    (await q.one<{ done: boolean }>(`select ${sql} as done`, values))!.done;
  return {
    ofGroup: key =>
      q.one<GroupReviews>(
        `select per_month as "perMonth", reviewers, open, given, ratings, unsafe from group_reviews($1)`,
        [key],
      ),
    setGroup: (key, perMonth) => done('set_group_reviews($1, $2)', [key, perMonth]),
    settleUnsafe: key => done('settle_unsafe($1)', [key]),
    unsafeGroups: () => q.rows('select key, name from unsafe_groups()'),
    myGroups: () => q.rows('select key, name, reviewing from my_review_groups()'),
    setReviewing: (group, on) => done('set_reviewing($1, $2)', [group, on]),
    mine: () => q.rows<OpenReview>('select key, name, month, until from my_open_reviews()'),
    text: key =>
      q.one<ReviewText>(
        `select case_id as "caseId", patient_id as "patientId", name, month, title, question, answer,
           array_remove(array_remove(names, null), '') as names from review_text($1)`,
        [key],
      ),
    give: (key, { ratings, safe, comment }) =>
      done('give_review($1, $2, $3, $4)', [key, JSON.stringify(ratings), safe, comment]),
    decline: key => done('decline_review($1)', [key]),
    ofMe: () => q.rows<ReviewOfMe>('select name, month, ratings, safe, comment from reviews_of_me()'),
    ratingsOfMe: async () =>
      (await q.one<RatingsOfMe>(
        'select answers, rated, value, quality, learnt, avoided from ratings_of_me()',
      ))!,
    closingWords: () =>
      q.rows<ClosingWords>(
        'select case_id as "caseId", name, month, referral, explain, comment, names from closing_words_of_me()',
      ),
    ...draws(q),
  };
}

/** What the job that draws may do. */
function draws(q: Querier): Pick<PeerReviews, 'toDraw' | 'answers' | 'reviewers' | 'keepDraw'> {
  return {
    toDraw: month => q.rows('select service, per_month as "perMonth" from groups_to_draw($1)', [month]),
    answers: (service, from, until) =>
      q.rows<Answered>('select "case", author, hands, site, licence from answers_to_draw($1, $2, $3)', [
        ...[service, from, until],
      ]),
    reviewers: service => q.rows<Reviewer>('select member, conflicts from reviewers_to_draw($1)', [service]),
    keepDraw: async (service, month, drawn) => {
      const values = [service, month, JSON.stringify(drawn)];
      return (await q.one<{ done: boolean }>('select keep_draw($1, $2, $3) as done', values))!.done;
    },
  };
}
