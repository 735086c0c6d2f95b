import type { KnownService } from '../../app/ports/favourites.ts';
import { useUi } from '../../ui/context.ts';
import { WishForm } from '../directory/tell-when-open.tsx';

/** Services that this member waits for, each with a way to wait no longer. */
export function Openings({ services }: { services: readonly KnownService[] }) {
  const { lang, words } = useUi();
  const w = words.atHand.open;
  if (services.length === 0) return null;
  return (
    <section class="card stack" aria-labelledby="openings">
      <h2 id="openings">{w.title}</h2>
      <p>{w.lead}</p>
      <ul class="plain stack">
        {services.map(({ key, name, siteName }) => (
          <li key={key} class="line">
            <span>
              <a href={`/directory/${key}`}>{name[lang]}</a>, {siteName[lang]}
            </span>
            <WishForm of={key} name={name[lang]} wish={false} from="account" />
          </li>
        ))}
      </ul>
    </section>
  );
}
