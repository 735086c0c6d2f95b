import type { Read } from '../../domain/directory/reading.ts';
import { useUi } from '../../ui/context.ts';

/** What the search made of the words, each a button that takes it out; what was taken out, a button that brings it back. */
export function Reading({ read, passedOver }: { read: readonly Read[]; passedOver: readonly string[] }) {
  const { ask } = useUi().words;
  if (read.length === 0 && passedOver.length === 0) return null;
  return (
    <div class="line">
      <span class="s dim">{ask.readAs}</span>
      {read.map(one => (
        <button key={one.key} type="submit" class="chip on" name="chip" value={one.key}>
          <Meaning one={one} /> <span aria-hidden="true">×</span>
          <span class="sr">: {ask.passOver}</span>
        </button>
      ))}
      {passedOver.map(key => (
        <button key={key} type="submit" class="chip" name="chip" value={key}>
          <s>{key}</s>
          <span class="sr">: {ask.countAgain}</span>
        </button>
      ))}
    </div>
  );
}

function Meaning({ one: { said, means, mended } }: { one: Read }) {
  const { words, lang } = useUi();
  if (means) return <>{words.ask.readMeans(said, means[lang])}</>;
  return <>{mended === null ? said : words.ask.readMeans(said, `${mended}…`)}</>;
}
