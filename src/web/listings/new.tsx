import { z } from 'zod';
import {
  addListing,
  type ListingsView,
  newKinds,
  readListings,
  type TypedService,
} from '../../app/listings/add-listing.ts';
import type { ListingProblem } from '../../app/listings/listing-fields.ts';
import { text } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf } from '../../ui/error-summary.tsx';
import { Radios, Select, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { listingKeepers } from './edit.tsx';
import { categoryChoices } from './part-fields.tsx';

interface NewPageProps {
  view: ListingsView;
  typed: TypedService;
  problems?: readonly ListingProblem[];
}

/** A new service: what it is called, what it is, and where it belongs. The rest is on its own pages. */
export function NewPage({ view, typed, problems = [] }: NewPageProps) {
  const { words, lang } = useUi();
  const w = words.listings;
  const errors = problems.map(({ field, problem }) => ({
    ...{ field, label: w.form[field as keyof TypedService] },
    message: w.problems[problem],
  }));
  const of = (name: keyof TypedService) => ({
    ...{ name, label: w.form[name], value: typed[name], error: errorOf(errors, name), required: true },
  });
  const sites = view.sites.map(site => ({
    value: site.key,
    label: lang === 'fr' ? site.nameFr : site.nameEn,
  }));
  return (
    <Frame title={w.add} here="listings">
      <header class="stack">
        <p class="s">
          <a href="/listings">{w.back}</a>
        </p>
        <h1>{w.add}</h1>
        <p class="dim">{w.form.newLead}</p>
      </header>
      <ErrorSummary errors={errors} />
      <Form class="stack act" action="/listings/new" label={w.add}>
        {sites.length === 1 && <input type="hidden" name="site" value={sites[0]!.value} />}
        <div class="cols two">
          <TextField {...of('nameEn')} lang="en" />
          <TextField {...of('nameFr')} lang="fr" />
        </div>
        <Radios {...of('kind')} choices={newKinds.map(value => ({ value, label: w.kinds[value] }))} />
        <Select {...of('category')} empty={w.form.choose} choices={categoryChoices(lang, view.categories)} />
        {sites.length > 1 && <Select {...of('site')} choices={sites} />}
        <div class="acts">
          <SubmitButton look="main">{w.form.save}</SubmitButton>
        </div>
      </Form>
    </Frame>
  );
}

const empty = { site: '', kind: '', category: '', nameEn: '', nameFr: '' };

/** Adding a service to the directory. */
export const routes: Route[] = [
  route({
    ...listingKeepers,
    ...{ method: 'GET', url: '/listings/new' },
    async handle({ app, actor }) {
      const view = await readListings(app, actor);
      return view ? page(<NewPage view={view} typed={empty} />) : missing();
    },
  }),
  route({
    ...listingKeepers,
    ...{ method: 'POST', url: '/listings/new' },
    body: z.strictObject({ site: text(), kind: text(), category: text(), nameEn: text(), nameFr: text() }),
    async handle({ app, actor, body }) {
      const added = await addListing(app, actor, body);
      if (!added) return missing();
      if ('key' in added) return redirect(`/listings/${added.key}?done=added`);
      const view = await readListings(app, actor);
      return view
        ? page(<NewPage view={view} typed={body} problems={added.problems} />, { status: 422 })
        : missing();
    },
  }),
];
