import { z } from 'zod';
import { type PatientPage, patientCase, readPatientPage } from '../app/patient/portal.ts';
import { visitMark } from '../app/tokens.ts';
import { patientSteps } from '../domain/timeline/patient-steps.ts';
import { text } from '../http/form.ts';
import { missing, page, type Reply, redirect } from '../http/reply.ts';
import { type Ask, type Route, route } from '../http/route.ts';
import { useUi } from '../ui/context.ts';
import { ErrorSummary, type FieldError } from '../ui/error-summary.tsx';
import { Frame } from '../ui/frame.tsx';
import { Note } from '../ui/note.tsx';
import { doneWords } from './acts.ts';
import { AwayCard } from './away-card.tsx';
import { BeforeVisitCard } from './before-visit-card.tsx';
import { ChoiceCard } from './choice-card.tsx';
import { headline } from './headline.ts';
import { NoteCard } from './note-card.tsx';
import { PapersCard } from './papers-card.tsx';
import { RequestSteps } from './request-steps.tsx';
import { Aside } from './side.tsx';
import { SoonCard } from './soon-card.tsx';
import { mayDo, placeOf } from './story-parts.ts';
import { SurveyCard } from './survey-card.tsx';
import { TimesCard } from './times-card.tsx';
import { OfferCard, SaidToYou, VisitCard } from './visit-card.tsx';

const query = z.strictObject({
  done: text(40).optional(),
  to: z.enum(['confirm', 'cannot-come']).optional(),
  visit: z.string().max(20).optional(),
});

export const routes: Route[] = [
  route({
    ...{ method: 'GET', url: '/p', enter: ['patient'], phi: true, query },
    handle: ask =>
      ask.query.to === undefined ? showPage(ask, { done: ask.query.done }) : follow(ask, ask.query),
  }),
];

/** A link of a reminder: it does nothing by itself, and about another visit than the one that stands it says so. */
async function follow(
  ask: Pick<Ask, 'app' | 'actor' | 'words'>,
  wish: { to?: string; visit?: string },
): Promise<Reply> {
  const found = await readPatientPage(ask.app, ask.actor);
  if (!found) return missing();
  const start = found.current.state.appointment?.start;
  const stands = start !== undefined && visitMark(start) === wish.visit;
  if (!stands) return page(<StatusPage page={found} note={ask.words.portal.moved} />);
  if (wish.to === 'cannot-come' && mayDo(found, 'cannot-come')) return redirect('/p/cannot-come');
  return page(<StatusPage page={found} />);
}

interface Shown {
  /** The verb that was just done. */
  done?: string;
  /** What came back from a form. */
  note?: string;
  errors?: readonly FieldError[];
  typed?: Readonly<Record<string, string>>;
  status?: number;
}

/** The patient's page, read anew; also for a form that comes back to it. */
export async function showPage(ask: Pick<Ask, 'app' | 'actor'>, shown: Shown): Promise<Reply> {
  const found = await readPatientPage(ask.app, ask.actor);
  if (!found) return missing();
  return page(<StatusPage page={found} {...shown} />, { status: shown.status ?? 200 });
}

function StatusPage({ page: found, done, note, errors = [], typed }: Shown & { page: PatientPage }) {
  const ui = useUi();
  const words = ui.words.portal;
  const { story, current } = found;
  const place = placeOf(found, ui);
  const steps = patientSteps(story.cases.map(patientCase));
  const { patient } = current;
  const name = patient.preferredName || patient.given || patient.family;
  const said = done === undefined ? undefined : doneWords(ui.words, done);
  return (
    <Frame title={words.title} kind="plainer">
      <ErrorSummary errors={errors} />
      {note && (
        <Note look="soon" focus>
          <p>{note}</p>
        </Note>
      )}
      {said && (
        <Note look="told" focus>
          <p>{said}</p>
        </Note>
      )}
      <div>
        <p class="dim">
          {words.hello(name)} <span class="code">{story.reference}</span>
        </p>
        <h1>{headline(words, steps, { state: current.state, place, now: ui.now })}</h1>
        {current.state.hold && (
          <p class="s">
            <a href="#worse">{words.worse.title}</a>
          </p>
        )}
      </div>
      <div class="cols side">
        <div class="wide">
          <SaidToYou page={found} />
          <NoteCard page={found} />
          <ChoiceCard page={found} />
          <VisitCard page={found} />
          <BeforeVisitCard page={found} />
          <TimesCard page={found} />
          <OfferCard page={found} />
          <SurveyCard page={found} />
          <RequestSteps page={found} steps={steps} />
          <PapersCard page={found} />
          <SoonCard page={found} />
          <AwayCard page={found} errors={errors} typed={typed} />
        </div>
        <Aside page={found} />
      </div>
    </Frame>
  );
}
