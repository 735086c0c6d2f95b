import { z } from 'zod';
import { type ListingsView, readListings } from '../../app/listings/add-listing.ts';
import type { ListingLine } from '../../app/ports/listings.ts';
import { missing, page } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { Acts } from '../../ui/action-bar.tsx';
import { useUi } from '../../ui/context.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { Tag } from '../../ui/tag.tsx';
import { Accepting } from '../directory/accepting.tsx';
import { listingKeepers } from './edit.tsx';
import { IntakeHere } from './intake.tsx';

interface ListPageProps {
  view: ListingsView;
  done?: 'ended' | 'claimed';
}

/** Everything that a site keeps in the directory, and what it asked to keep. */
export function ListPage({ view, done }: ListPageProps) {
  const { words } = useUi();
  const w = words.listings;
  return (
    <Frame title={w.title} here="listings">
      <header class="stack">
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      {done && <Note focus>{done === 'ended' ? w.ended : w.claim.sent}</Note>}
      <Acts>
        <ButtonLink href="/listings/new" icon="plus" look={view.lines.length === 0 ? 'main' : 'plain'}>
          {w.add}
        </ButtonLink>
        {view.lines.some(({ kind }) => kind === 'econsult') && (
          <ButtonLink href="/groups">{words.groups.title}</ButtonLink>
        )}
        <ButtonLink href="/surveys">{words.survey.pageTitle}</ButtonLink>
      </Acts>
      {view.lines.length === 0 ? <p>{w.none}</p> : <Lines lines={view.lines} />}
      <Kept view={view} />
      <Claims claims={view.claims} />
      <IntakeHere intake={view.intake} />
      <p>
        <a href="/worklist/triage">{words.worklist.triageLists.title}</a>
      </p>
    </Frame>
  );
}

function Lines({ lines }: Pick<ListingsView, 'lines'>) {
  const w = useUi().words.listings;
  return (
    <table class="mini fold">
      <thead>
        <tr>
          {[w.name, w.category, w.takes, w.checked].map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map(one => (
          <Line one={one} key={one.key} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ one }: { one: ListingLine }) {
  const ui = useUi();
  const w = ui.words.listings;
  const in_ = (en: string, fr: string) => (ui.lang === 'fr' ? fr : en);
  return (
    <tr>
      <th scope="row">
        <a href={`/listings/${one.key}`}>{in_(one.nameEn, one.nameFr)}</a>
        {one.placeEn && (
          <>
            <br />
            <span class="dim s">{w.at(in_(one.placeEn, one.placeFr ?? one.placeEn))}</span>
          </>
        )}
      </th>
      <td>
        {in_(one.categoryEn, one.categoryFr)}
        <br />
        <span class="dim s">{w.kinds[one.kind]}</span>
      </td>
      <td>
        <Accepting {...one} />
      </td>
      <td>
        <span class="fold-label s dim">{ui.words.fields.about(w.checked, '')}</span>
        {one.verifiedOn === null ? w.never : dayWithYear(one.verifiedOn, ui)}{' '}
        {one.stale && <Tag role="late" icon="alert" label={w.checkSoon} />}
      </td>
    </tr>
  );
}

/** Facilities that the site keeps, and the way to ask for more. */
function Kept({ view: { facilities } }: Pick<ListPageProps, 'view'>) {
  const ui = useUi();
  const w = ui.words.listings;
  return (
    <section class="stack" aria-labelledby="kept">
      <h2 id="kept">{w.kept}</h2>
      {facilities.length > 0 && <p class="dim">{w.keptLead}</p>}
      <ul class="plain stack">
        {facilities.map(one => (
          <li key={one.key}>
            <a href={`/listings/facilities/${one.key}`}>{ui.lang === 'fr' ? one.nameFr : one.nameEn}</a>,{' '}
            {w.since(dayWithYear(one.since, ui))}
          </li>
        ))}
      </ul>
      <p>
        {w.claimMore} <a href="/directory?kind=facility">{ui.words.directory.title}</a>
      </p>
    </section>
  );
}

function Claims({ claims }: Pick<ListingsView, 'claims'>) {
  const ui = useUi();
  const w = ui.words.listings;
  if (claims.length === 0) return null;
  return (
    <section class="stack" aria-labelledby="claims">
      <h2 id="claims">{w.claims}</h2>
      <ul class="plain stack">
        {claims.map(({ key, facility, answer, answeredAt, note }) => (
          <li class="card" key={key}>
            <a href={`/directory/${facility.key}`}>{ui.lang === 'fr' ? facility.nameFr : facility.nameEn}</a>
            <br />
            {w.claimStates[answer ?? 'open']}{' '}
            {answer === 'approved' && answeredAt && dayWithYear(answeredAt, ui)}
            {note && (
              <>
                <br />
                <bdi class="s">{note}</bdi>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The list of a site's own listings. */
export const routes: Route[] = [
  route({
    ...listingKeepers,
    ...{ method: 'GET', url: '/listings' },
    query: z.strictObject({ done: z.enum(['ended', 'claimed']).optional() }),
    async handle({ app, actor, query }) {
      const view = await readListings(app, actor);
      return view ? page(<ListPage view={view} done={query.done} />) : missing();
    },
  }),
];
