import { useUi } from '../../ui/context.ts';
import { Icon } from '../../ui/icon.tsx';

/** The address of a page to give to others: to read, to copy, to send, on paper. */
export function Share({ name, path }: { name: string; path: string }) {
  const { words, baseUrl } = useUi();
  const w = words.map.share;
  const url = `${baseUrl}${path}`;
  const mail = `mailto:?subject=${encodeURIComponent(name)}&body=${encodeURIComponent(url)}`;
  return (
    <section class="stack s" aria-labelledby="share">
      <h2 id="share">{w.title}</h2>
      <p class="typed">{url}</p>
      <div class="line">
        <button type="button" class="btn" data-copy={url} data-done={w.copied} hidden>
          {w.copy}
        </button>
        <a class="btn" href={mail}>
          {w.mail}
        </a>
        <button type="button" class="btn" data-print hidden>
          <Icon name="print" />
          {w.print}
        </button>
        <span role="status" />
      </div>
    </section>
  );
}
