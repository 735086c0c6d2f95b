import { z } from 'zod';
import { keepAskingRegions } from '../../app/directory/asking-regions.ts';
import { regions } from '../../domain/directory/service.ts';
import { text } from '../../http/form.ts';
import { redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { Select } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';

const places = ['first', 'second', 'third'] as const;

/** Whose advice groups this clinician asks first. */
export function AskingRegionsCard({
  asked,
}: {
  asked: { regions: readonly string[]; chosen: boolean } | null;
}) {
  const { words } = useUi();
  const w = words.askingRegions;
  if (!asked) return null;
  const named = words.directory.regions;
  const ofSite = asked.regions.map(region => named[region]).join(', ');
  return (
    <section class="card stack" aria-labelledby="regions">
      <h2 id="regions">{w.title}</h2>
      <p>{w.lead}</p>
      {!asked.chosen && ofSite && <p>{w.ofSite(ofSite)}</p>}
      <Form action="/account/regions" class="stack" labelledBy="regions">
        {places.map((name, at) => (
          <Select
            key={name}
            name={name}
            label={w.places[name]}
            value={asked.chosen ? (asked.regions[at] ?? '') : ''}
            empty={w.none}
            choices={regions.map(value => ({ value, label: named[value]! }))}
          />
        ))}
        <SubmitButton>{w.save}</SubmitButton>
      </Form>
    </section>
  );
}

const region = text(1);

export const routes: Route[] = [
  route({
    ...{ method: 'POST', url: '/account/regions', enter: ['person'], phi: false },
    body: z.strictObject({ first: region, second: region, third: region }),
    async handle({ app, actor, body }) {
      await keepAskingRegions(app, actor, [body.first, body.second, body.third]);
      return redirect('/account?regions=1');
    },
  }),
];
