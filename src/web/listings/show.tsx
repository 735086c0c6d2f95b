import { z } from 'zod';
import {
  claimWait,
  endListing,
  type ListingOutcome,
  readListing,
  verifyListing,
} from '../../app/listings/edit-listing.ts';
import type { ListingProblem } from '../../app/listings/listing-fields.ts';
import type { KeptListing } from '../../app/ports/listings.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf } from '../../ui/error-summary.tsx';
import { NumberField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear, number } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { Accepting } from '../directory/accepting.tsx';
import { errorIn, listingKeepers } from './edit.tsx';
import { ListingFrame } from './head.tsx';
import { SplitOnArrival, type Splits, splitProblems } from './split.tsx';

const dones = ['saved', 'verified', 'waited', 'added'] as const;

interface ShowProps {
  listing: KeptListing;
  done?: (typeof dones)[number];
  /** The wait as typed, with what is wrong with it. */
  wait?: { days: string; problems: readonly ListingProblem[] };
  /** How many cases keep it from ending. */
  inUse?: number;
  splits?: Splits;
  splitProblem?: (typeof splitProblems)[number];
}

/** A listing at a glance: whether it takes requests, whether it is still right, and what its site says of the wait. */
export function ShowPage({ listing, done, wait, inUse, splits, splitProblem }: ShowProps) {
  const ui = useUi();
  const w = ui.words.listings;
  const { plain } = listing;
  const errors = (wait?.problems ?? []).map(one => ({ ...errorIn(ui, one), label: w.wait.days }));
  const paused = typeof plain.pausedUntil === 'string' && plain.pausedUntil > ui.now.slice(0, 10);
  return (
    <ListingFrame listing={listing} here="overview">
      {done && <Note focus>{w[done]}</Note>}
      {inUse !== undefined && (
        <Note look="late" focus>
          {w.end.inUse(number(inUse, ui.lang), inUse === 1)}
        </Note>
      )}
      <ErrorSummary errors={errors} />
      <p>
        <Accepting
          accepting={plain.accepting === true && !paused}
          pausedUntil={paused ? String(plain.pausedUntil) : null}
        />{' '}
        <a href={`/listings/${listing.key}/enablement`}>{w.parts.enablement}</a>
      </p>
      <div class="cols two">
        <Verified listing={listing} />
        <StatedWait listing={listing} days={wait?.days} error={errorOf(errors, 'days')} />
      </div>
      {splits && listing.kind === 'referral' && (
        <SplitOnArrival listingKey={listing.key} splits={splits} problem={splitProblem} />
      )}
      <section class="stack" aria-labelledby="end">
        <h2 id="end">{w.end.title}</h2>
        <p class="dim">{w.end.lead}</p>
        <Form action={`/listings/${listing.key}/end`} label={w.end.button}>
          <SubmitButton look="harm">{w.end.button}</SubmitButton>
        </Form>
      </section>
    </ListingFrame>
  );
}

function Verified({ listing: { key: of, verifiedOn, stale } }: Pick<ShowProps, 'listing'>) {
  const ui = useUi();
  const { verify } = ui.words.listings;
  return (
    <section class="card stack" aria-labelledby="verify">
      <h2 id="verify">{verify.title}</h2>
      <p>{verifiedOn === null ? verify.never : verify.on(dayWithYear(verifiedOn, ui))}</p>
      {verifiedOn !== null && stale && <Note look="soon">{verify.old}</Note>}
      <Form action={`/listings/${of}/verify`} label={verify.button}>
        <SubmitButton look={stale ? 'main' : 'plain'} icon="check">
          {verify.button}
        </SubmitButton>
      </Form>
    </section>
  );
}

function StatedWait({ listing, days, error }: { listing: KeptListing; days?: string; error?: string }) {
  const ui = useUi();
  const { wait } = ui.words.listings;
  const { claimed } = listing;
  const said = claimed && [ui.words.directory.span(claimed.days), dayWithYear(claimed.on, ui)];
  return (
    <section class="card stack" aria-labelledby="wait">
      <h2 id="wait">{wait.title}</h2>
      <p class="dim">{wait.lead}</p>
      {claimed && said && <p>{(claimed.expired ? wait.expired : wait.now)(said[0]!, said[1]!)}</p>}
      <Form class="stack" action={`/listings/${listing.key}/wait`} label={wait.title}>
        <NumberField
          name="days"
          label={wait.days}
          hint={wait.daysHint}
          value={days ?? (claimed ? String(claimed.days) : '')}
          error={error}
        />
        <SubmitButton>{wait.save}</SubmitButton>
      </Form>
    </section>
  );
}

const params = z.strictObject({ key });

/** Redirects when it went well, else draws the page with why not. */
async function after(
  { app, actor, params: at }: Pick<Ask<{ key: string }>, 'app' | 'actor' | 'params'>,
  outcome: ListingOutcome | null,
  { done, days }: { done: string; days?: string },
): Promise<Reply> {
  if (!outcome) return missing();
  if (outcome.ok) return redirect(done);
  const found = await readListing(app, actor, at.key);
  if (!found) return missing();
  const inUse = 'inUse' in outcome ? outcome.inUse : undefined;
  const wait = 'problems' in outcome ? { days: days ?? '', problems: outcome.problems } : undefined;
  const { listing, splits } = found;
  return page(<ShowPage {...{ listing, splits, inUse, wait }} />, { status: inUse ? 409 : 422 });
}

/** A listing at a glance and what is done there with one button. */
export const routes: Route[] = [
  route({
    ...listingKeepers,
    ...{ method: 'GET', url: '/listings/:key', params },
    query: z.strictObject({
      done: z.enum(dones).optional(),
      split: z.enum(splitProblems).optional(),
    }),
    async handle({ app, actor, params: at, query }) {
      const found = await readListing(app, actor, at.key);
      if (!found || found.listing.endedAt !== null) return missing();
      const { listing, splits } = found;
      return page(<ShowPage {...{ listing, splits }} done={query.done} splitProblem={query.split} />);
    },
  }),
  route({
    ...listingKeepers,
    ...{ method: 'POST', url: '/listings/:key/verify', params },
    handle: async ask =>
      after(ask, await verifyListing(ask.app, ask.actor, ask.params.key), {
        done: `/listings/${ask.params.key}?done=verified`,
      }),
  }),
  route({
    ...listingKeepers,
    ...{ method: 'POST', url: '/listings/:key/wait', params },
    body: z.strictObject({ days: text(20) }),
    handle: async ask =>
      after(ask, await claimWait(ask.app, ask.actor, { ...ask.params, ...ask.body }), {
        ...{ done: `/listings/${ask.params.key}?done=waited`, days: ask.body.days },
      }),
  }),
  route({
    ...listingKeepers,
    ...{ method: 'POST', url: '/listings/:key/end', params },
    handle: async ask =>
      after(ask, await endListing(ask.app, ask.actor, ask.params.key), { done: '/listings?done=ended' }),
  }),
];
