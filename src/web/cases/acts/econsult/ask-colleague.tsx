import { z } from 'zod';
import { type NamedSpecialist, whomIn } from '../../../../app/econsult/whom.ts';
import { many, text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Checkboxes, Select, TextArea, TextField } from '../../../../ui/fields.tsx';
import { SubmitButton } from '../../../../ui/form.tsx';
import { namedChoices } from '../../../drafts/whom-in-group.tsx';
import { type ActFormProps, act } from '../../act.ts';
import { requesterName } from '../../names.ts';
import { readCarry, thingsOn } from '../../next-service/carry-part.tsx';
import { findServices, type Offered } from '../../next-service/find-services.ts';
import { ServiceChoice } from '../../next-service/service-choice.tsx';

const along = ['question', 'answers', 'attachments'] as const;

interface TypedColleague {
  look: string;
  service: string;
  specialist: string;
  title: string;
  question: string;
  carry: string[];
}

/** Groups that were found, and who of the chosen one may be asked by name. */
interface Found {
  offered: Offered[];
  specialists: readonly NamedSpecialist[];
}

/** Whoever is to answer asks another specialist; the first requester reads along. */
export const askColleague = act<TypedColleague, Found>({
  type: 'econsult',
  verb: 'ask-colleague',
  body: z.strictObject({
    ...{ look: text(1000), service: text(40), specialist: text(40) },
    ...{ title: text(1000), question: text(100_000), carry: many(along.length) },
  }),
  read: ({ service, specialist, title, question, carry }) => ({
    ...(service && { service }),
    ...{ specialist, title, question, carry: readCarry({ carry }) },
  }),
  begin: () => ({ carry: [...along] }),
  labels: ({ colleague }) => ({
    ...{ service: colleague.group, specialist: colleague.whom },
    ...{ title: colleague.title, question: colleague.question },
  }),
  refusedAt: {
    ...{ 'no-such-service': 'service', 'not-accepting': 'service', 'same-service': 'service' },
    ...{ 'asks-the-requester': 'service', 'asks-oneself': 'service' },
    ...{ 'no-such-member': 'specialist', 'member-away': 'specialist', 'over-cap': 'specialist' },
  },
  files: true,
  icon: 'ask',
  beside: true,
  load: async (tx, on, { look, service }) => {
    const group = service === '' ? null : await tx.directory.service(service);
    const wanted = { look, chosen: service ? [service] : [] };
    return {
      offered: await findServices(tx, on, { ...wanted, kinds: ['econsult'] }),
      specialists: group?.kind === 'econsult' ? (await whomIn(tx, group)).specialists : [],
    };
  },
  again: typed => ({ ...typed, specialist: '' }),
  submit: ({ colleague }) => colleague.send,
  form: ColleagueFields,
});

function ColleagueFields(props: ActFormProps<TypedColleague, Found>) {
  const { typed, errors, one, story, actor } = props;
  const ui = useUi();
  const { colleague: w, referralActs } = ui.words;
  const first = requesterName({ ui, names: story.names, me: actor }, one.state.requester);
  return (
    <>
      <p class="hint">{w.lead(first)}</p>
      <Whom {...props} />
      <TextField
        {...{ name: 'title', label: w.title, hint: w.titleHint, required: true, maxLength: 80 }}
        {...{ value: typed.title, error: errorOf(errors, 'title') }}
      />
      <TextArea
        {...{ name: 'question', label: w.question, hint: w.questionHint, rows: 7, required: true }}
        {...{ value: typed.question, error: errorOf(errors, 'question') }}
      />
      <Checkboxes
        name="carry"
        label={referralActs.carry.legend}
        hint={w.carryHint}
        choices={along
          .filter(thing => thingsOn(one).includes(thing))
          .map(value => ({ value, label: referralActs.carry[value] }))}
        values={typed.carry}
      />
    </>
  );
}

/** The group, found in the directory; and one of it by name, once it is chosen. */
function Whom({ typed, errors, more }: ActFormProps<TypedColleague, Found>) {
  const ui = useUi();
  const { colleague: w } = ui.words;
  const { offered, specialists } = more;
  return (
    <div class="card stack">
      <ServiceChoice
        {...{ name: 'service', label: w.group, chosen: [typed.service], offered, errors }}
        look={typed.look}
      />
      {specialists.length > 0 && (
        <Select
          name="specialist"
          label={w.whom}
          hint={w.whomHint}
          choices={[
            { value: '', label: w.chosenByGroup },
            ...namedChoices(ui, specialists, typed.specialist),
          ]}
          value={typed.specialist}
          error={errorOf(errors, 'specialist')}
        />
      )}
      {offered.length > 0 && (
        <p>
          <SubmitButton name="again" value="whom" icon="group">
            {w.showWhom}
          </SubmitButton>
        </p>
      )}
    </div>
  );
}
