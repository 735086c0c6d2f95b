import { z } from 'zod';
import type { LegalHold } from '../../app/ports/retention.ts';
import { liftHold, placeHold, readHolds } from '../../app/programme/legal-holds.ts';
import { key, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { TextArea, TextField } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { dayWithYear } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';

const officers = { enter: ['person'], roles: ['privacy-officer'], phi: true } as const;
const done = z.enum(['placed', 'lifted']);

/** What may not be purged at a site, for its privacy officers. Numbers and reasons; no patient is named. */
export const routes: Route[] = [
  route({
    ...{ ...officers, method: 'GET', url: '/legal-holds', query: z.strictObject({ done: done.optional() }) },
    handle: ask => show(ask, { done: ask.query.done }),
  }),
  route({
    ...{ ...officers, method: 'POST', url: '/legal-holds' },
    body: z.strictObject({ reference: text(40), why: text(4000) }),
    async handle(ask) {
      const placed = await placeHold(ask.app, ask.actor, ask.body);
      if (placed === 'placed') return redirect('/legal-holds?done=placed');
      const field = placed === 'no-reason' ? 'why' : 'reference';
      const message = ask.words.retention.problems[placed];
      return show(ask, { typed: ask.body, errors: [{ field, message }] });
    },
  }),
  route({
    ...{ ...officers, method: 'POST', url: '/legal-holds/:key/lift' },
    params: z.strictObject({ key }),
    body: z.strictObject({ why: text(4000) }),
    async handle(ask) {
      const lifted = await liftHold(ask.app, ask.actor, { key: ask.params.key, why: ask.body.why });
      if (lifted === 'lifted') return redirect('/legal-holds?done=lifted');
      if (lifted === 'no-hold') return missing();
      const field = `why-${ask.params.key}`;
      return show(ask, { errors: [{ field, message: ask.words.retention.problems['no-reason'] }] });
    },
  }),
];

interface Shown {
  done?: z.infer<typeof done>;
  typed?: { reference: string; why: string };
  errors?: readonly FieldError[];
}

async function show(ask: Pick<Ask, 'app' | 'actor'>, shown: Shown): Promise<Reply> {
  const holds = await readHolds(ask.app, ask.actor);
  return page(<HoldsPage holds={holds} {...shown} />, { status: shown.errors ? 422 : 200 });
}

function HoldsPage({ holds, done: was, typed, errors = [] }: Shown & { holds: readonly LegalHold[] }) {
  const w = useUi().words.retention;
  return (
    <Frame title={w.title} here="holds">
      <ErrorSummary errors={errors} />
      {was && <Note focus>{w.done[was]}</Note>}
      <header class="stack">
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      {holds.length === 0 ? (
        <p>{w.none}</p>
      ) : (
        <ul class="plain rows">
          {holds.map(hold => (
            <Line key={hold.key} hold={hold} errors={errors} />
          ))}
        </ul>
      )}
      <section class="card stack" aria-labelledby="place">
        <h2 id="place">{w.place}</h2>
        <Form action="/legal-holds" receipt class="stack">
          <TextField
            name="reference"
            label={w.reference}
            hint={w.referenceHint}
            value={typed?.reference}
            error={errorOf(errors, 'reference')}
            width="mid"
            required
          />
          <TextArea
            name="why"
            label={w.why}
            value={typed?.why}
            error={errorOf(errors, 'why')}
            rows={3}
            required
          />
          <div class="line acts">
            <SubmitButton look="main">{w.submit}</SubmitButton>
          </div>
        </Form>
      </section>
    </Frame>
  );
}

function Line({ hold, errors }: { hold: LegalHold; errors: readonly FieldError[] }) {
  const ui = useUi();
  const w = ui.words.retention;
  const id = `why-${hold.key}`;
  return (
    <li class="stack">
      <div>
        <strong class="code">{hold.reference}</strong>{' '}
        {w.placed(hold.placedBy, dayWithYear(hold.placedAt, ui))}
        <br />
        <span class="typed">{hold.why}</span>
      </div>
      {hold.liftedAt && (
        <div class="dim">
          {w.lifted(hold.liftedBy ?? '', dayWithYear(hold.liftedAt, ui))}
          <br />
          <span class="typed">{hold.liftedWhy}</span>
        </div>
      )}
      {!hold.liftedAt && (
        <details>
          <summary>{w.lift}</summary>
          <Form action={`/legal-holds/${hold.key}/lift`} receipt class="stack">
            <TextArea
              name="why"
              id={id}
              label={w.liftWhy(hold.reference)}
              error={errorOf(errors, id)}
              rows={2}
              required
            />
            <div class="line acts">
              <SubmitButton>{w.lift}</SubmitButton>
            </div>
          </Form>
        </details>
      )}
    </li>
  );
}
