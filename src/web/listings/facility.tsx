import { z } from 'zod';
import {
  editFacility,
  type NamedFacilityLine,
  readFacility,
  type TypedFacility,
  typedFacility,
} from '../../app/listings/edit-facility.ts';
import type { ListingProblem } from '../../app/listings/listing-fields.ts';
import type { OwnFacility } from '../../app/ports/facilities.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf } from '../../ui/error-summary.tsx';
import { TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { Changes, WhoWhen } from './changes.tsx';
import { listingKeepers } from './edit.tsx';

const params = z.strictObject({ key });
const common = { ...listingKeepers, url: '/listings/facilities/:key', params } as const;
const body = z.strictObject({
  ...{ nameEn: text(), nameFr: text(), address: text(), city: text() },
  ...{ postalCode: text(), phone: text(), fax: text() },
});

/** What a site says of a facility that it keeps, and everything that was changed. */
export const routes: Route[] = [
  route({
    ...common,
    method: 'GET',
    query: z.strictObject({ done: z.enum(['saved']).optional() }),
    handle: ask => show(ask, { done: ask.query.done !== undefined }),
  }),
  route({ ...common, method: 'POST', body, handle: ask => save(ask) }),
];

type FacilityAsk = Pick<Ask<z.infer<typeof params>>, 'app' | 'actor' | 'params'>;

interface Shown {
  typed?: TypedFacility;
  problems?: readonly ListingProblem[];
  stale?: boolean;
  done?: boolean;
}

async function show({ app, actor, params: at }: FacilityAsk, shown: Shown): Promise<Reply> {
  const found = await readFacility(app, actor, at.key);
  if (!found) return missing();
  const { typed = typedFacility(found.facility), problems = [], ...rest } = shown;
  const status = rest.stale ? 409 : problems.length > 0 ? 422 : 200;
  return page(<FacilityForm {...found} {...rest} typed={typed} problems={problems} />, { status });
}

async function save(ask: FacilityAsk & { body: TypedFacility; turn?: number }): Promise<Reply> {
  const { app, actor, params: at, body: typed, turn: version } = ask;
  const done = await editFacility(app, actor, { key: at.key, typed, version });
  if (!done) return missing();
  if (done.ok) return redirect(`/listings/facilities/${at.key}?done=saved`);
  return show(ask, { typed, problems: done.problems, stale: 'stale' in done });
}

interface FacilityFormProps {
  facility: OwnFacility;
  history: readonly NamedFacilityLine[];
  typed: TypedFacility;
  problems: readonly ListingProblem[];
  stale?: boolean;
  done?: boolean;
}

function FacilityForm({ facility, history, typed, problems, stale, done }: FacilityFormProps) {
  const { words, lang } = useUi();
  const w = words.listings;
  const labels = {
    ...w.place,
    nameEn: w.form.nameEn,
    nameFr: w.form.nameFr,
    phone: w.fields.phone!,
    fax: w.fields.fax!,
  };
  const errors = problems.map(({ field, problem }) => ({
    ...{ field, label: labels[field as keyof TypedFacility] },
    message: w.problems[problem],
  }));
  const of = (name: keyof TypedFacility) => ({
    ...{ name, label: labels[name], value: typed[name], error: errorOf(errors, name) },
  });
  const name = lang === 'fr' ? facility.nameFr : facility.nameEn;
  return (
    <Frame title={name} here="listings">
      <header class="stack">
        <p class="s">
          <a href="/listings">{w.back}</a>
        </p>
        <h1>{name}</h1>
        <p class="dim">{w.facility.lead}</p>
        <p class="s">
          <a href={`/directory/${facility.key}`}>{w.publicPage}</a>
        </p>
      </header>
      <ErrorSummary errors={errors} />
      {done && <Note focus>{w.saved}</Note>}
      {stale && (
        <Note look="soon" focus>
          {w.facility.stale} {w.staleYours}
        </Note>
      )}
      <Form
        class="card stack"
        action={`/listings/facilities/${facility.key}`}
        label={name}
        turn={facility.version}
      >
        <div class="cols two">
          <TextField {...of('nameEn')} lang="en" required />
          <TextField {...of('nameFr')} lang="fr" required />
          <TextField {...of('address')} />
          <TextField {...of('city')} />
          <TextField {...of('postalCode')} hint={w.facility.moves} />
          <TextField {...of('phone')} type="tel" />
          <TextField {...of('fax')} type="tel" />
        </div>
        {facility.approximate && <p class="s dim">{words.directory.approximate}</p>}
        <div class="acts">
          <SubmitButton look="main">{stale ? w.saveAnyway : w.save}</SubmitButton>
        </div>
      </Form>
      <History history={history} />
    </Frame>
  );
}

function History({ history }: Pick<FacilityFormProps, 'history'>) {
  const w = useUi().words.listings.history;
  return (
    <section class="stack" aria-labelledby="history">
      <h2 id="history">{w.title}</h2>
      <p class="dim">{history.length > 0 ? w.lead : w.none}</p>
      <ol class="plain stack" reversed>
        {history.map(entry => (
          <li class="card stack" key={entry.version}>
            <WhoWhen entry={entry} />
            <Changes changes={entry.changes} />
          </li>
        ))}
      </ol>
    </section>
  );
}
