import type { DirectoryFacility } from '../../app/ports/directory.ts';
import type { Service } from '../../domain/directory/service.ts';
import { useUi } from '../../ui/context.ts';
import { Note } from '../../ui/note.tsx';

/** Leads and stewards keep listings. */
function useKeeper(): { siteName: string } | undefined {
  const place = useUi().person?.memberships.find(one => one.current);
  const keeps = place?.roles.some(role => role === 'lead' || role === 'steward');
  return keeps ? { siteName: place!.siteName } : undefined;
}

/** Whether what a service's page says was checked in the last year, and for who keeps it the way to change it. */
export function ServiceUpkeep({ service }: { service: Service }) {
  const { words } = useUi();
  const keeper = useKeeper();
  const w = words.listings.public;
  return (
    <>
      {service.stale && service.verifiedOn !== null && <Note look="soon">{w.stale}</Note>}
      {keeper && Object.values(service.siteName).includes(keeper.siteName) && (
        <p class="s">
          <a href={`/listings/${service.key}`}>{w.keep}</a>
        </p>
      )}
    </>
  );
}

/** Whether anybody at a facility has checked its listing, and for who keeps listings the way to ask for it. */
export function FacilityUpkeep({ facility }: { facility: DirectoryFacility }) {
  const { words } = useUi();
  const keeper = useKeeper();
  const w = words.listings.public;
  if (facility.kept) return null;
  return (
    <p class="s dim">
      {w.unclaimed} {keeper && <a href={`/directory/${facility.key}/claim`}>{w.claim}</a>}
    </p>
  );
}
