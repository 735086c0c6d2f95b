import type { Topic } from '../domain/notices/choices.ts';
import { useUi } from './context.ts';
import { errorOf, type FieldError } from './error-summary.tsx';
import { Checkbox, Checkboxes, Radios, TextField } from './fields.tsx';
import { TimeField } from './time-field.tsx';

/** Choices about messages as they are typed. */
export interface ChoiceFieldsProps {
  typed: {
    channel: string;
    phone: string;
    wanted: readonly string[];
    quiet: boolean;
    quietFrom: string;
    quietUntil: string;
    daily: boolean;
    digestAt: string;
  };
  /** What may be turned off, in this order. */
  asked: readonly Topic[];
  /** Text messages can be sent. */
  texts: boolean;
  /** False: mail was not agreed to, texts are the only way. */
  mail?: boolean;
  errors: readonly FieldError[];
}

/** Which messages, by which way, and when; for people who work here and for patients. */
export function ChoiceFields({ typed, asked, texts, mail = true, errors }: ChoiceFieldsProps) {
  const words = useUi().words.choices;
  const named = (name: string) => ({ name, error: errorOf(errors, name) });
  return (
    <>
      {texts && (
        <>
          {mail ? (
            <Radios
              {...named('channel')}
              label={words.channel}
              value={typed.channel}
              choices={(['mail', 'sms'] as const).map(value => ({ value, label: words.channels[value] }))}
            />
          ) : (
            <input type="hidden" name="channel" value="sms" />
          )}
          <TextField {...named('phone')} label={words.phone} value={typed.phone} type="tel" width="mid" />
        </>
      )}
      <Checkboxes
        {...named('wanted')}
        label={words.wanted}
        values={typed.wanted}
        choices={asked.map(value => ({ value, label: words.topics[value] }))}
      />
      <Checkbox {...named('quiet')} label={words.quiet} hint={words.quietHint} checked={typed.quiet} />
      <div class="cols two">
        <TimeField {...named('quietFrom')} label={words.quietFrom} value={typed.quietFrom} />
        <TimeField {...named('quietUntil')} label={words.quietUntil} value={typed.quietUntil} />
      </div>
      <Checkbox {...named('daily')} label={words.daily} hint={words.dailyHint} checked={typed.daily} />
      <TimeField {...named('digestAt')} label={words.digestAt} value={typed.digestAt} />
    </>
  );
}
