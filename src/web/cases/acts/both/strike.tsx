import { z } from 'zod';
import { key, text } from '../../../../http/form.ts';
import { type Ui, useUi } from '../../../../ui/context.ts';
import { Empty } from '../../../../ui/empty.tsx';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { type Choice, Select, TextField } from '../../../../ui/fields.tsx';
import { momentShort } from '../../../../ui/format.ts';
import { type ActOn, act } from '../../act.ts';

/** Words that may be taken out: what moved the case may not. */
const ofWords: readonly string[] = ['messaged', 'noted', 'remarked'];
/** Characters of a text by which its writer knows it again. */
const inSight = 60;

/** What this side wrote or added and has not taken out, the latest first. */
function strikeable({ one, side }: ActOn, ui: Ui): Choice[] {
  const struck = one.state.struck?.events ?? [];
  const said = one.events.flatMap(({ seq, type, by, at, body }): Choice[] => {
    const mine = ofWords.includes(type) && by.side === side && !struck.includes(seq);
    if (!mine || typeof body !== 'object') return [];
    const text = String(body.text ?? '').slice(0, inSight);
    return [{ value: `words-${seq}`, label: `${momentShort(at, ui)}: ${text}` }];
  });
  const papers = new Set(
    one.events
      .filter(({ by }) => by.side === side)
      .flatMap(({ body }) =>
        typeof body === 'object' && Array.isArray(body.attachments) ? body.attachments : [],
      ),
  );
  const files = one.attachments.filter(({ id }) => papers.has(id));
  return [...said.reverse(), ...files.map(file => ({ value: file.key, label: file.name }))];
}

/** The side that wrote a message or added a file takes it out; a line stays that says who did, and why. */
export const strike = act({
  type: 'both',
  verb: 'strike',
  body: z.strictObject({ what: text(60), why: text(100_000) }),
  read: ({ what, why }) => {
    if (key.safeParse(what).success) return { attachment: what, why };
    const seq = /^words-(\d{1,7})$/.exec(what)?.[1];
    return { ...(seq && { seq }), why };
  },
  fieldOf: ([name = '']) => (name === 'why' ? 'why' : 'what'),
  refusedAt: { 'nothing-to-strike': 'what', 'already-struck': 'what', 'no-such-attachment': 'what' },
  labels: ({ everyAct }) => ({ what: everyAct.strikeWhat, why: everyAct.whyStrike }),
  confirm: true,
  icon: 'x',
  form: props => {
    const ui = useUi();
    const { everyAct, fields } = ui.words;
    const { typed, errors } = props;
    const choices = strikeable(props, ui);
    if (choices.length === 0) return <Empty>{everyAct.nothingToStrike}</Empty>;
    return (
      <>
        <p>{everyAct.strikeHint}</p>
        <Select
          {...{ name: 'what', label: everyAct.strikeWhat, choices, value: typed.what, empty: fields.choose }}
          error={errorOf(errors, 'what')}
          required
        />
        <TextField
          {...{ name: 'why', label: everyAct.whyStrike, hint: everyAct.everybodyReads, value: typed.why }}
          error={errorOf(errors, 'why')}
          required
        />
      </>
    );
  },
});
