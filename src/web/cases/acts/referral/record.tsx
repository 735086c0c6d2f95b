import { z } from 'zod';
import { sidesOn } from '../../../../app/by.ts';
import { machines } from '../../../../app/machines.ts';
import { contactWays } from '../../../../domain/case/verbs/log-contact.ts';
import { recordable } from '../../../../domain/case/verbs/record.ts';
import { text } from '../../../../http/form.ts';
import { useUi } from '../../../../ui/context.ts';
import { errorOf } from '../../../../ui/error-summary.tsx';
import { Radios, TextField } from '../../../../ui/fields.tsx';
import { SubmitButton } from '../../../../ui/form.tsx';
import { type ActFormProps, type ActOn, act } from '../../act.ts';
import { requesterName, siteName } from '../../names.ts';
import { checkSaid, fieldOfSaid, isSaid, readSaid, type SaidVerb, type TypedSaid } from './said.ts';
import { SaidFields } from './said-fields.tsx';

type Props = ActFormProps<TypedSaid, readonly SaidVerb[]>;

const what = text(40).transform((verb): TypedSaid['what'] => (isSaid(verb) ? verb : ''));
const body = z.strictObject({
  ...{ what, saidBy: text(1000), how: text(20), anticipated: text(40), day: text(40), time: text(40) },
  ...{ length: text(20), label: text(40), medium: text(20), place: text(), instructions: text() },
  ...{ text: text(60_000), reason: text(60_000), outcome: text(40), minutes: text(20) },
});

/** What the other side, which does not work here, said by phone, fax or letter. Docs/decisions/0076. */
export const record = act<TypedSaid, readonly SaidVerb[]>({
  type: 'referral',
  verb: 'record',
  body,
  load: async (_tx, on) => waysOf(on),
  read: readSaid,
  check: checkSaid,
  fieldOf: fieldOfSaid,
  labels: ({ heard, referralActs: { appointment } }) => ({
    ...{ saidBy: heard.saidBy, how: heard.how, anticipated: heard.anticipated, text: heard.words },
    ...{ day: appointment.day, time: appointment.time, minutes: heard.minutes },
  }),
  refusedAt: { 'note-missing': 'text', 'start-in-past': 'day' },
  again: (typed, pressed) => ({
    ...{ ...typed, what: isSaid(pressed) ? pressed : '' },
    ...{ label: typed.label || 'initial-visit', medium: typed.medium || 'in-person' },
  }),
  unready: ({ what }) => what === '',
  files: true,
  filesSaid: ({ heard }) => ({ label: heard.paper, hint: heard.paperHint }),
  submit: ({ heard }) => heard.submit,
  beside: true,
  icon: 'phone',
  form: props => (props.typed.what === '' ? <Choice {...props} /> : <Words {...props} />),
});

function waysOf({ actor, one, side }: ActOn): SaidVerb[] {
  const mine = sidesOn(actor, one).find(({ by }) => by.side === side);
  return mine ? recordable(machines[one.type], one.state, mine.by).filter(isSaid) : [];
}

function Lead({ one, story, actor }: Props) {
  const ui = useUi();
  const naming = { ui, names: story.names, me: actor };
  const { requester, receiver } = one.state;
  const who = receiver.offNetwork ? siteName(naming, receiver.site) : requesterName(naming, requester);
  return <p>{ui.words.heard.lead(who ?? '')}</p>;
}

/** First what it was: each is a button, so that the page needs no script. */
function Choice(props: Props) {
  const { heard } = useUi().words;
  return (
    <>
      <Lead {...props} />
      {props.more.length === 0 && <p>{heard.nothing}</p>}
      {props.more.length > 0 && (
        <fieldset class="field stack">
          <legend>{heard.what}</legend>
          <div class="line">
            {props.more.map(verb => (
              <SubmitButton key={verb} name="again" value={verb}>
                {heard.said[verb]}
              </SubmitButton>
            ))}
          </div>
        </fieldset>
      )}
    </>
  );
}

/** Then what belongs to it, who said so, and how it came. */
function Words(props: Props) {
  const { typed, errors } = props;
  const { heard, case: codes } = useUi().words;
  if (typed.what === '') return null;
  return (
    <>
      <Lead {...props} />
      <input type="hidden" name="what" value={typed.what} />
      <p class="line">
        <b>{heard.said[typed.what]}</b>
        <SubmitButton name="again" value="another" look="text">
          {heard.another}
        </SubmitButton>
      </p>
      <SaidFields typed={typed} what={typed.what} errors={errors} />
      <TextField
        name="saidBy"
        label={heard.saidBy}
        hint={heard.saidByHint}
        value={typed.saidBy}
        error={errorOf(errors, 'saidBy')}
        required
      />
      <Radios
        name="how"
        label={heard.how}
        choices={contactWays.map(value => ({ value, label: codes.contactWays[value] }))}
        value={typed.how}
        error={errorOf(errors, 'how')}
        line
        required
      />
    </>
  );
}
