import { z } from 'zod';
import type { ListingLine } from '../../app/ports/listings.ts';
import { setSplits } from '../../app/split-on-arrival.ts';
import { key, many } from '../../http/form.ts';
import { missing, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Checkboxes } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Note } from '../../ui/note.tsx';
import { listingKeepers } from './edit.tsx';

/** What the listing splits into, and what it may. */
export interface Splits {
  into: readonly { key: string; nameEn: string; nameFr: string }[];
  own: readonly ListingLine[];
}

export const splitProblems = ['too-few', 'too-many'] as const;

interface SplitProps {
  listingKey: string;
  splits: Splits;
  problem?: (typeof splitProblems)[number];
}

/** Into which other services of the site what arrives here goes at once. */
export function SplitOnArrival({ listingKey, splits: { into, own }, problem }: SplitProps) {
  const { words, lang } = useUi();
  const w = words.listings.split;
  const others = own.filter(one => one.kind === 'referral' && one.key !== listingKey);
  const all = [...into, ...others.filter(one => !into.some(each => each.key === one.key))];
  if (all.length < 2) return null;
  return (
    <Form id="split" class="card stack" action={`/listings/${listingKey}/split`} label={w.title}>
      <h2>{w.title}</h2>
      <p class="dim">{w.lead}</p>
      {problem && (
        <Note look="soon" focus>
          {w.problems[problem]}
        </Note>
      )}
      <Checkboxes
        name="into"
        label={w.into}
        choices={all.map(one => ({ value: one.key, label: lang === 'fr' ? one.nameFr : one.nameEn }))}
        values={into.map(one => one.key)}
      />
      <SubmitButton>{w.keep}</SubmitButton>
    </Form>
  );
}

/** The listing's policy for what arrives. */
export const routes: Route[] = [
  route({
    ...listingKeepers,
    ...{ method: 'POST', url: '/listings/:key/split', params: z.strictObject({ key }) },
    body: z.strictObject({ into: many(20) }),
    async handle({ app, actor, params: { key: listing }, body }) {
      const outcome = await setSplits(app, actor, { key: listing, into: body.into });
      if (outcome === null) return missing();
      return redirect(`/listings/${listing}?${outcome === 'kept' ? 'done=saved' : `split=${outcome}`}`);
    },
  }),
];
