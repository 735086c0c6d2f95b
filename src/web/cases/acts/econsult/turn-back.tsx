import { z } from 'zod';
import { turnBackReasons } from '../../../../domain/econsult/econsult.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Radios, TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';

/** The group cannot answer and says what to do instead. */
export const turnBack = act({
  type: 'econsult',
  verb: 'turn-back',
  body: z.strictObject({ reason: text(40), text: text(100_000), suggestion: text(100_000) }),
  read: typed => ({ ...typed }),
  labels: ({ acts }) => ({ reason: acts.reason, text: acts.explain, suggestion: acts.suggestion }),
  icon: 'back',
  beside: true,
  form: ({ typed, errors }) => {
    const { acts, econsult } = useUi().words;
    return (
      <>
        <Radios
          name="reason"
          label={acts.reason}
          choices={turnBackReasons.map(value => ({ value, label: econsult.turnBackReasons[value] }))}
          value={typed.reason}
          error={errorOf(errors, 'reason')}
          required
        />
        <TextArea
          name="text"
          label={acts.explain}
          hint={acts.explainOther}
          value={typed.text}
          error={errorOf(errors, 'text')}
        />
        <TextArea
          name="suggestion"
          label={acts.suggestion}
          hint={acts.suggestionHint}
          value={typed.suggestion}
          error={errorOf(errors, 'suggestion')}
          required
        />
      </>
    );
  },
});
