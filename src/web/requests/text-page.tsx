import { useUi } from '../../ui/context.ts';
import { Frame } from '../../ui/frame.tsx';
import type { Lang } from '../../words/lang.ts';

export interface TextPageProps {
  requestKey: string;
  reference: string;
  text: string;
  /** Of the text, which need not be the reader's. */
  lang: Lang;
}

/** The copy for the chart as text: one button takes it all; without script it is selected by hand. */
export function TextPage({ requestKey, reference, text, lang }: TextPageProps) {
  const { text: w } = useUi().words.story;
  const [other, name] = lang === 'fr' ? (['en', 'English'] as const) : (['fr', 'Français'] as const);
  return (
    <Frame title={`${w.title}, ${reference}`} here="worklist">
      <header class="stack">
        <p class="s">
          <a href={`/requests/${requestKey}`}>{w.back}</a>
        </p>
        <h1>{w.title}</h1>
        <p class="dim">{w.lead}</p>
      </header>
      <div class="field wide" lang={lang}>
        <label for="f-text">{reference}</label>
        <textarea id="f-text" class="in" rows={24} readOnly spellcheck={false}>
          {text}
        </textarea>
      </div>
      <div class="line">
        <button type="button" class="btn main" data-copy={text} data-done={w.copied} hidden>
          {w.copy}
        </button>
        <a class="btn" href={`/requests/${requestKey}/text?in=${other}`} lang={other} hreflang={other}>
          {name}
        </a>
        <span role="status" />
      </div>
    </Frame>
  );
}
