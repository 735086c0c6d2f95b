import type { PatientPage } from '../app/patient/portal.ts';
import type { Hold } from '../domain/case/state.ts';
import { useUi } from '../ui/context.ts';
import { ButtonLink } from '../ui/form.tsx';
import { dayWithYear, monthDay } from '../ui/format.ts';
import { PhoneLink } from '../ui/phone-link.tsx';
import { holderName } from './headline.ts';
import { cardsOf, isThere, mayDo, placeOf } from './story-parts.ts';

interface OfPage {
  page: PatientPage;
}

/** Beside the page: worse, who has it, own record, stop. */
export function Aside({ page }: OfPage) {
  const { portal: words, patientPage, choices } = useUi().words;
  return (
    <aside class="wide" aria-label={words.help}>
      <Worse page={page} />
      <Who page={page} />
      <section class="stack" aria-labelledby="record">
        <h2 id="record">{words.record.title}</h2>
        <ul class="plain rows">
          <li>
            <a href="/p/record">{words.record.link}</a>
          </li>
          <li>
            <a href="/p/all">{patientPage.all.link}</a>
          </li>
          <li>
            <a href="/p/people">{patientPage.people.link}</a>
          </li>
          <li>
            <a href="/p/notices">{choices.link}</a>
          </li>
          {mayDo(page, 'withdraw') && (
            <li>
              <a href="/p/withdraw">{words.withdraw.link}</a>
            </li>
          )}
        </ul>
        <Overlaps page={page} />
        <button type="button" class="btn" data-print hidden>
          {words.print}
        </button>
      </section>
    </aside>
  );
}

/** Whoever was told that this request is open learnt nothing else of it. */
function Overlaps({ page: { overlaps } }: OfPage) {
  const ui = useUi();
  return overlaps.map(at => (
    <p key={at} class="s">
      {ui.words.portal.overlap(dayWithYear(at, ui))}
    </p>
  ));
}

function Worse({ page }: OfPage) {
  const words = useUi().words.portal;
  const { flag, hold } = page.current.state;
  const told = flag === 'got-worse';
  const gone = !isThere(page.current.state);
  const danger = words.dangerText('911', '988');
  return (
    <section class="note late stack" aria-labelledby="worse">
      <h2 id="worse">{words.worse.title}</h2>
      {told && <p>{words.worse.done}</p>}
      {!told && hold && gone && <p>{words.worse.callDoctor}</p>}
      {!told && !gone && mayDo(page, 'report-worse') && (
        <>
          <p>{words.worse.lead}</p>
          <ButtonLink href="/p/report-worse" look="harm" icon="worse">
            {words.worse.submit}
          </ButtonLink>
        </>
      )}
      <p>
        <strong>{words.danger}</strong> {danger.call} <a href="tel:911">{danger.nine}</a>. {danger.or}{' '}
        <a href="tel:988">{danger.eight}</a>, {danger.end}
      </p>
    </section>
  );
}

/** Who owes the next step until when, and whom to call. */
function Who({ page }: OfPage) {
  const ui = useUi();
  const words = ui.words.portal;
  const { state } = page.current;
  const yours = state.hold?.accountable.side === 'patient';
  const untilWhen = ({ due }: Hold) =>
    (due < ui.now ? words.wasDue : words.until)(monthDay(due, placeOf(page, ui)));
  return (
    <section class="stack" aria-labelledby="who">
      <h2 id="who">{words.who}</h2>
      <p>
        <strong>{state.hold ? words.whoNow(holderName(words, state)) : words.nobody}</strong>{' '}
        {state.hold && !yours && untilWhen(state.hold)}
      </p>
      <ul class="plain rows">
        {cardsOf(page, ui.lang, words.roles).map(card => (
          <li key={card.what}>
            <strong>{card.name}</strong>
            <br />
            {card.what}
            {card.at && `, ${card.at}`}
            {card.phone && (
              <>
                {' '}
                <PhoneLink phone={card.phone} />
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
