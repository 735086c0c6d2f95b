import type { AskRoutes } from '../../app/directory/ask-routes.ts';
import type { Draft } from '../../app/ports/drafts.ts';
import type { KnownService } from '../../app/ports/favourites.ts';
import type { PatientLine, PatientRecord } from '../../app/ports/patients.ts';
import { isLimitKey } from '../../domain/directory/for-patient.ts';
import type { Service } from '../../domain/directory/service.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { TextArea } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { momentShort } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Services } from '../at-hand/services.tsx';
import { AppliedLimits } from './applied-limits.tsx';
import { ChosenRoute } from './chosen-route.tsx';
import { EmergencyNote } from './emergency-note.tsx';
import { OpenRequests } from './open-requests.tsx';
import { Reading } from './reading.tsx';
import { RoutesList } from './routes-list.tsx';
import { StartToday } from './start-today.tsx';
import { Whom } from './whom.tsx';

export interface AskPageProps {
  /** The draft that keeps what is typed; null before the first press. */
  draft: Draft | null;
  problem: string;
  urgency: 'routine' | 'urgent';
  /** The route that is chosen already. */
  chosen: Service | null;
  patient: PatientRecord | null;
  recent: readonly PatientLine[];
  favourites: readonly KnownService[];
  lately: readonly KnownService[];
  /** The words may mean an emergency. */
  urgent: boolean;
  routes: AskRoutes | null;
  errors?: readonly FieldError[];
  /** Of the search for a patient. */
  found?: readonly PatientLine[];
  patientWords?: string;
}

/** The problem, whose it is, and below them every route. */
export function AskPage(props: AskPageProps) {
  const { ask } = useUi().words;
  const { draft, urgency, routes, errors = [] } = props;
  return (
    <Frame title={ask.title} here="ask">
      <Form
        action={draft ? `/ask/${draft.key}` : '/ask'}
        class="wide"
        label={ask.title}
        htmx={asTyped(draft)}
      >
        <div id="urgent" class="urgently" role="alert">
          <EmergencyNote urgent={props.urgent} />
        </div>
        <header class="stack">
          <div class="line">
            <h1>{ask.title}</h1>
            <Kept draft={draft} />
          </div>
          <p class="dim">{ask.lead}</p>
        </header>
        <ErrorSummary errors={errors} />
        {props.chosen && <ChosenRoute service={props.chosen} draft={draft !== null} />}
        <div class="cols side">
          <Problem {...props} />
          <Whom {...props} />
        </div>
        <div id="found" class="wide">
          {routes && (
            <>
              <OpenRequests routes={routes} />
              <RoutesList
                routes={routes}
                advice={urgency !== 'urgent'}
                beside={<StartToday {...routes} />}
                choice
              />
            </>
          )}
        </div>
        <AtHand {...props} />
      </Form>
    </Frame>
  );
}

/** Services one keeps and those one asked lately; each button chooses it for the problem above. */
function AtHand({ favourites, lately }: Pick<AskPageProps, 'favourites' | 'lately'>) {
  const { atHand } = useUi().words;
  const others = lately.filter(one => !favourites.some(kept => kept.key === one.key));
  if (favourites.length + others.length === 0) return null;
  return (
    <details>
      <summary class="s">{atHand.services}</summary>
      <div class="cols two">
        <Services title={atHand.favourites} services={favourites} choose />
        <Services title={atHand.lately} services={others} choose />
      </div>
    </details>
  );
}

/**
 * Script keeps what is typed after a pause and draws what follows from it; *Show routes* does both without. Nothing that is
 * being typed in is drawn anew.
 */
function asTyped(draft: Draft | null) {
  return {
    'hx-post': draft ? `/ask/${draft.key}` : '/ask',
    'hx-trigger': 'input delay:300ms',
    'hx-vals': '{"do":"autosave"}',
    'hx-select': '#found',
    'hx-select-oob': '#urgent:outerMorph,#kept:outerMorph,#read:outerMorph',
    'hx-target': '#found',
    'hx-swap': 'outerMorph',
    'hx-sync': 'replace',
  } as const;
}

/** Words alone: what is passed over of the patient is shown as such. */
function passedOver(draft: Draft | null): readonly string[] {
  return (draft?.passOver ?? []).filter(key => !isLimitKey(key));
}

/** Where and since when the words are kept. */
function Kept({ draft }: { draft: Draft | null }) {
  const ui = useUi();
  return (
    <span id="kept" class="far dim s">
      {draft && (
        <>
          <input type="hidden" name="draft" value={draft.key} />
          {ui.words.ask.kept(momentShort(draft.savedAt, ui))}
        </>
      )}
    </span>
  );
}

/** The box, what the search made of its words, and the button for those whose browser runs no script. */
function Problem({ problem, routes, chosen, draft, errors = [] }: AskPageProps) {
  const { ask } = useUi().words;
  return (
    <div class="stack">
      <TextArea
        name="problem"
        label={ask.problem}
        hint={ask.problemHint}
        value={problem}
        rows={6}
        big
        error={errorOf(errors, 'problem')}
        required
      />
      <div id="read" class="stack">
        {routes && <Reading read={routes.read} passedOver={passedOver(draft)} />}
        {routes && <AppliedLimits limits={routes.limits} />}
      </div>
      <div class="line">
        {chosen?.accepting && (
          <SubmitButton look="main" icon="right" name="service" value={chosen.key}>
            {ask.toForm}
          </SubmitButton>
        )}
        <SubmitButton
          look={routes || chosen?.accepting ? 'plain' : 'main'}
          icon="search"
          name="do"
          value="show"
        >
          {routes ? ask.again : chosen ? ask.otherRoutes : ask.show}
        </SubmitButton>
      </div>
    </div>
  );
}
