import type { AtHand as Kept } from '../../app/directory/at-hand.ts';
import { useUi } from '../../ui/context.ts';
import { SavedLinks } from './saved-links.tsx';
import { Services } from './services.tsx';

/** In the directory: services one keeps and those one asked lately, where the site sent before, saved searches. */
export function AtHand({ kept, open }: { kept: Kept; open: boolean }) {
  const w = useUi().words.atHand;
  const lists = [kept.favourites, kept.lately, kept.sent, kept.saved];
  if (lists.every(list => list.length === 0)) return null;
  return (
    <details class="card flat" open={open}>
      <summary class="s">{w.title}</summary>
      <div class="cols two">
        <Services title={w.sent} services={kept.sent} />
        <Services title={w.favourites} services={kept.favourites} />
        <Services title={w.lately} services={kept.lately} />
        <SavedLinks saved={kept.saved} />
      </div>
    </details>
  );
}
