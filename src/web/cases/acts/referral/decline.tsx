import { z } from 'zod';
import { declineReasons } from '../../../../domain/referral/referral.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf, type FieldError } from '../../../../ui/error-summary.tsx';
import { Group } from '../../../../ui/field.tsx';
import { Radios } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { findServices, type Offered } from '../../next-service/find-services.ts';
import { ServiceChoice } from '../../next-service/service-choice.tsx';
import { WordsField } from '../../words-field.tsx';

interface TypedDecline {
  reason: string;
  look: string;
  /** Key of a service, or `none`. */
  way: string;
  comment: string;
}

/** There is no service for this. */
const none = 'none';

/** With a reason of *not needed* there is no way on to name, whatever was chosen before. */
function wayOn({ reason, way }: TypedDecline): Record<string, unknown> {
  if ((declineReasons['not-needed'] as readonly string[]).includes(reason)) return {};
  return way === none ? { noneExists: true } : { suggested: way };
}

/** The receiver does not take it: why, and for *not us* a service that fits or the word that there is none. */
export const decline = act<TypedDecline, Offered[]>({
  type: 'referral',
  verb: 'decline',
  body: z.strictObject({ reason: text(40), look: text(1000), way: text(40), comment: text() }),
  read: typed => ({ reason: typed.reason, comment: typed.comment, ...wayOn(typed) }),
  begin: ({ one }) => ({ look: one.state.title }),
  fieldOf: ([name = '']) => (name === 'suggested' || name === 'noneExists' ? 'way' : name),
  labels: ({ referralActs: { decline: words } }) => ({
    ...{ reason: words.reason, way: words.way, comment: words.comment },
  }),
  refusedAt: { 'alternative-missing': 'way', 'no-such-service': 'way', 'same-service': 'way' },
  beside: true,
  icon: 'back',
  load: (tx, on, { look, way }) =>
    findServices(tx, on, {
      ...{ look, chosen: way && way !== none ? [way] : [], closed: true },
      kinds: ['referral', 'econsult'],
    }),
  form: ({ typed, errors, more }) => {
    const { decline: words } = useUi().words.referralActs;
    return (
      <>
        <Reasons typed={typed} errors={errors} />
        <div class="card stack">
          <ServiceChoice
            name="way"
            label={words.way}
            hint={words.wayHint}
            look={typed.look}
            chosen={[typed.way]}
            offered={more}
            errors={errors}
            other={{ value: none, label: words.noneExists }}
          />
        </div>
        <WordsField name="comment" label={words.comment} value={typed.comment} errors={errors} optional />
      </>
    );
  },
});

/** One choice in two groups: a reason of either posts the same field. */
function Reasons({ typed, errors }: { typed: TypedDecline; errors: readonly FieldError[] }) {
  const { referral, referralActs } = useUi().words;
  const { decline: words } = referralActs;
  const group = (reasons: readonly (keyof typeof referral.declineReasons)[]) =>
    reasons.map(value => ({ value, label: referral.declineReasons[value] }));
  return (
    <Group name="reason" id="reason" label={words.reason} error={errorOf(errors, 'reason')} required>
      <div class="cols two">
        <Radios
          name="reason"
          label={words.notUs}
          choices={group(declineReasons['not-us'])}
          value={typed.reason}
        />
        <Radios
          name="reason"
          id="f-reason-2"
          label={words.notNeeded}
          choices={group(declineReasons['not-needed'])}
          value={typed.reason}
        />
      </div>
    </Group>
  );
}
