import type { WayOut } from '../../app/outside/invite.ts';
import type { CaseStory } from '../../app/read-request.ts';
import { Acts } from '../../ui/action-bar.tsx';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Radios, TextField } from '../../ui/fields.tsx';
import { ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { dayLong, momentLong } from '../../ui/format.ts';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { CaseHead, PatientStrip } from '../cases/case-head.tsx';
import { siteName } from '../cases/names.ts';
import type { Opened } from '../requests/open-story.ts';

export interface InvitePageProps {
  opened: Opened;
  one: CaseStory;
  way: WayOut | null;
  typed: { channel: string; email: string; number: string; language: string };
  me: { member: number };
  /** A fax line is set up. */
  faxes: boolean;
  errors?: readonly FieldError[];
  note?: readonly string[];
  /** The referral was made a moment ago; nobody there knows of it yet. */
  sent?: boolean;
}

/** Where a referral goes when its receiver does not work here. It is shown before it goes. */
export function InvitePage(props: InvitePageProps) {
  const ui = useUi();
  const { outside: w, acts } = ui.words;
  const { opened, one, note, sent, errors = [] } = props;
  const { request } = opened;
  const place = siteName({ names: request.names, ui }, one.state.receiver.site) ?? '';
  return (
    <Frame
      title={`${w.title}, ${request.reference}`}
      here="worklist"
      strip={<PatientStrip patient={one.patient} reference={request.reference} />}
    >
      <header class="stack">
        <p class="s">
          <a href={`/requests/${request.key}`}>{acts.backTo(request.reference)}</a>
        </p>
        <h1 id="invite">{w.title}</h1>
        <CaseHead story={request} one={one} me={props.me} />
      </header>
      {sent && !props.way && (
        <Note look="soon" title={w.oneStepLeft(place)} focus>
          <p>{w.notYetThere}</p>
        </Note>
      )}
      {note && (
        <Note look="soon" title={acts.refusedTitle} focus>
          {note.map(line => (
            <p key={line}>{line}</p>
          ))}
        </Note>
      )}
      <ErrorSummary errors={errors} />
      <p>{w.lead(place)}</p>
      <Standing {...props} />
      <InviteForm {...props} />
    </Frame>
  );
}

function InviteForm({ one, way, typed, faxes, errors = [] }: InvitePageProps) {
  const { outside: w, patients } = useUi().words;
  const open = way !== null && way.invitation.closed === null;
  const channels = (['mail', 'fax', 'paper'] as const).filter(channel => channel !== 'fax' || faxes);
  return (
    <Form
      action={`/referrals/${one.key}/invite`}
      receipt
      turn={one.turn}
      class="stack compose act"
      labelledBy="invite"
    >
      <Radios
        name="channel"
        label={w.channel}
        hint={faxes ? undefined : w.noFax}
        value={typed.channel}
        error={errorOf(errors, 'channel')}
        choices={channels.map(value => ({ value, label: w.channels[value] }))}
        required
      />
      <Addresses typed={typed} faxes={faxes} errors={errors} />
      <Radios
        name="language"
        label={w.language}
        value={typed.language}
        line
        choices={(['en', 'fr'] as const).map(value => ({ value, label: patients.languages[value] }))}
      />
      <Acts>
        <SubmitButton look={open ? 'plain' : 'main'} icon="right">
          {way ? w.again : w.send}
        </SubmitButton>
        {open && <span class="s dim">{w.againHint}</span>}
      </Acts>
    </Form>
  );
}

/** Both are there at once, so that the page works without script; the way that is chosen says which counts. */
function Addresses({ typed, faxes, errors = [] }: Pick<InvitePageProps, 'typed' | 'faxes' | 'errors'>) {
  const { outside: w } = useUi().words;
  return (
    <>
      <TextField
        name="email"
        label={w.email}
        hint={w.checkEmail}
        type="email"
        value={typed.email}
        error={errorOf(errors, 'email')}
        width="mid"
        autocomplete="off"
      />
      {faxes && (
        <TextField
          name="number"
          label={w.number}
          hint={w.checkNumber}
          type="tel"
          value={typed.number}
          error={errorOf(errors, 'number')}
          width="mid"
          autocomplete="off"
        />
      )}
    </>
  );
}

/** What is known of the last way: no more than that. */
function Standing({ one, way }: InvitePageProps) {
  const ui = useUi();
  const { outside: w } = ui.words;
  if (!way) return null;
  const { invitation, fax } = way;
  const { channel, to, madeAt, openedAt, holder, closed, until } = invitation;
  return (
    <section class="card stack" aria-labelledby="now">
      <h2 id="now">{w.now}</h2>
      <p>
        {w.sentBy[channel](to ?? '', dayLong(madeAt, ui))} {fax && faxSentence(ui, fax)}
      </p>
      <p>
        {openedAt ? w.opened(holder ?? '', momentLong(openedAt, ui)) : w.notOpened}{' '}
        {closed ? <strong>{w.closed[closed]}</strong> : w.until(dayLong(until, ui))}
      </p>
      {!closed && (
        <div class="line">
          {channel === 'paper' && (
            <ButtonLink href={`/referrals/${one.key}/requisition`} icon="print">
              {w.requisition.link}
            </ButtonLink>
          )}
          <Form action={`/referrals/${one.key}/close-invitation`} receipt turn={one.turn} class="inline">
            <SubmitButton>{w.takeBack}</SubmitButton>
          </Form>
        </div>
      )}
    </section>
  );
}

/** The state of a fax in a sentence. */
export function faxSentence(
  ui: ReturnType<typeof useUi>,
  { state, why, tries, stateAt }: NonNullable<WayOut['fax']>,
): string {
  const { fax } = ui.words.outside;
  const when = momentLong(stateAt, ui);
  if (state === 'waiting') return tries === 0 ? fax.waiting : fax.again(why ?? '', fax.times(tries));
  if (state === 'failed') return fax.failed(why ?? '');
  return fax[state](when);
}
