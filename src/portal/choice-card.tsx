import type { Choice } from '../app/patient/choices.ts';
import type { PatientPage } from '../app/patient/portal.ts';
import { useUi } from '../ui/context.ts';
import { ButtonLink, Form, SubmitButton } from '../ui/form.tsx';
import { listed, momentPlain } from '../ui/format.ts';
import { PhoneLink } from '../ui/phone-link.tsx';
import { mayDo, placeOf } from './story-parts.ts';

interface OfPage {
  page: PatientPage;
}

/** Of fewer people a wait says too little, and too much about each of them. */
const enough = 6;

/** The places among which the patient may choose; one press sends the request there. */
export function ChoiceCard({ page }: OfPage) {
  const words = useUi().words.portal.choice;
  if (page.choices.length === 0 || !mayDo(page, 'choose')) return null;
  const said = wordsFor(page);
  return (
    <section class="card best stack" aria-labelledby="choose">
      <h2 id="choose">{words.title}</h2>
      <p>{words.lead}</p>
      {said !== undefined && (
        <p>
          <strong>{words.words}</strong> <span class="typed">{said}</span>
        </p>
      )}
      <ChooseBy page={page} />
      <ul class="plain stack">
        {page.choices.map(choice => (
          <li key={choice.service.key}>
            <Place page={page} choice={choice} />
          </li>
        ))}
      </ul>
      <p>
        <ButtonLink href="/p/choose-none" big icon="x">
          {words.none.button}
        </ButtonLink>
      </p>
    </section>
  );
}

/** The events that offer a choice. */
const offers: readonly string[] = ['proposed', 'shortlisted'];

/** What the requester wrote for the patient with the latest offer. */
function wordsFor({ current }: PatientPage): string | undefined {
  const offered = current.events.findLast(({ type }) => offers.includes(type));
  const body = current.events.findLast(
    ({ type, seq, body }) =>
      type === 'remarked' &&
      seq > (offered?.seq ?? 0) &&
      typeof body === 'object' &&
      offers.includes(String(body.about)),
  )?.body;
  return typeof body === 'object' && typeof body.text === 'string' ? body.text : undefined;
}

function ChooseBy({ page }: OfPage) {
  const ui = useUi();
  const words = ui.words.portal.choice;
  const { hold } = page.current.state;
  const yours = hold?.accountable.side === 'patient' && hold.due > ui.now;
  return (
    <p>
      <strong>{yours ? words.until(momentPlain(hold.due, placeOf(page, ui))) : words.late}</strong>
    </p>
  );
}

function Place({ page, choice: { service, km } }: OfPage & { choice: Choice }) {
  const ui = useUi();
  const { choice: words } = ui.words.portal;
  const { key, turn } = page.current;
  const id = `place-${service.key}`;
  return (
    <article class="card stack" aria-labelledby={id}>
      <h3 id={id}>{service.name[ui.lang]}</h3>
      <dl class="kv tight">
        <dt>{words.where}</dt>
        <dd>
          {[service.siteName[ui.lang], service.address, service.city].filter(Boolean).join(', ')}
          {km !== null && (
            <>
              <br />
              {words.km(new Intl.NumberFormat(`${ui.lang}-CA`).format(Math.max(1, Math.round(km))))}
            </>
          )}
        </dd>
        <Known service={service} />
      </dl>
      {service.accepting ? (
        <Form action="/p/choose" receipt turn={turn} class="line acts" labelledBy={id}>
          <input type="hidden" name="case" value={key} />
          <input type="hidden" name="service" value={service.key} />
          <SubmitButton look="main" big icon="check">
            {words.choose}
          </SubmitButton>
        </Form>
      ) : (
        <p>{words.closed}</p>
      )}
    </article>
  );
}

/** What helps to compare: wait, languages, how, phone. */
function Known({ service }: Pick<Choice, 'service'>) {
  const { words } = useUi();
  const { choice } = words.portal;
  const { usual, languages, modes, phone } = service;
  return (
    <>
      <dt>{choice.wait}</dt>
      <dd>{usual && usual.people >= enough ? words.directory.span(usual.median) : choice.waitUnknown}</dd>
      <dt>{choice.languages}</dt>
      <dd>{words.directory.languages(languages)}</dd>
      <dt>{choice.how}</dt>
      <dd>{listed(modes.map(mode => choice.modes[mode] ?? mode))}</dd>
      {phone !== null && (
        <>
          <dt>{choice.phone}</dt>
          <dd>
            <PhoneLink phone={phone} />
          </dd>
        </>
      )}
    </>
  );
}
