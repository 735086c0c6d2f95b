import { isTold } from '../../app/patient/portal.ts';
import type { CaseStory } from '../../app/read-request.ts';
import { localDay } from '../../domain/case/deadline.ts';
import type { Appointment as AppointmentOf } from '../../domain/case/state.ts';
import { askedForm } from '../../domain/referral/answer-form.ts';
import type { Referral } from '../../domain/referral/referral.ts';
import { isVideoLink } from '../../domain/schedule/video-link.ts';
import { useUi } from '../../ui/context.ts';
import { daysBetween, momentLong, monthDayShort } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Contacts, Earlier } from './beside-patient.tsx';
import { HowGiven } from './how-given.tsx';
import { People } from './people.tsx';
import { Recommendations } from './recommendations.tsx';
import type { Telling } from './telling.ts';

/** Beside the story: the visit, what was advised, who is involved, how long it takes. */
export function Aside({ telling, present }: { telling: Telling; present: CaseStory }) {
  const { words } = useUi();
  const { appointment } = present.state;
  return (
    <aside class="wide" aria-label={words.story.involved}>
      {appointment && present.state.hold && <Appointment one={present} appointment={appointment} />}
      {telling.request.cases.map(one => (
        <Recommendations key={one.key} telling={{ ...telling, one, present: one === present }} />
      ))}
      <People telling={telling} />
      <HowGiven telling={telling} present={present} />
      <Contacts telling={telling} present={present} />
      <Earlier telling={telling} />
      <Waits one={present} />
      <Elsewhere telling={telling} />
      {givesLetter(present) && (
        <p class="s">
          <a href={`/requests/${telling.request.key}/letter`}>{words.letter.title}</a>
        </p>
      )}
      {present.type === 'referral' && present.state.hold && present.sides.includes('requester') && (
        <p class="s">
          <a href={`/referrals/${present.key}/requisition`}>{words.outside.requisition.link}</a>
        </p>
      )}
      {telling.request.cases
        .filter(one => one.type === 'econsult' && one.sides.includes('requester') && !one.state.helps)
        .map(one => (
          <ToPatient key={one.key} one={one} />
        ))}
      <Copy requestKey={telling.request.key} />
      <p class="s">
        <button type="button" class="btn text tiny" data-print hidden>
          <Icon name="print" />
          {words.story.print}
        </button>
      </p>
    </aside>
  );
}

/** The office that sent it, or has it in hand, may let the patient in; not who is asked to help with an answer. */
function givesLetter({ sides, state }: CaseStory): boolean {
  return !state.helps && sides.some(side => side === 'requester' || (side === 'receiver' && state.hold));
}

/** Whether the patient hears of a question by themself, and the letter that says what came of it. */
function ToPatient({ one }: { one: CaseStory }) {
  const { answerLetter } = useUi().words;
  return (
    <>
      {!isTold(one) && <p class="s dim">{answerLetter.untold}</p>}
      {isAnswered(one) && (
        <p class="s">
          <a href={`/econsults/${one.key}/patient-letter`}>{answerLetter.link}</a>
        </p>
      )}
    </>
  );
}

/** An answer is there to tell the patient of. */
function isAnswered({ events }: CaseStory): boolean {
  return events.some(({ type, body }) => type === 'advice' && typeof body === 'object');
}

/** The whole story on paper, in either language, as text to copy, and as data. */
function Copy({ requestKey }: { requestKey: string }) {
  const { words, lang } = useUi();
  const url = `/requests/${requestKey}/copy.pdf`;
  const [other, name] = lang === 'fr' ? (['en', 'English'] as const) : (['fr', 'Français'] as const);
  return (
    <p class="s">
      <a href={url}>{words.story.copy.link}</a>,{' '}
      <a href={`${url}?in=${other}`} lang={other} hreflang={other}>
        {name}
      </a>
      <br />
      <a href={`/requests/${requestKey}/text`}>{words.story.text.link}</a>
      <br />
      <a href={`/requests/${requestKey}/export.json`}>{words.story.copy.data}</a>
    </p>
  );
}

function Appointment({ one, appointment }: { one: CaseStory; appointment: AppointmentOf }) {
  const ui = useUi();
  const { referral, story } = ui.words;
  const { label, start, length, medium, place, instructions } = appointment;
  const labels: Record<string, string> = referral.labels;
  const facts = [
    labels[label] ?? label,
    length && story.minutes(length),
    referral.media[medium].toLocaleLowerCase(ui.lang),
  ];
  return (
    <section class="card" aria-labelledby="visit">
      <h2 id="visit">{story.appointment}</h2>
      <p class="b">
        <time datetime={start}>{momentLong(start, ui)}</time>
      </p>
      <p class="s">
        {facts.filter(Boolean).join(', ')}
        {place && (
          <>
            <br />
            <Place place={place} video={medium === 'video'} />
          </>
        )}
      </p>
      {instructions && <p class="s typed">{instructions}</p>}
      <FormOpen one={one} />
      <p class="s">
        <a href={`/referrals/${one.key}/appointment.ics`}>{ui.words.referralActs.calendar.add}</a>
      </p>
    </section>
  );
}

/** Questions before the visit that nobody answered yet; who may type the answers for the patient finds the way there. */
function FormOpen({ one }: { one: CaseStory }) {
  const { story, beforeVisit } = useUi().words;
  if (!askedForm(one.state as Referral)) return null;
  const types = one.may.some(({ verbs }) => verbs.includes('answer-form'));
  return (
    <p class="s">
      <span class="dim">{story.formOpen}</span>
      {types && (
        <>
          <br />
          <a href={`/referrals/${one.key}/answer-form`}>{beforeVisit.staff.link}</a>
        </>
      )}
    </p>
  );
}

/** Where it is; the address of a video visit can be followed. */
function Place({ place, video }: { place: string; video: boolean }) {
  if (!video || !isVideoLink(place)) return <bdi>{place}</bdi>;
  return (
    <a href={place} rel="noreferrer">
      <bdi>{place}</bdi>
    </a>
  );
}

function Waits({ one }: { one: CaseStory }) {
  const ui = useUi();
  const { story, time } = ui.words;
  const { startedAt, appointment, hold, unavailable } = one.state;
  const days = (until: string) =>
    time.days(daysBetween(localDay(startedAt, ui.zone), localDay(until, ui.zone)));
  const last = one.events.at(-1)?.at ?? ui.now;
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">{story.waits}</h2>
      <dl class="kv">
        <dt>{hold ? story.soFar : story.inAll}</dt>
        <dd>{days(hold ? ui.now : last)}</dd>
        {appointment && hold && (
          <>
            <dt>{story.toVisit}</dt>
            <dd>{days(appointment.start)}</dd>
          </>
        )}
      </dl>
      {unavailable.map(({ from, until }) => (
        <p class="s dim" key={from + until}>
          {story.away(monthDayShort(from, ui), monthDayShort(until, ui))}
        </p>
      ))}
    </section>
  );
}

/** Cases of the request that are not this viewer's: that they are, and how they stand, but not whose. */
function Elsewhere({ telling }: { telling: Telling }) {
  const ui = useUi();
  const { timeline, story, case: words } = ui.words;
  const { elsewhere } = telling.request;
  if (elsewhere.length === 0) return null;
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">{timeline.elsewhere}</h2>
      <ul class="plain rows s">
        {elsewhere.map(({ type, status, openedAt }) => {
          const statuses: Record<string, string> = ui.words[type].statuses;
          const day = monthDayShort(openedAt, ui);
          return (
            <li key={openedAt}>{story.elsewhere(words.types[type], statuses[status] ?? status, day)}</li>
          );
        })}
      </ul>
    </section>
  );
}
