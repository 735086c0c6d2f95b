import { z } from 'zod';
import {
  type Proposal,
  propose,
  readProposal,
  stillMarked,
  wordsProblem,
} from '../../app/econsult/library.ts';
import type { EntryWords } from '../../app/ports/library.ts';
import { key, text, tick } from '../../http/form.ts';
import { missing, page, redirect } from '../../http/reply.ts';
import { type Route, route } from '../../http/route.ts';
import { useUi } from '../../ui/context.ts';
import { ErrorSummary, errorOf, type FieldError } from '../../ui/error-summary.tsx';
import { Checkbox } from '../../ui/fields.tsx';
import { Form, SubmitButton } from '../../ui/form.tsx';
import { Frame } from '../../ui/frame.tsx';
import { Note } from '../../ui/note.tsx';
import { withPatients } from '../roles.ts';
import { EntryFields, entryBody, entryError, wordsOf } from './entry-fields.tsx';

interface ProposePageProps {
  caseKey: string;
  words: EntryWords;
  replaced?: Proposal['replaced'];
  /** What the assistant marks in the text as typed. */
  still?: readonly string[];
  errors?: readonly FieldError[];
}

function ProposePage({ caseKey, words, replaced, still = [], errors = [] }: ProposePageProps) {
  const w = useUi().words.answered;
  return (
    <Frame title={w.proposeTitle} here="worklist">
      <header class="stack">
        <h1>{w.proposeTitle}</h1>
        <p class="dim">{w.proposeLead}</p>
      </header>
      <ErrorSummary errors={errors} />
      {replaced && <Replaced replaced={replaced} />}
      <Form class="stack act" action={`/library/propose/${caseKey}`} label={w.proposeTitle}>
        <EntryFields words={words} errors={errors} />
        {still.length > 0 && (
          <Note look="soon">
            {w.still} <bdi>{still.join(' · ')}</bdi>
          </Note>
        )}
        <input type="hidden" name="seen" value={still.join('\n')} />
        <Checkbox name="confirmed" label={w.confirm} error={errorOf(errors, 'confirmed')} />
        <div class="acts">
          <SubmitButton look="main">{w.send}</SubmitButton>
        </div>
      </Form>
    </Frame>
  );
}

function Replaced({ replaced }: Pick<Proposal, 'replaced'>) {
  const w = useUi().words.answered;
  if (replaced.length === 0) return <p>{w.nothingReplaced}</p>;
  return (
    <section class="stack" aria-labelledby="replaced">
      <h2 id="replaced">{w.replaced}</h2>
      <ul class="plain rows s">
        {replaced.map(({ text: said, kind }) => (
          <li key={said}>
            <bdi>{said}</bdi> <span class="dim">{w.kinds[kind]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function NotNow({ why }: { why: 'not-closed' | 'proposed' }) {
  const w = useUi().words.answered;
  return (
    <Frame title={w.proposeTitle} here="worklist">
      <h1>{w.proposeTitle}</h1>
      <Note>{why === 'proposed' ? w.already : w.notClosed}</Note>
    </Frame>
  );
}

const common = {
  enter: ['person'],
  roles: withPatients,
  phi: true,
  params: z.strictObject({ key }),
} as const;
const url = '/library/propose/:key';

/** Either side proposes a closed answer; a person confirms what the assistant did. */
export const routes: Route[] = [
  route({
    ...common,
    ...{ method: 'GET', url },
    async handle({ app, actor, params, words, lang }) {
      const { kinds } = words.answered;
      const given = { caseKey: params.key, word: (kind: keyof typeof kinds) => kinds[kind], lang };
      const found = await readProposal(app, actor, given);
      if (found === 'missing') return missing();
      if (typeof found === 'string') return page(<NotNow why={found} />, { status: 409 });
      return page(<ProposePage caseKey={params.key} {...found} />);
    },
  }),
  route({
    ...common,
    ...{ method: 'POST', url },
    body: z.strictObject({ ...entryBody, confirmed: tick(), seen: text(100_000) }),
    async handle({ app, actor, params, body, words }) {
      const { confirmed, seen, ...typed } = body;
      const entry = wordsOf(typed);
      const still = stillMarked(entry);
      const seenBefore = seen.split('\n');
      const errors = [
        ...entryError(words, wordsProblem(entry)),
        ...(confirmed ? [] : [{ field: 'confirmed', message: words.answered.confirmMissing }]),
      ];
      if (errors.length > 0 || still.some(one => !seenBefore.includes(one)))
        return page(<ProposePage caseKey={params.key} words={entry} still={still} errors={errors} />, {
          status: 422,
        });
      const done = await propose(app, actor, { caseKey: params.key, words: entry });
      return done ? redirect('/library?done=proposed') : missing();
    },
  }),
];
