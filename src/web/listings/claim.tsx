import { z } from 'zod';
import { claimListing, readClaimable, type TypedClaim } from '../../app/listings/claim-listing.ts';
import type { ListingProblem } from '../../app/listings/listing-fields.ts';
import type { ClaimHindrance } from '../../app/ports/claims.ts';
import type { DirectoryFacility } from '../../app/ports/directory.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf } from '../../ui/error-summary.tsx';
import { TextArea, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { listingKeepers } from './edit.tsx';

interface ClaimPageProps {
  facility: DirectoryFacility;
  hindrance: ClaimHindrance | null;
  typed: TypedClaim;
  problems?: readonly ListingProblem[];
}

/** A site asks the programme to let it keep the listing of a facility. */
export function ClaimPage({ facility, hindrance, typed, problems = [] }: ClaimPageProps) {
  const { words, lang } = useUi();
  const w = words.listings.claim;
  const errors = problems.map(({ field, problem }) => ({
    ...{ field, label: w[field as keyof TypedClaim], message: words.listings.problems[problem] },
  }));
  const of = (name: keyof TypedClaim) => ({
    ...{ name, label: w[name], value: typed[name], error: errorOf(errors, name), required: true },
  });
  return (
    <Frame title={w.title} here="directory">
      <header class="stack">
        <p class="s">
          <a href={`/directory/${facility.key}`}>{facility.name[lang]}</a>
        </p>
        <h1>{w.title}</h1>
        {!hindrance && <p class="dim">{w.lead(facility.name[lang])}</p>}
      </header>
      {hindrance ? (
        <Note look="soon" focus>
          {w.hindrances[hindrance]}
        </Note>
      ) : (
        <>
          <ErrorSummary errors={errors} />
          <Form class="stack act" action={`/directory/${facility.key}/claim`} label={w.title}>
            <TextArea {...of('reason')} hint={w.reasonHint} />
            <TextField {...of('contactName')} autocomplete="name" />
            <TextField {...of('contactPhone')} type="tel" autocomplete="tel" width="mid" />
            <TextField {...of('email')} type="email" autocomplete="email" width="mid" />
            <div class="acts">
              <SubmitButton look="main">{w.send}</SubmitButton>
            </div>
          </Form>
        </>
      )}
    </Frame>
  );
}

const params = z.strictObject({ key });

/** Asking for the listing of a facility that nobody keeps. */
export const routes: Route[] = [
  route({
    ...listingKeepers,
    ...{ method: 'GET', url: '/directory/:key/claim', params },
    async handle({ app, actor, params: at, ui, email }) {
      const found = await readClaimable(app, actor, at.key);
      if (!found) return missing();
      const typed = { reason: '', contactName: ui.person?.name ?? '', contactPhone: '', email: email ?? '' };
      return page(<ClaimPage {...found} typed={typed} />);
    },
  }),
  route({
    ...listingKeepers,
    ...{ method: 'POST', url: '/directory/:key/claim', params },
    body: z.strictObject({ reason: text(), contactName: text(), contactPhone: text(), email: text() }),
    async handle({ app, actor, params: at, body, lang }) {
      const outcome = await claimListing(app, actor, { ...at, typed: body, language: lang });
      if (!outcome) return missing();
      if (outcome.ok) return redirect('/listings?done=claimed');
      const found = await readClaimable(app, actor, at.key);
      if (!found) return missing();
      const hindrance = 'hindrance' in outcome ? outcome.hindrance : null;
      const problems = 'problems' in outcome ? outcome.problems : [];
      return page(<ClaimPage {...found} hindrance={hindrance} typed={body} problems={problems} />, {
        status: hindrance ? 409 : 422,
      });
    },
  }),
];
