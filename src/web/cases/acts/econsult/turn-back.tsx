import { z } from 'zod';
import { turnBackReasons } from '../../../../domain/econsult/econsult.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Radios, TextArea } from '../../../../ui/fields.tsx';
import { act } from '../../act.ts';
import { findServices, type Offered } from '../../next-service/find-services.ts';
import { ServiceChoice } from '../../next-service/service-choice.tsx';

interface TypedReturn {
  reason: string;
  text: string;
  suggestion: string;
  look: string;
  /** Key of a service that fits better. */
  service: string;
}

/** The group cannot answer and says what to do instead: in words, or a service that fits. */
export const turnBack = act<TypedReturn, Offered[]>({
  type: 'econsult',
  verb: 'turn-back',
  body: z.strictObject({
    ...{ reason: text(40), text: text(100_000), suggestion: text(100_000) },
    ...{ look: text(1000), service: text(40) },
  }),
  read: ({ look: _, ...typed }) => typed,
  begin: ({ one }) => ({ look: one.state.title }),
  labels: ({ acts }) => ({
    ...{ reason: acts.reason, text: acts.explain },
    ...{ suggestion: acts.suggestion, service: acts.suggestedService },
  }),
  refusedAt: {
    ...{ 'reason-missing': 'text', 'alternative-missing': 'suggestion' },
    ...{ 'no-such-service': 'service', 'same-service': 'service' },
  },
  icon: 'back',
  beside: true,
  load: (tx, on, { look, service }) =>
    findServices(tx, on, {
      ...{ look, chosen: service ? [service] : [], closed: true },
      kinds: ['referral', 'econsult'],
    }),
  form: ({ typed, errors, more }) => {
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
        />
        <div class="card stack">
          <ServiceChoice
            name="service"
            label={acts.suggestedService}
            look={typed.look}
            chosen={[typed.service]}
            offered={more}
            errors={errors}
            other={{ value: '', label: acts.noneOfThese }}
          />
        </div>
      </>
    );
  },
});
