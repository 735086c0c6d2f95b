import { z } from 'zod';
import { fewestOptions, mostOptions } from '../../../../domain/referral/shortlist.ts';
import { many, text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { act } from '../../act.ts';
import { findServices, type Offered } from '../../next-service/find-services.ts';
import { ServiceChoice } from '../../next-service/service-choice.tsx';
import { WordsField } from '../../words-field.tsx';
import { suggestedService } from '../both/redirect.tsx';

interface TypedShortlist {
  look: string;
  services: string[];
  comment: string;
}

/** The requester offers the patient two to five services; the patient chooses on their own page. */
export const shortlist = act<TypedShortlist, Offered[]>({
  type: 'referral',
  verb: 'shortlist',
  body: z.strictObject({ look: text(1000), services: many(20), comment: text() }),
  read: ({ services, comment }) => ({ services, comment }),
  begin: on => {
    const suggested = on.story.names.services[suggestedService(on) ?? 0]?.key;
    return { look: on.one.state.title, services: suggested === undefined ? [] : [suggested] };
  },
  check: ({ services }, { words }) =>
    services.length < fewestOptions || services.length > mostOptions
      ? [{ field: 'services', message: words.referralActs.shortlist.count }]
      : [],
  fieldOf: ([name = '']) => name,
  labels: ({ referralActs: { shortlist: words } }) => ({ services: words.found, comment: words.comment }),
  refusedAt: { 'no-such-service': 'services', 'not-accepting': 'services', 'same-service': 'services' },
  beside: true,
  icon: 'split',
  submit: words => words.referralActs.shortlist.submit,
  load: (tx, on, { look, services }) => findServices(tx, on, { look, chosen: services, kinds: ['referral'] }),
  form: ({ typed, errors, more }) => {
    const { shortlist: words } = useUi().words.referralActs;
    return (
      <>
        <ServiceChoice
          name="services"
          label={words.found}
          hint={words.hint}
          look={typed.look}
          chosen={typed.services}
          offered={more}
          errors={errors}
          several
        />
        <WordsField name="comment" label={words.comment} value={typed.comment} errors={errors} optional />
      </>
    );
  },
});
