import { z } from 'zod';
import { type Audience, audiences } from '../../../../domain/case/events.ts';
import type { CaseState, Side } from '../../../../domain/case/state.ts';
import { text, tick } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Checkbox, type Choice, Select, TextArea } from '../../../../ui/fields.tsx';
import type { Words } from '../../../../words/words.ts';
import { act } from '../../act.ts';

/** Chosen instead of readers: the text stays with one's own side. */
const ownSide = 'note';

/** Whom a side may write to: never only to itself, that is a note. */
function audiencesFor(
  side: Side,
  { via, patient, untold, helps }: Pick<CaseState, 'via' | 'patient' | 'untold' | 'helps'>,
): Audience[] {
  return audiences.filter(one => {
    if (one === side) return false;
    if (one === 'intake' || one === 'all') return via !== undefined;
    if (one !== 'everyone') return true;
    return patient.reachable && !helps && (!untold || side === 'requester');
  });
}

/** Who may read it, the other side first, one's own last. */
export function readersFor(words: Words, { side, state }: { side: Side; state: CaseState }): Choice[] {
  const found = audiencesFor(side, state).map(value => ({ value, label: words.case.audiences[value] }));
  const usual = (value: string) => Number(value !== 'clinical');
  found.sort((a, b) => usual(a.value) - usual(b.value));
  return side === 'patient' || side === 'copy'
    ? found
    : [...found, { value: ownSide, label: words.story.noteFor }];
}

/** Anybody on the case writes to everybody or to one side, or keeps it for their own. */
export const message = act({
  type: 'both',
  verb: 'message',
  verbOf: ({ to }) => (to === ownSide ? 'note' : 'message'),
  body: z.strictObject({ text: text(100_000), to: text(40), answerWanted: tick() }),
  begin: () => ({ to: 'clinical' }),
  read: ({ text, to, answerWanted }) => (to === ownSide ? { text } : { text, to, answerWanted }),
  labels: ({ acts }) => ({ text: acts.message, to: acts.to }),
  files: true,
  icon: 'say',
  beside: true,
  form: ({ typed, errors, side, one }) => {
    const { words } = useUi();
    const { acts } = words;
    return (
      <>
        <Select
          name="to"
          label={acts.to}
          choices={readersFor(words, { side, state: one.state })}
          value={typed.to}
          error={errorOf(errors, 'to')}
        />
        <TextArea
          name="text"
          label={acts.message}
          rows={5}
          value={typed.text}
          error={errorOf(errors, 'text')}
          required
        />
        <Checkbox name="answerWanted" label={acts.answerWanted} checked={typed.answerWanted} />
      </>
    );
  },
});
