import { z } from 'zod';
import { many, text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { CarryPart, carriesAll, carryFields, readCarry } from '../../next-service/carry-part.tsx';
import { findServices, type Offered } from '../../next-service/find-services.ts';
import { ServiceChoice } from '../../next-service/service-choice.tsx';
import { WordsField } from '../../words-field.tsx';

interface TypedSplit {
  look: string;
  services: string[];
  comment: string;
  carry: string[];
}

/** Two or more services are needed: a case for each. */
export const split = act<TypedSplit, Offered[]>({
  type: 'referral',
  verb: 'split',
  body: z.strictObject({ look: text(1000), services: many(20), comment: text(), ...carryFields }),
  read: ({ services, comment, carry }) => ({ services, comment, carry: readCarry({ carry }) }),
  begin: ({ one }) => ({ look: one.state.title, ...carriesAll }),
  check: ({ services }, { words }) =>
    services.length < 2 ? [{ field: 'services', message: words.referralActs.services.several }] : [],
  fieldOf: ([name = '']) => name,
  labels: ({ referralActs: { services, commentToReceiver } }) => ({
    ...{ services: services.foundMany, comment: commentToReceiver },
  }),
  refusedAt: { 'no-such-service': 'services', 'not-accepting': 'services', 'same-service': 'services' },
  beside: true,
  icon: 'split',
  load: (tx, on, { look, services }) => findServices(tx, on, { look, chosen: services, kinds: ['referral'] }),
  form: ({ typed, errors, more, one }) => {
    const { services, commentToReceiver } = useUi().words.referralActs;
    return (
      <>
        <ServiceChoice
          name="services"
          label={services.foundMany}
          look={typed.look}
          chosen={typed.services}
          offered={more}
          errors={errors}
          several
        />
        <CarryPart typed={typed} one={one} />
        <WordsField name="comment" label={commentToReceiver} value={typed.comment} errors={errors} optional />
      </>
    );
  },
});
