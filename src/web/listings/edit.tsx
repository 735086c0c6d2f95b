import { z } from 'zod';
import {
  editListing,
  type ListingChoices,
  type NamedHistory,
  readListing,
} from '../../app/listings/edit-listing.ts';
import type { ListingProblem, TypedListing } from '../../app/listings/listing-fields.ts';
import type { KeptListing } from '../../app/ports/listings.ts';
import { type ListingPart, partNames } from '../../domain/directory/listing.ts';
import { key } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { type Ui, useUi } from '../../ui/context.ts';
import { ErrorSummary, type FieldError } from '../../ui/error-summary.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { momentLong } from '../../ui/format.ts';
import { Note } from '../../ui/note.tsx';
import { Changes } from './changes.tsx';
import { ListingFrame } from './head.tsx';
import { type PartProps, PlainFields } from './part-fields.tsx';
import { AppointmentRows, PersonRows, PlaceRows } from './rows.tsx';
import { partBodies, typedOf } from './typed.ts';

interface EditPageProps {
  listing: KeptListing;
  choices: ListingChoices;
  part: ListingPart;
  typed: TypedListing;
  problems?: readonly ListingProblem[];
  /** What others did since the form was drawn for the first time, newest first. */
  meanwhile?: readonly NamedHistory[];
}

/** One form of a listing. */
export function EditPage({ listing, choices, part, typed, problems = [], meanwhile }: EditPageProps) {
  const ui = useUi();
  const w = ui.words.listings;
  const errors = problems.map(one => errorIn(ui, one));
  const props: PartProps = { part, typed, errors, choices, kind: listing.kind };
  return (
    <ListingFrame listing={listing} here={part}>
      <ErrorSummary errors={errors} />
      {meanwhile && <Meanwhile entries={meanwhile} />}
      <h2>{w.parts[part]}</h2>
      <p class="dim">{w.partLeads[part]}</p>
      <Form
        class="stack act"
        action={`/listings/${listing.key}/${part}`}
        turn={listing.version}
        label={w.parts[part]}
      >
        <PlainFields {...props} />
        {part === 'places' && <PlaceRows {...props} />}
        {part === 'people' && <PersonRows {...props} />}
        {part === 'offer' && listing.kind !== 'econsult' && <AppointmentRows {...props} />}
        <div class="acts">
          <SubmitButton look="main">{meanwhile ? w.saveAnyway : w.save}</SubmitButton>
        </div>
      </Form>
    </ListingFrame>
  );
}

/** Who changed what while this was being written. */
function Meanwhile({ entries }: { entries: readonly NamedHistory[] }) {
  const ui = useUi();
  const w = ui.words.listings;
  return (
    <Note look="soon" focus>
      {entries.map(entry => (
        <div key={entry.version}>
          <p>{w.stale(entry.byName || w.somebody, momentLong(entry.at, ui))}</p>
          <Changes changes={entry.changes} />
        </div>
      ))}
      <p>{w.staleYours}</p>
    </Note>
  );
}

/** The sentence beside the field, under the name that field has. */
export function errorIn({ words }: Ui, { field, problem }: ListingProblem): FieldError {
  const w = words.listings;
  return { field, label: labelOf(w, field), message: w.problems[problem] };
}

function labelOf(w: Ui['words']['listings'], field: string): string {
  const row = /^([pk])(\d+)(.+)$/.exec(field);
  if (!row) return w.fields[field] ?? field;
  const [, kind, n, name] = row as unknown as [string, string, string, string];
  const day = /^Day(\d)$/.exec(name)?.[1];
  const small = `${name[0]!.toLowerCase()}${name.slice(1)}`;
  const group = kind === 'p' ? w.place : w.person;
  const said = day
    ? w.place.days[Number(day) - 1]!
    : String((group as Record<string, unknown>)[small] ?? name);
  return `${group.title(n)}, ${said}`;
}

export const listingKeepers = { enter: ['person'], roles: ['steward', 'lead'], phi: false } as const;

async function save(
  {
    app,
    actor,
    params,
    body,
    turn,
  }: Pick<Ask<{ key: string }>, 'app' | 'actor' | 'params' | 'turn'> & {
    body: TypedListing;
  },
  part: ListingPart,
): Promise<Reply> {
  const outcome = await editListing(app, actor, { key: params.key, part, typed: body, version: turn });
  if (!outcome) return missing();
  if (outcome.ok) return redirect(`/listings/${params.key}?done=saved`);
  const found = await readListing(app, actor, params.key);
  if (!found) return missing();
  const drawn = { ...found, part, typed: body };
  if ('meanwhile' in outcome)
    return page(<EditPage {...drawn} meanwhile={outcome.meanwhile} />, { status: 409 });
  const problems = 'problems' in outcome ? outcome.problems : [];
  // From the version it was typed over, so that a change meanwhile is still found at the next press.
  const listing = { ...found.listing, version: turn ?? 0 };
  return page(<EditPage {...drawn} listing={listing} problems={problems} />, { status: 422 });
}

/** The forms of a listing: one address each, since each has its own fields. */
export const routes: Route[] = partNames.flatMap(part => [
  route({
    ...listingKeepers,
    ...{ method: 'GET', url: `/listings/:key/${part}`, params: z.strictObject({ key }) },
    async handle({ app, actor, params }) {
      const found = await readListing(app, actor, params.key);
      if (!found || found.listing.endedAt !== null) return missing();
      const members = new Map(found.choices.members.map(one => [one.member, one.key]));
      return page(<EditPage {...found} part={part} typed={typedOf(part, found.listing, members)} />);
    },
  }),
  route({
    ...listingKeepers,
    ...{
      method: 'POST',
      url: `/listings/:key/${part}`,
      params: z.strictObject({ key }),
      body: partBodies[part],
    },
    handle: ask => save(ask, part),
  }),
]);
