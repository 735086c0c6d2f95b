import { type Ui, useUi } from '../../../../ui/context.ts';
import { SubmitButton } from '../../../../ui/form.tsx';
import type { ActOn } from '../../act.ts';
import { type Quote, quotesOf } from '../../colleagues.ts';

const named = (key: string) => `quote-${key}`;

/** What colleagues answered for this case. */
export function quotesOn({ story, one, actor }: ActOn, ui: Ui): Quote[] {
  return quotesOf({ ui, names: story.names, me: actor }, story, one);
}

/** What is typed, with the answer behind it whose button was pressed. */
export function withQuote(typed: string, pressed: string | undefined, quotes: readonly Quote[]): string {
  const chosen = quotes.find(({ key }) => named(key) === pressed);
  if (!chosen) return typed;
  return [typed.trimEnd(), chosen.text].filter(Boolean).join('\n\n');
}

/** A button for each answer of a colleague; works without script, as every button of the form. */
export function QuoteButtons({ quotes }: { quotes: readonly Quote[] }) {
  const { colleague: w } = useUi().words;
  if (quotes.length === 0) return null;
  return (
    <fieldset class="field stack">
      <legend class="s">{w.quoteLegend}</legend>
      <div class="line">
        {quotes.map(({ key, who }) => (
          <SubmitButton key={key} name="again" value={named(key)} icon="plus">
            <bdi>{w.quote(who)}</bdi>
          </SubmitButton>
        ))}
      </div>
    </fieldset>
  );
}
