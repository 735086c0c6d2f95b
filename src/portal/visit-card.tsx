import { type PatientPage, saidToPatient } from '../app/patient/portal.ts';
import { papersOf } from '../app/schedule/papers-of.ts';
import type { Appointment } from '../domain/case/state.ts';
import { useUi } from '../ui/context.ts';
import { ButtonLink, Form, SubmitButton } from '../ui/form.tsx';
import { momentPlain, monthDay } from '../ui/format.ts';
import { mayDo, placeOf } from './story-parts.ts';
import { TimesLink } from './times-card.tsx';

interface OfPage {
  page: PatientPage;
}

/** The visit that stands, and what the patient can say to it. */
export function VisitCard({ page }: OfPage) {
  const words = useUi().words.portal;
  const { state, key, turn } = page.current;
  const { appointment, status, flag } = state;
  if (!appointment || (status !== 'booked' && status !== 'confirmed')) return null;
  const asked = flag === 'other-time-asked';
  return (
    <section class="card best stack" aria-labelledby="come">
      <h2 id="come">{status === 'booked' ? words.canYouCome : words.steps.visit}</h2>
      <VisitFacts page={page} appointment={appointment} />
      <ToRead page={page} appointment={appointment} />
      {status === 'confirmed' && <p>{words.confirmed}</p>}
      {asked && <p>{words.otherTime.asked}</p>}
      <TellBy page={page} />
      <Form action="/p/confirm" receipt turn={turn} class="line acts">
        <input type="hidden" name="case" value={key} />
        {mayDo(page, 'confirm') && (
          <SubmitButton look="main" big icon="check">
            {words.confirm}
          </SubmitButton>
        )}
        <TimesLink page={page} />
        {mayDo(page, 'ask-other-time') && !asked && (
          <ButtonLink href="/p/ask-other-time" big icon="clock">
            {words.otherTime.button}
          </ButtonLink>
        )}
        {mayDo(page, 'cannot-come') && (
          <ButtonLink href="/p/cannot-come" big icon="x">
            {words.cannotCome.button}
          </ButtonLink>
        )}
      </Form>
      <p class="s">
        <a href="/p/calendar">{words.calendar}</a>
      </p>
    </section>
  );
}

function TellBy({ page }: OfPage) {
  const ui = useUi();
  const { hold, status } = page.current.state;
  if (status !== 'booked' || hold?.accountable.side !== 'patient') return null;
  return (
    <p>
      <strong>{ui.words.portal.tellBy(momentPlain(hold.due, placeOf(page, ui)))}</strong>
    </p>
  );
}

/** What there is to read before it. */
function ToRead({ page, appointment }: OfPage & { appointment: Appointment }) {
  const words = useUi().words.sheets;
  const files = papersOf(page.current, appointment);
  if (files.length === 0) return null;
  return (
    <div>
      <h3>{words.toRead}</h3>
      <ul class="plain rows">
        {files.map(({ key, name }) => (
          <li key={key}>
            <a href={`/attachments/${key}`} class="typed">
              {name}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function VisitFacts({ page, appointment }: OfPage & { appointment: Appointment }) {
  const ui = useUi();
  const words = ui.words.portal;
  const { start, length, medium, place, instructions } = appointment;
  const site = page.story.names.sites[page.current.state.receiver.site];
  return (
    <dl class="kv tight">
      <dt>{words.when}</dt>
      <dd class="b">
        <time datetime={start}>{momentPlain(start, placeOf(page, ui))}</time>
      </dd>
      {length !== undefined && (
        <>
          <dt>{words.howLong}</dt>
          <dd>{words.minutes(length)}</dd>
        </>
      )}
      <dt>{words.how}</dt>
      <dd>{words.media[medium]}</dd>
      <dt>{words.place}</dt>
      <dd>
        {site?.[ui.lang]}
        {place && <br />}
        {place && <Where place={place} />}
      </dd>
      {instructions && (
        <>
          <dt>{words.prepare}</dt>
          <dd class="typed">{instructions}</dd>
        </>
      )}
    </dl>
  );
}

/** A room, or the address of a video visit, of which only https is made a link. */
function Where({ place }: { place: string }) {
  const words = useUi().words.portal;
  const url = URL.canParse(place) ? new URL(place) : undefined;
  if (url?.protocol !== 'https:') return <span class="typed">{place}</span>;
  return (
    <a href={url.href} rel="noreferrer">
      {words.videoLink}
    </a>
  );
}

/** A slot that came free at short notice. */
export function OfferCard({ page }: OfPage) {
  const ui = useUi();
  const words = ui.words.portal;
  const { state, key, turn } = page.current;
  const offer = 'offer' in state ? (state.offer as { appointment: Appointment; until: string }) : undefined;
  if (!offer || !mayDo(page, 'take-slot') || offer.until <= ui.now) return null;
  return (
    <section class="card stack" aria-labelledby="offer">
      <h2 id="offer">{words.offer.title}</h2>
      <VisitFacts page={page} appointment={offer.appointment} />
      <p>{words.offer.until(momentPlain(offer.until, placeOf(page, ui)))}</p>
      <Form action="/p/take-slot" receipt turn={turn} class="line acts">
        <input type="hidden" name="case" value={key} />
        <SubmitButton big icon="check">
          {words.offer.submit}
        </SubmitButton>
        <SubmitButton big look="plain" formAction="/p/lapse">
          {words.offer.refuse}
        </SubmitButton>
      </Form>
      <p class="s dim">{words.offer.keep}</p>
    </section>
  );
}

/** What the clinic asks the patient, and messages that are for everybody. */
export function SaidToYou({ page }: OfPage) {
  const ui = useUi();
  const words = ui.words.portal;
  const said = saidToPatient(page.current);
  const question = said.findLast(one => one.kind === 'question');
  const asks =
    question && page.current.state.hold?.accountable.side === 'patient' && mayDo(page, 'supply-info');
  const messages = said.filter(one => one.kind !== 'question');
  const answerable = said.some(one => one.kind === 'message') && mayDo(page, 'message');
  return (
    <>
      {asks && (
        <section class="card best stack" aria-labelledby="asked">
          <h2 id="asked">{words.asked.title}</h2>
          <p class="typed">{question.text}</p>
          <ButtonLink href="/p/supply-info" look="main" big icon="say">
            {words.asked.link}
          </ButtonLink>
        </section>
      )}
      {messages.length > 0 && (
        <section class="stack" aria-labelledby="said">
          <h2 id="said">{words.said}</h2>
          <ul class="plain rows">
            {messages.map(({ at, text, kind }) => (
              <li key={at}>
                <time class="s dim" datetime={at}>
                  {monthDay(at, placeOf(page, ui))}
                </time>
                {kind === 'mine' && <span class="s dim"> {words.reply.mine}</span>}
                <br />
                <span class="typed">{text}</span>
              </li>
            ))}
          </ul>
          {answerable && (
            <p>
              <ButtonLink href="/p/message" icon="say">
                {words.reply.link}
              </ButtonLink>
            </p>
          )}
        </section>
      )}
    </>
  );
}
