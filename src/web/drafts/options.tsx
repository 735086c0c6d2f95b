import { z } from 'zod';
import { type ChoosableDraft, choosableIn, chooseOptions } from '../../app/drafts/draft-options.ts';
import { fewestOptions, mostOptions } from '../../domain/referral/shortlist.ts';
import { key, many, text } from '../../http/form.ts';
import { missing, page, type Reply, redirect } from '../../http/reply.ts';
import { type Ask, type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, type FieldError } from '../../ui/error-summary.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { type Offered, servicesFor } from '../cases/next-service/find-services.ts';
import { ServiceChoice } from '../cases/next-service/service-choice.tsx';
import { withPatients } from '../roles.ts';
import { Whose } from './whose.tsx';

const params = z.strictObject({ key });
const body = z.strictObject({ look: text(1000), services: many(20), again: text(10) });
type Typed = z.infer<typeof body>;
const common = {
  url: '/drafts/:key/options',
  enter: ['person'],
  roles: withPatients,
  phi: true,
  params,
  limit: 'search',
} as const;
type OptionsAsk = Pick<Ask<z.infer<typeof params>>, 'app' | 'actor' | 'params' | 'words'>;

/** Two to five services among which the patient chooses before anything is sent. */
export const routes: Route[] = [
  route({ ...common, method: 'GET', handle: ask => show(ask) }),
  route({
    ...common,
    method: 'POST',
    body,
    handle: ask => (ask.body.again === '' ? choose(ask, ask.body) : show(ask, { typed: ask.body })),
  }),
];

interface Shown {
  typed?: Typed;
  errors?: readonly FieldError[];
}

function show({ app, actor, params: at }: OptionsAsk, { typed, errors = [] }: Shown = {}): Promise<Reply> {
  return app.db.as(actor, async tx => {
    const found = await choosableIn(tx, at.key);
    if (!found) return missing();
    const { draft, patient } = found;
    const look = typed?.look ?? (draft.title || draft.question.slice(0, 1000));
    const chosen = typed?.services ?? draft.options;
    const offered = await servicesFor(tx, patient, { look, chosen, kinds: ['referral'] });
    const drawn = <OptionsPage {...found} look={look} chosen={chosen} offered={offered} errors={errors} />;
    return page(drawn, { status: errors.length > 0 ? 422 : 200 });
  });
}

async function choose(ask: OptionsAsk, typed: Typed): Promise<Reply> {
  const { app, actor, params: at, words } = ask;
  const services = [...new Set(typed.services)];
  const wrong = services.length < fewestOptions || services.length > mostOptions;
  const { found: label, count: message } = words.referralActs.shortlist;
  if (wrong) return show(ask, { typed, errors: [{ field: 'services', label, message }] });
  const kept = await chooseOptions(app, actor, { draftKey: at.key, services });
  return kept ? redirect(`/drafts/${at.key}`) : missing();
}

interface OptionsPageProps extends ChoosableDraft {
  look: string;
  chosen: readonly string[];
  offered: readonly Offered[];
  errors: readonly FieldError[];
}

function OptionsPage({ draft, patient, reachable, errors, ...choice }: OptionsPageProps) {
  const { drafts, referralActs } = useUi().words;
  const { choice: w } = drafts;
  const url = `/drafts/${draft.key}/options`;
  return (
    <Frame title={w.title} here="ask" strip={<Whose patient={patient} from={null} />}>
      <header class="stack">
        <p class="s">
          <a href={`/ask/${draft.key}`}>{drafts.backToRoutes}</a>
        </p>
        <h1>{w.title}</h1>
        <p>{w.lead}</p>
      </header>
      <ErrorSummary errors={errors} />
      {reachable ? (
        <Form action={url} class="card stack" label={w.title}>
          <ServiceChoice
            name="services"
            label={referralActs.shortlist.found}
            hint={w.hint}
            errors={errors}
            several
            {...choice}
          />
          <div class="line acts">
            <SubmitButton look="main" icon="right">
              {w.toForm}
            </SubmitButton>
          </div>
        </Form>
      ) : (
        <Note look="soon">{w.unreachable}</Note>
      )}
    </Frame>
  );
}
