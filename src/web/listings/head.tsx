import type { ComponentChildren } from 'preact';
import type { KeptListing } from '../../app/ports/listings.ts';
import { type ListingPart, partNames } from '../../domain/directory/listing.ts';
import { useUi } from '../../ui/context.ts';
import { Frame } from '../../ui/frame.tsx';

/** Which page of a listing is open. */
export type ListingPage = ListingPart | 'overview' | 'history';

interface ListingFrameProps {
  listing: KeptListing;
  here: ListingPage;
  children: ComponentChildren;
}

/** A page of one listing: its name, the ways to its parts, and what the page itself has. */
export function ListingFrame({ listing, here, children }: ListingFrameProps) {
  const { words, lang } = useUi();
  const w = words.listings;
  const name = nameOf(listing, lang);
  const pages: [ListingPage, string, string][] = [
    ['overview', w.overview, ''],
    ...partNames.map((part): [ListingPage, string, string] => [part, w.parts[part], `/${part}`]),
    ['history', w.historyTitle, '/history'],
  ];
  return (
    <Frame title={name} here="listings">
      <header class="stack">
        <p class="s">
          <a href="/listings">{w.back}</a>
        </p>
        <h1>{name}</h1>
        <p class="dim">
          {w.kinds[listing.kind]} · {lang === 'fr' ? listing.site.nameFr : listing.site.nameEn} ·{' '}
          <a href={`/directory/${listing.key}`}>{w.publicPage}</a>
        </p>
      </header>
      <nav aria-label={w.tabs}>
        <ul class="plain line tabs">
          {pages.map(([page, label, tail]) => (
            <li key={page}>
              <a href={`/listings/${listing.key}${tail}`} aria-current={page === here ? 'page' : undefined}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </Frame>
  );
}

/** The name of a listing in the language of the page. */
export function nameOf({ plain }: Pick<KeptListing, 'plain'>, lang: 'en' | 'fr'): string {
  return String(lang === 'fr' ? plain.nameFr : plain.nameEn);
}
