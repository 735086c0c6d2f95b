import type { Service } from '../../domain/directory/service.ts';
import { useUi } from '../../ui/context.ts';
import { isSaid, Limits } from '../directory/work-there.tsx';

/** What the service wants to know first and what it does not take, before anything is typed; nothing when it says nothing. */
export function Guidance({ service }: { service: Service }) {
  const { drafts } = useUi().words;
  const { willSee, willNotSee, conditions, needed, preparation } = service;
  if (![willSee, willNotSee, conditions, needed, preparation].some(isSaid)) return null;
  return (
    <section class="card flat stack" aria-labelledby="guidance">
      <h2 id="guidance">{drafts.guidance}</h2>
      <Limits service={service} />
    </section>
  );
}
