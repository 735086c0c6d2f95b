import { DatabaseUnavailable } from '../app/ports/database.ts';
import { useUi } from '../ui/context.ts';
import { Form, SubmitButton } from '../ui/form.tsx';
import { Frame } from '../ui/frame.tsx';
import { BadInput } from './door.ts';
import { Busy, TooLarge } from './uploads.ts';

/** Why a request was not served. */
export type Why =
  | 'badInput'
  | 'forbidden'
  | 'missing'
  | 'tooLarge'
  | 'wrongType'
  | 'tooMany'
  | 'broken'
  | 'away';

/** A fault as told to the person who asked. */
export interface Problem {
  why: Why;
  status: number;
  /** Seconds after which asking again may work. */
  retryAfter?: number;
  /** Names of fields that were refused. */
  fields?: readonly string[];
}

/** The form came without the token of this browser's session, or from another site: 403. */
export class Forged extends Error {
  override readonly name = 'Forged';
}

/** Too many tries: 429. */
export class TooMany extends Error {
  override readonly name = 'TooMany';
  readonly retryAfter: number;
  constructor(retryAfter: number) {
    super('too many tries');
    this.retryAfter = retryAfter;
  }
}

/** The process is behind with its work: 503. */
export class Overloaded extends Error {
  override readonly name = 'Overloaded';
}

/** What to answer when something was thrown. Anything not named here is a fault of ours: 500. */
export function problemOf(err: unknown): Problem {
  if (err instanceof BadInput) return { why: 'badInput', status: 400, fields: err.fields };
  if (err instanceof Forged) return { why: 'forbidden', status: 403 };
  if (err instanceof TooLarge) return { why: 'tooLarge', status: 413 };
  if (err instanceof TooMany) return { why: 'tooMany', status: 429, retryAfter: err.retryAfter };
  if (err instanceof DatabaseUnavailable || err instanceof Busy || err instanceof Overloaded) {
    return { why: 'away', status: 503, retryAfter: 3 };
  }
  const { code, statusCode } = err as { code?: unknown; statusCode?: unknown };
  if (typeof code === 'string' && crowded.has(code)) return { why: 'away', status: 503, retryAfter: 3 };
  return fromFastify(statusCode);
}

/** PostgreSQL gave up waiting (lock, statement) or chose one of two that were in each other's way: nothing was kept. */
const crowded = new Set(['55P03', '57014', '40001', '40P01']);

function fromFastify(status: unknown): Problem {
  if (status === 413) return { why: 'tooLarge', status };
  if (status === 415 || status === 406) return { why: 'wrongType', status };
  if (status === 404) return { why: 'missing', status };
  if (status === 503) return { why: 'away', status, retryAfter: 3 };
  if (typeof status === 'number' && status >= 400 && status < 500) return { why: 'badInput', status };
  return { why: 'broken', status: 500 };
}

export interface ErrorPageProps {
  problem: Problem;
  /** The correlation id. */
  id: string;
  /** Asks for the same page again. */
  again?: string;
  /** What was posted, to be sent once more without typing it again. */
  resend?: { action: string; fields: readonly (readonly [string, string])[] };
}

/** Says what happened, that nothing is lost, and where to go. Needs no database. */
export function ErrorPage({ problem, id, again, resend }: ErrorPageProps) {
  const { words, viewer } = useUi();
  const text = words.errors[problem.why].text;
  return (
    <Frame title={words.errors[problem.why].title} kind={viewer === 'person' ? undefined : 'plainer'}>
      <section class="stack card" aria-labelledby="what">
        <h1 id="what">{words.errors[problem.why].title}</h1>
        <p>{typeof text === 'function' ? text(problem.retryAfter ?? 60) : text}</p>
        {problem.fields && problem.fields.length > 0 && (
          <p>{words.errors.badInput.fields(problem.fields.join(', '))}</p>
        )}
        {problem.why === 'away' && <p>{words.errors.away.urgent}</p>}
        {resend && <Resend {...resend} />}
        <p class="line">
          {again && <a href={again}>{words.errors.again}</a>}
          <a href={viewer === 'person' ? '/worklist' : '/'}>{words.errors.home}</a>
        </p>
        <p class="s dim">{words.errors.reference(id)}</p>
      </section>
    </Frame>
  );
}

function Resend({ action, fields }: NonNullable<ErrorPageProps['resend']>) {
  const { words } = useUi();
  return (
    <Form action={action}>
      {fields.map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <SubmitButton look="main">{words.errors.again}</SubmitButton>
    </Form>
  );
}
