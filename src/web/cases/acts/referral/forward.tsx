import { z } from 'zod';
import type { CaseStory, RequestStory } from '../../../../app/read-request.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { CarryPart, carriesAll, carryFields, readCarry } from '../../next-service/carry-part.tsx';
import { findServices, type Offered } from '../../next-service/find-services.ts';
import { ServiceChoice } from '../../next-service/service-choice.tsx';
import { WordsField } from '../../words-field.tsx';

interface TypedForward {
  look: string;
  service: string;
  comment: string;
  carry: string[];
}

/** Key of the service that was asked, while its central intake has the case. */
export function wished({ state }: Pick<CaseStory, 'state'>, { names }: Pick<RequestStory, 'names'>) {
  const { intake, service } = state.receiver;
  return intake && service !== undefined ? names.services[service]?.key : undefined;
}

/** The receiver, or the intake it came through, sends it on to another service. */
export const forward = act<TypedForward, Offered[]>({
  type: 'referral',
  verb: 'forward',
  body: z.strictObject({ look: text(1000), service: text(40), comment: text(), ...carryFields }),
  read: ({ service, comment, carry }) => ({
    ...(service && { service }),
    ...{ comment, carry: readCarry({ carry }) },
  }),
  begin: ({ one, story }) => ({ look: one.state.title, service: wished(one, story) ?? '', ...carriesAll }),
  labels: ({ referralActs: { services, commentToReceiver } }) => ({
    ...{ service: services.found, comment: commentToReceiver },
  }),
  refusedAt: { 'no-such-service': 'service', 'not-accepting': 'service', 'same-service': 'service' },
  beside: true,
  icon: 'right',
  load: (tx, on, { look, service }) =>
    findServices(tx, on, { look, chosen: service ? [service] : [], kinds: ['referral'] }),
  form: ({ typed, errors, more, one }) => {
    const { services, commentToReceiver } = useUi().words.referralActs;
    return (
      <>
        <ServiceChoice
          name="service"
          label={services.found}
          look={typed.look}
          chosen={[typed.service]}
          offered={more}
          errors={errors}
        />
        <CarryPart typed={typed} one={one} />
        <WordsField name="comment" label={commentToReceiver} value={typed.comment} errors={errors} optional />
      </>
    );
  },
});
