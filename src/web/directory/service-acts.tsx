import type { Service } from '../../domain/directory/service.ts';
import { Acts } from '../../ui/action-bar.tsx';
import { useUi } from '../../ui/context.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { dialled } from '../../ui/phone-link.tsx';
import { withPatients } from '../roles.ts';

/** A phone dials what people reach by themselves. */
function Call({ phone }: { phone: string | null }) {
  const { directory } = useUi().words;
  if (!phone) return null;
  return (
    <Acts>
      <ButtonLink look="main" href={`tel:${dialled(phone)}`}>
        {directory.call(phone)}
      </ButtonLink>
    </Acts>
  );
}

/** What this viewer may do with a service: ask or refer, or sign in to do so. */
export function ServiceActs({ service }: { service: Service }) {
  const { words, viewer, person } = useUi();
  const w = words.directory;
  if (service.kind === 'community') return <Call phone={service.phone} />;
  const askAbout = `/directory/${service.key}/ask`;
  if (viewer === 'visitor') {
    const here = `/sign-in?next=${encodeURIComponent(`/directory/${service.key}`)}`;
    return (
      <Acts>
        {service.accepting ? (
          <ButtonLink href={askAbout}>{w.signIn}</ButtonLink>
        ) : (
          <ButtonLink href={here}>{w.signInPaused}</ButtonLink>
        )}
      </Acts>
    );
  }
  const roles: readonly string[] = person?.memberships.find(place => place.current)?.roles ?? [];
  if (!service.accepting || !withPatients.some(role => roles.includes(role))) return null;
  return (
    <Acts>
      <ButtonLink look="main" href={askAbout} icon="right">
        {w.refer}
      </ButtonLink>
    </Acts>
  );
}
