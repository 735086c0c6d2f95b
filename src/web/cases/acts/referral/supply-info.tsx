import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { Note } from '../../../../ui/note.tsx';
import { act } from '../../act.ts';
import { lastSaid } from '../../last-said.ts';
import { WordsField } from '../../words-field.tsx';

/** The question of the receiver is answered. */
export const supplyInfo = act({
  type: 'referral',
  verb: 'supply-info',
  body: z.strictObject({ text: text(60_000) }),
  read: ({ text }) => ({ text }),
  labels: ({ referralActs: { supplyInfo: words } }) => ({ text: words.answer }),
  files: true,
  beside: true,
  icon: 'say',
  form: ({ typed, errors, one }) => {
    const { supplyInfo: words } = useUi().words.referralActs;
    const question = lastSaid(one.events, 'info-asked', 'text');
    return (
      <>
        {question && (
          <Note title={words.asked}>
            <p>
              <bdi>{question}</bdi>
            </p>
          </Note>
        )}
        <WordsField
          name="text"
          label={words.answer}
          hint={words.hint}
          rows={6}
          value={typed.text}
          errors={errors}
        />
      </>
    );
  },
});
