import { atLocal, localDay } from '../../domain/case/deadline.ts';
import { drawReviews, monthBefore } from '../../domain/econsult/peer-review.ts';
import type { Tx } from '../ports/database.ts';
import { key } from '../ports/ids.ts';
import { actorOf, type Handler } from './handler.ts';

const zone = 'America/Toronto';

/** Every six hours: draws the answers of the month that is over which colleagues read, once a group and month. */
export const drawPeerReviews: Handler = {
  kind: 'draw-reviews',
  every: 6 * 3_600,
  run: (job, app) =>
    app.db.as(actorOf(job), async tx => {
      const today = localDay(tx.now, zone);
      for (const group of await tx.peerReviews.toDraw(monthBefore(today))) await draw(tx, group, today);
      await tx.jobs.finish(job);
    }),
};

async function draw(tx: Tx, group: { service: number; perMonth: number }, today: string): Promise<void> {
  const { service, perMonth } = group;
  const month = monthBefore(today);
  const [from, until] = [`${month}-01`, `${today.slice(0, 7)}-01`].map(day =>
    atLocal(day, '00:00', zone),
  ) as [string, string];
  const answers = await tx.peerReviews.answers(service, from, until);
  const reviewers = await tx.peerReviews.reviewers(service);
  const drawn = drawReviews(answers, reviewers, { seed: `${service} ${month}`, count: perMonth });
  await tx.peerReviews.keepDraw(
    service,
    month,
    drawn.map(one => ({ ...one, key: key() })),
  );
}
