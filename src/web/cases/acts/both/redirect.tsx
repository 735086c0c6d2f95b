import { z } from 'zod';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { type ActOn, act } from '../../act.ts';
import { CarryPart, carriesAll, carryFields, readCarry } from '../../next-service/carry-part.tsx';
import { findServices, type Offered } from '../../next-service/find-services.ts';
import { ServiceChoice } from '../../next-service/service-choice.tsx';
import { WordsField } from '../../words-field.tsx';

interface TypedRedirect {
  look: string;
  service: string;
  comment: string;
  carry: string[];
}

/** Inside id of the service that the one who declined or returned it suggests. */
export function suggestedService({ one }: Pick<ActOn, 'one'>): number | undefined {
  const body = one.events.findLast(event => event.type === 'declined' || event.type === 'turned-back')?.body;
  const suggested = typeof body === 'object' ? (body.suggested ?? body.service) : undefined;
  return typeof suggested === 'number' ? suggested : undefined;
}

/** The requester asks elsewhere, advice or a visit: everything moves along, nothing is typed again. */
export const redirect = act<TypedRedirect, Offered[]>({
  type: 'both',
  verb: 'redirect',
  body: z.strictObject({ look: text(1000), service: text(40), comment: text(), ...carryFields }),
  read: ({ service, comment, carry }) => ({
    ...(service && { service }),
    ...{ comment, carry: readCarry({ carry }) },
  }),
  begin: ({ one }) => ({ look: one.state.title, ...carriesAll }),
  labels: ({ referralActs: { services, commentToReceiver } }) => ({
    ...{ service: services.found, comment: commentToReceiver },
  }),
  refusedAt: { 'no-such-service': 'service', 'not-accepting': 'service', 'same-service': 'service' },
  beside: true,
  likely: true,
  icon: 'right',
  load: async (tx, on, { look, service }) => {
    const id = suggestedService(on);
    const [suggested] = id === undefined ? [] : await tx.directory.servicesByIds([id]);
    const chosen = [service, suggested?.key].filter(key => key !== undefined && key !== '') as string[];
    return findServices(tx, on, { look, chosen: [...new Set(chosen)], kinds: ['referral', 'econsult'] });
  },
  form: ({ typed, errors, more, ...on }) => {
    const { services, commentToReceiver } = useUi().words.referralActs;
    const suggested = on.story.names.services[suggestedService(on) ?? 0]?.key ?? '';
    return (
      <>
        <ServiceChoice
          name="service"
          label={services.found}
          look={typed.look}
          chosen={[typed.service || suggested]}
          offered={more}
          errors={errors}
        />
        <CarryPart typed={typed} one={on.one} />
        <WordsField name="comment" label={commentToReceiver} value={typed.comment} errors={errors} optional />
      </>
    );
  },
});
