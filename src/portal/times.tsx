import { z } from 'zod';
import type { PatientPage } from '../app/patient/portal.ts';
import { runVerb } from '../app/run-verb.ts';
import { readTimes } from '../app/schedule/read-times.ts';
import type { FreeSlot } from '../app/schedule/slots.ts';
import { addDays, localDay } from '../domain/case/deadline.ts';
import { text } from '../http/form.ts';
import { missing, page, type Reply, redirect } from '../http/reply.ts';
import { type Ask, type Route, route } from '../http/route.ts';
import { useUi } from '../ui/context.ts';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { Radios } from '../ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '../ui/form.tsx';
import { momentPlain } from '../ui/format.ts';
import { Frame } from '../ui/frame.tsx';
import { Note } from '../ui/note.tsx';
import { showPage } from './page.tsx';
import { placeOf } from './story-parts.ts';

const common = { enter: ['patient'], phi: true } as const;
const shown = 10;

interface TimesProps {
  page: PatientPage;
  free: readonly FreeSlot[];
  note?: string;
  error?: string;
}

/** Free times at the clinic: the patient takes one, and with it gives back the one they have. */
export function TimesPage({ page: found, free, note, error }: TimesProps) {
  const ui = useUi();
  const words = ui.words.patientTimes.times;
  const { key, turn, state } = found.current;
  const place = placeOf(found, ui);
  const last = free.at(-1);
  return (
    <Frame title={words.title} kind="plainer">
      <ErrorSummary errors={error ? [{ field: 'slot', message: error }] : []} />
      {note && (
        <Note look="soon" focus>
          <p>{note}</p>
        </Note>
      )}
      <section class="card stack" aria-labelledby="times">
        <h1 id="times">{words.title}</h1>
        {state.appointment && <p>{words.have(momentPlain(state.appointment.start, place))}</p>}
        {last ? (
          <Form action="/p/times" receipt turn={turn} class="stack">
            <input type="hidden" name="case" value={key} />
            <Radios
              name="slot"
              label={words.label}
              choices={free.map(slot => choiceOf(slot, ui.lang, words))}
              error={error}
            />
            <div class="line acts">
              <SubmitButton look="main" big icon="check">
                {words.submit}
              </SubmitButton>
              <ButtonLink href={`/p/times?from=${addDays(localDay(last.start, last.schedule.zone), 1)}`}>
                {words.later}
              </ButtonLink>
            </div>
          </Form>
        ) : (
          <p>{words.none}</p>
        )}
        <p>
          <a href="/p">{ui.words.portal.record.back}</a>
        </p>
      </section>
    </Frame>
  );
}

type TimesWords = ReturnType<typeof useUi>['words']['patientTimes']['times'];

function choiceOf({ key, start, kind, schedule }: FreeSlot, lang: 'en' | 'fr', words: TimesWords) {
  return {
    value: key,
    label: momentPlain(start, { lang, zone: schedule.zone }),
    hint: words.kind(kind.name[lang], kind.minutes, words.media[kind.medium]),
  };
}

type TimesAsk = Pick<Ask, 'app' | 'actor' | 'words'>;

async function show(
  ask: TimesAsk,
  given: { from?: string; note?: string; error?: string; status?: number },
): Promise<Reply> {
  const { from, note, error, status = 200 } = given;
  const found = await readTimes(ask.app, ask.actor, { from, limit: shown });
  if (!found) return missing();
  if (!found.page.times.choose) return showPage(ask, { note: ask.words.portal.stale, status: 409 });
  return page(<TimesPage {...found} note={note} error={error} />, { status });
}

const body = z.strictObject({ case: text(40), slot: text(80) });

async function post(ask: Ask<unknown, unknown, z.infer<typeof body>>): Promise<Reply> {
  const { app, actor, turn, receipt, words } = ask;
  const { case: caseKey, slot } = ask.body;
  if (slot === '') return show(ask, { error: words.patientTimes.times.missing, status: 422 });
  const found = await readTimes(app, actor, { limit: 1 });
  const verb = found?.page.current.state.appointment ? 'rebook' : 'book';
  const run = { caseKey, verb, input: { slot }, turn, receipt, side: 'patient' as const };
  const outcome = await runVerb(app, actor, run);
  if (outcome.ok) return redirect('/p?done=book');
  const gone = ['slot-taken', 'no-such-slot', 'slot-kept', 'start-in-past'].includes(outcome.refusal);
  return gone
    ? show(ask, { note: words.patientTimes.times.gone, status: 409 })
    : showPage(ask, { note: words.portal.stale, status: 409 });
}

const query = z.strictObject({ from: z.iso.date().optional() });

export const routes: Route[] = [
  route({
    ...{ ...common, method: 'GET', url: '/p/times', query },
    handle: ask => show(ask, { from: ask.query.from }),
  }),
  route({ ...{ ...common, method: 'POST', url: '/p/times', body }, handle: post }),
];
