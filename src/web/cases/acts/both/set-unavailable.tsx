import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf, type FieldError } from '../../../../ui/error-summary.tsx';
import { DateField, TextField } from '../../../../ui/fields.tsx';
import type { Words } from '../../../../words/words.ts';
import { act } from '../../act.ts';

function lastBeforeFirst({ from, until }: { from: string; until: string }, words: Words): FieldError[] {
  if (from === '' || until === '' || until >= from) return [];
  return [{ field: 'until', message: words.everyAct.lastBeforeFirst }];
}

/** Days on which the patient cannot come. */
export const setUnavailable = act({
  type: 'both',
  verb: 'set-unavailable',
  body: z.strictObject({ from: text(40), until: text(40), why: text(100_000) }),
  read: ({ from, until, why }) => ({ ...(from && { from }), ...(until && { until }), why }),
  check: (typed, ui) => lastBeforeFirst(typed, ui.words),
  labels: ({ everyAct }) => ({
    ...{ from: everyAct.firstDay, until: everyAct.lastDay, why: everyAct.whyAway },
  }),
  icon: 'cal',
  form: ({ typed, errors }) => {
    const { everyAct } = useUi().words;
    return (
      <>
        <p>{everyAct.awayWhat}</p>
        <DateField
          {...{ name: 'from', label: everyAct.firstDay, value: typed.from, required: true }}
          error={errorOf(errors, 'from')}
        />
        <DateField
          {...{ name: 'until', label: everyAct.lastDay, value: typed.until, required: true }}
          error={errorOf(errors, 'until')}
        />
        <TextField
          {...{ name: 'why', label: everyAct.whyAway, hint: everyAct.everybodyReads, value: typed.why }}
          error={errorOf(errors, 'why')}
        />
      </>
    );
  },
});
