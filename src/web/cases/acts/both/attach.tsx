import { z } from 'zod';
import { text, tick } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Checkbox, Select, TextField } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { readersFor } from './message.tsx';

/** Papers are added to the case. */
export const attach = act({
  type: 'both',
  verb: 'attach',
  body: z.strictObject({ what: text(100_000), to: text(40), letter: tick() }),
  begin: ({ side, one }) => ({
    to: 'clinical',
    letter: side === 'requester' && one.state.letter !== undefined,
  }),
  read: ({ what, to, letter }) => ({ what, to, letter }),
  labels: ({ acts }) => ({ what: acts.whatFile, to: acts.to }),
  files: true,
  icon: 'clip',
  form: ({ typed, errors, side, one }) => {
    const { words } = useUi();
    const { acts } = words;
    const readers = readersFor(words, { side, state: one.state }).filter(({ value }) => value !== 'note');
    const owed = side === 'requester' && one.state.letter !== undefined;
    return (
      <>
        <TextField
          name="what"
          label={acts.whatFile}
          hint={acts.whatFileHint}
          value={typed.what}
          error={errorOf(errors, 'what')}
        />
        <Select name="to" label={acts.to} choices={readers} value={typed.to} error={errorOf(errors, 'to')} />
        {owed && <Checkbox name="letter" label={acts.owedLetter} checked={typed.letter} />}
      </>
    );
  },
});
