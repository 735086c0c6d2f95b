import type { KnownService, SentService } from '../../app/ports/favourites.ts';
import { useUi } from '../../ui/context.ts';
import { SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';

interface ServicesProps {
  title: string;
  services: readonly (KnownService | SentService)[];
  /** Inside the form of Ask: each has a button that chooses it for the problem. */
  choose?: boolean;
  /** Level of the heading. */
  level?: 'h2' | 'h4';
}

/** A short list of services; nothing without any. */
export function Services({ title, services, choose = false, level: Heading = 'h2' }: ServicesProps) {
  if (services.length === 0) return null;
  return (
    <section class="stack">
      <Heading>{title}</Heading>
      <ul class="plain rows s">
        {services.map(one => (
          <Line key={one.key} one={one} choose={choose} />
        ))}
      </ul>
    </section>
  );
}

function Line({ one, choose }: { one: KnownService | SentService; choose: boolean }) {
  const ui = useUi();
  const { words, lang } = ui;
  const name = one.name[lang];
  return (
    <li>
      <a href={`/directory/${one.key}`}>{name}</a>{' '}
      {one.siteName[lang] !== name && <span class="dim">{one.siteName[lang]}</span>}{' '}
      {'times' in one && (
        <span class="dim">({words.atHand.sentTimes(one.times, dayWithYear(one.last, ui))})</span>
      )}{' '}
      {choose && one.accepting && one.kind !== 'community' && (
        <SubmitButton look="text" name="service" value={one.key}>
          {one.kind === 'econsult' ? words.ask.askGroup : words.ask.referHere}
          <span class="sr">: {name}</span>
        </SubmitButton>
      )}
    </li>
  );
}
