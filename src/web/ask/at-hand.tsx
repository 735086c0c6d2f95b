import type { KnownService } from '../../app/ports/favourites.ts';
import { useUi } from '../../ui/context.ts';
import { SubmitButton } from '../../ui/form.tsx';

interface AtHandProps {
  favourites: readonly KnownService[];
  lately: readonly KnownService[];
}

/** Services one keeps and those one asked lately; each button chooses it for the problem above. */
export function AtHand({ favourites, lately }: AtHandProps) {
  const { atHand } = useUi().words.ask;
  const others = lately.filter(one => !favourites.some(kept => kept.key === one.key));
  if (favourites.length + others.length === 0) return null;
  return (
    <details>
      <summary class="s">{atHand.title}</summary>
      <div class="cols two">
        <Services title={atHand.favourites} services={favourites} />
        <Services title={atHand.lately} services={others} />
      </div>
    </details>
  );
}

function Services({ title, services }: { title: string; services: readonly KnownService[] }) {
  const { words, lang } = useUi();
  if (services.length === 0) return null;
  return (
    <section class="stack">
      <h2>{title}</h2>
      <ul class="plain rows s">
        {services.map(one => (
          <li key={one.key}>
            <a href={`/directory/${one.key}`}>{one.name[lang]}</a>{' '}
            <span class="dim">{one.siteName[lang] === one.name[lang] ? '' : one.siteName[lang]}</span>{' '}
            {one.accepting && one.kind !== 'community' && (
              <SubmitButton look="text" name="service" value={one.key}>
                {one.kind === 'econsult' ? words.ask.askGroup : words.ask.referHere}
                <span class="sr">: {one.name[lang]}</span>
              </SubmitButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
