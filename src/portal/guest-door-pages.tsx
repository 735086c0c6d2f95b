import type { GuestDoor } from '../app/ports/workspaces.ts';
import { useUi } from '../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../ui/error-summary.tsx';
import { TextField } from '../ui/fields.tsx';
import { Form, SubmitButton } from '../ui/form.tsx';
import { Frame } from '../ui/frame.tsx';
import { Note } from '../ui/note.tsx';

/** For whoever has a page with a code and no link to follow. */
export function TypeCodePage({ typed, errors = [] }: { typed?: string; errors?: readonly FieldError[] }) {
  const { door } = useUi().words.workspace;
  return (
    <Frame title={door.title} kind="plainer">
      <ErrorSummary errors={errors} />
      <section class="card stack" aria-labelledby="door">
        <h1 id="door">{door.title}</h1>
        <p>{door.lead}</p>
        <Form action="/w/open" class="stack">
          <TextField
            name="code"
            label={door.code}
            hint={door.codeHint}
            error={errorOf(errors, 'code')}
            value={typed}
            autocomplete="off"
            width="mid"
            maxLength={200}
            required
          />
          <SubmitButton look="main" big>
            {door.go}
          </SubmitButton>
        </Form>
      </section>
    </Frame>
  );
}

export interface GuestDoorProps {
  token: string;
  door: GuestDoor;
  /** A code was asked for just now. */
  sent?: 'sent' | 'none';
  typed?: { code: string; birthDate: string; holder: string };
  errors?: readonly FieldError[];
}

/** Where the code goes, and the fields for it. Nothing of the referral is said before. */
export function GuestDoorPage(props: GuestDoorProps) {
  const { open } = useUi().words.workspace;
  const { door, sent, errors = [] } = props;
  const paper = door.channel === 'paper';
  return (
    <Frame title={open.title} kind="plainer">
      <ErrorSummary errors={errors} />
      {sent && errors.length === 0 && (
        <Note look={sent === 'sent' ? 'told' : 'soon'} focus>
          <p>{sent === 'sent' ? open.sent : open.notSent}</p>
        </Note>
      )}
      <section class="card stack" aria-labelledby="open">
        <h1 id="open">{open.title}</h1>
        <p>
          {open.lead} {whereTo(open, door)}
        </p>
        {!paper && <AskCode {...props} />}
        {(paper || sent) && <Answer {...props} />}
      </section>
    </Frame>
  );
}

type OpenWords = ReturnType<typeof useUi>['words']['workspace']['open'];

function whereTo(open: OpenWords, { channel, to }: GuestDoor): string {
  if (channel === 'paper') return open.byPaper;
  return channel === 'mail' ? open.byMail(maskedAddress(to ?? '')) : open.byFax(maskedNumber(to ?? ''));
}

function AskCode({ token, sent }: GuestDoorProps) {
  const { open } = useUi().words.workspace;
  return (
    <Form action={`/w/${token}/code`}>
      <SubmitButton look={sent ? 'plain' : 'main'} big={!sent}>
        {sent ? open.askAgain : open.ask}
      </SubmitButton>
    </Form>
  );
}

function Answer({ token, door, typed, errors = [] }: GuestDoorProps) {
  const { open } = useUi().words.workspace;
  return (
    <Form action={`/w/${token}`} class="stack">
      {door.channel === 'paper' ? (
        <TextField
          name="birthDate"
          label={open.birthDate}
          hint={open.birthDateHint}
          error={errorOf(errors, 'birthDate')}
          value={typed?.birthDate}
          autocomplete="off"
          width="short"
          maxLength={40}
          required
        />
      ) : (
        <TextField
          name="code"
          label={open.code}
          error={errorOf(errors, 'code')}
          value={typed?.code}
          autocomplete="one-time-code"
          inputmode="numeric"
          width="short"
          maxLength={40}
          required
        />
      )}
      <TextField
        name="holder"
        label={open.holder}
        hint={open.holderHint}
        error={errorOf(errors, 'holder')}
        value={typed?.holder ?? door.holder ?? ''}
        autocomplete="name"
        maxLength={200}
        required
      />
      <SubmitButton look="main" big>
        {open.submit}
      </SubmitButton>
    </Form>
  );
}

export function DeadGuestPage() {
  const { dead } = useUi().words.workspace;
  return (
    <Frame title={dead.title} kind="plainer">
      <section class="card stack" aria-labelledby="dead">
        <h1 id="dead">{dead.title}</h1>
        <p>{dead.text}</p>
      </section>
    </Frame>
  );
}

/** Enough for whoever knows it: d•••@clinic.ca. */
function maskedAddress(address: string): string {
  const [name = '', host = ''] = address.split('@');
  return `${name.slice(0, 1)}•••@${host}`;
}

function maskedNumber(number: string): string {
  return `•••-${number.replace(/\D/g, '').slice(-4)}`;
}
