import htmx from 'htmx.org';

/** htmx only quickens pages that work without it. Back and forward load the page anew: nothing is kept in the browser. */
htmx.config.history = 'reload';
htmx.config.includeIndicatorCSS = false;
htmx.config.defaultTimeout = 20_000;

const busy = new Set<HTMLElement>();

/** A pressed button keeps its label and says that it is at work; pressing it again does nothing until the answer comes. */
document.addEventListener('submit', event => {
  const button = event.submitter;
  if (!(button instanceof HTMLElement)) return;
  if (busy.has(button)) {
    event.preventDefault();
    return;
  }
  busy.add(button);
  button.setAttribute('aria-busy', 'true');
});

const rest = () => {
  for (const button of busy) button.removeAttribute('aria-busy');
  busy.clear();
};
addEventListener('pageshow', rest);
document.addEventListener('htmx:finally:request', rest);

/** 115 KB and a worker that only a page with a PDF needs. */
async function previewPdfs(): Promise<void> {
  if (!document.querySelector('[data-pdf-cover], [data-pdf-pages]')) return;
  const { showPdfs } = await import('./pdf-preview.ts');
  showPdfs(document);
}
void previewPdfs();
document.addEventListener('htmx:after:swap', () => void previewPdfs());

for (const button of document.querySelectorAll<HTMLElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => print());
}

/** Maps come with what draws them once they are in sight. Without them the list has the room. */
const nearBy = new IntersectionObserver(
  seen => {
    for (const { isIntersecting, target } of seen) {
      if (!isIntersecting) continue;
      nearBy.unobserve(target);
      void import('./map.ts')
        .then(({ drawMap }) => drawMap(target as HTMLElement))
        .catch(() => hideMap(target));
    }
  },
  { rootMargin: '300px' },
);
const hideMap = (box: Element) => box.closest('[data-side]')?.setAttribute('hidden', '');
for (const box of document.querySelectorAll('[data-map]')) {
  box.closest('[data-side]')?.removeAttribute('hidden');
  for (const link of document.querySelectorAll('[data-to-map]')) link.removeAttribute('hidden');
  nearBy.observe(box);
}

if (document.querySelector('[data-move]')) void import('./drag.ts').then(({ dragVisits }) => dragVisits());

for (const button of document.querySelectorAll<HTMLElement>('button[data-copy]')) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy!);
    const said = button.parentElement?.querySelector('[role=status]');
    if (said) said.textContent = button.dataset.done!;
  });
}
