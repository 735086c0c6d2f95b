import type { ComponentChildren } from 'preact';
import type { PersonActor } from '../../app/actor.ts';
import type { CaseInStory, RequestStory } from '../../app/read-request.ts';
import { fullName, type PatientSnapshot } from '../../domain/patient/patient.ts';
import { useUi } from '../../ui/context.ts';
import { dayWithYear } from '../../ui/format.ts';
import { HoldHead } from '../../ui/hold-head.tsx';
import { ageInWords, cardInWords } from '../../ui/patient-words.ts';
import { statusLook } from '../../ui/status-look.ts';
import { Code, Strip } from '../../ui/strip.tsx';
import { Tag, UrgentMark } from '../../ui/tag.tsx';
import { holderName, statusWord } from './names.ts';

export interface PatientStripProps {
  patient: PatientSnapshot;
  /** At the right end. */
  reference?: string;
  /** The number of the health card is hidden but for its end. */
  wholeCard?: boolean;
  /** Beside the hidden number. */
  showCard?: ComponentChildren;
  /** More patients stand on the page. */
  several?: boolean;
}

/** Whose request it is: age, sex, birth, language, health card, and how to be reached. */
export function PatientStrip({ patient, reference, wholeCard, showCard, several }: PatientStripProps) {
  const ui = useUi();
  const { patients, acts } = ui.words;
  const contact = patient.contacts[0];
  const consent = contact?.email && contact.emailConsent === 'yes' && acts.emailAllowed;
  const texts = contact?.phone && contact.textConsent === 'yes' && acts.textsAllowed;
  const reach = [contact?.phone, texts, consent].filter(Boolean).join(', ');
  const about = [
    ageInWords(ui, patient.birthDate),
    patients.sexes[patient.sexAtBirth].toLocaleLowerCase(ui.lang),
    patients.born(dayWithYear(patient.birthDate, ui)),
  ];
  const facts = [
    about.join(', '),
    acts.speaks(patients.languages[patient.language], patient.interpreter),
    <>
      {patients.sections.card} <Code>{cardInWords(ui, patient.card, !wholeCard)}</Code> {showCard}
    </>,
    ...(reach ? [reach] : []),
  ];
  const aside = reference && <Code>{reference}</Code>;
  return <Strip name={fullName(patient)} facts={facts} aside={aside} several={several} />;
}

/** Status, who holds it, due, next step: on every page about one case. */
export function CaseHead({ story, one, me }: CaseInStory & { me: Pick<PersonActor, 'member'> }) {
  const ui = useUi();
  const { words } = ui;
  const { hold } = one.state;
  return (
    <HoldHead
      status={<StatusTag one={one} />}
      holder={hold && holderName({ ui, names: story.names, me }, hold.accountable)}
      due={hold && { due: hold.due }}
      next={hold ? words.case.nextSteps[hold.next] : words.case.ended}
    />
  );
}

/** The status of a case in a word, with what was flagged and whether it is urgent. */
export function StatusTag({ one }: Pick<CaseInStory, 'one'>) {
  const { words } = useUi();
  const { type, sides, state } = one;
  const { status, urgency, errand } = state;
  const asked = errand && sides.includes(errand.accountable.side) ? ('link-closed' as const) : undefined;
  const receiving = sides.includes('receiver') && !sides.includes('requester');
  return (
    <>
      <Tag {...statusLook(type, status)} label={statusWord(words, { type, status, receiving })} />
      {[state.flag, asked].map(
        flag =>
          flag && (
            <>
              {' '}
              <Tag {...statusLook(type, status, flag)} label={words.case.flags[flag]} />
            </>
          ),
      )}
      {urgency === 'urgent' && state.hold && (
        <>
          {' '}
          <UrgentMark label={words.parts.urgent} />
        </>
      )}
    </>
  );
}

/**
 * The case whose head stands on top of a request: the last one that is open, else the last. What a colleague was asked comes
 * after the case it helps, and before it once that has ended and somebody here still has to do with it.
 */
export function presentCase({ cases }: Pick<RequestStory, 'cases'>) {
  const open = cases.filter(one => one.state.hold && one.until === null);
  const own = (one: RequestStory['cases'][number]) => !one.state.helps;
  const takesPart = ({ sides }: RequestStory['cases'][number]) => sides.some(side => side !== 'copy');
  return open.findLast(own) ?? open.findLast(takesPart) ?? cases.findLast(own) ?? cases.at(-1);
}
