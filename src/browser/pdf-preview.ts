import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** A page is drawn at most this wide: one of poster size must not take the memory of the browser. */
const widest = 1400;
const coverWidth = 144;

/** Draws the first page in each card, as it comes into sight, and sets up each viewer. Safe to call again. */
export function showPdfs(root: ParentNode): void {
  for (const card of root.querySelectorAll<HTMLElement>('[data-pdf-cover]')) sight.observe(card);
  for (const viewer of root.querySelectorAll<HTMLElement>('[data-pdf-pages]')) void view(viewer);
}

const sight = new IntersectionObserver(entries => {
  for (const { isIntersecting, target } of entries) {
    if (!isIntersecting) continue;
    sight.unobserve(target);
    void cover(target as HTMLElement);
  }
});

/** The outline stays when the file cannot be read. */
async function cover(card: HTMLElement): Promise<void> {
  const url = card.dataset.pdfCover;
  delete card.dataset.pdfCover;
  if (!url) return;
  try {
    const pdf = await read(url);
    const canvas = document.createElement('canvas');
    canvas.className = 'pg';
    canvas.setAttribute('aria-hidden', 'true');
    await draw(pdf, { page: 1, canvas, width: coverWidth });
    card.replaceChildren(canvas);
    await pdf.loadingTask.destroy();
  } catch {
    // A link to the file stands beside it.
  }
}

async function view(viewer: HTMLElement): Promise<void> {
  const { pdfPages: url, previous = '', next = '', page: label = '', failed = '' } = viewer.dataset;
  delete viewer.dataset.pdfPages;
  if (!url) return;
  try {
    const pdf = await read(url);
    const canvas = document.createElement('canvas');
    canvas.className = 'look';
    const where = document.createElement('p');
    where.setAttribute('aria-live', 'polite');
    let page = 1;
    const turn = async (to: number) => {
      page = Math.min(pdf.numPages, Math.max(1, to));
      where.textContent = label.replace('##', String(pdf.numPages)).replace('#', String(page));
      canvas.setAttribute('aria-label', where.textContent);
      await draw(pdf, { page, canvas, width: viewer.clientWidth * devicePixelRatio });
    };
    canvas.setAttribute('role', 'img');
    const line = document.createElement('div');
    line.className = 'line';
    line.append(
      button(previous, () => turn(page - 1)),
      where,
      button(next, () => turn(page + 1)),
    );
    viewer.replaceChildren(line, canvas);
    await turn(1);
  } catch {
    viewer.textContent = failed;
  }
}

function button(label: string, press: () => Promise<void>): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'btn';
  made.textContent = label;
  made.addEventListener('click', () => void press());
  return made;
}

/** Script inside a PDF is never run, and nothing it names elsewhere is fetched. */
function read(url: string): Promise<PDFDocumentProxy> {
  return getDocument({
    url,
    isEvalSupported: false,
    useWasm: false,
    enableXfa: false,
    disableAutoFetch: true,
    maxImageSize: 50_000_000,
    canvasMaxAreaInBytes: 200_000_000,
    stopAtErrors: false,
  }).promise;
}

async function draw(
  pdf: PDFDocumentProxy,
  { page, canvas, width }: { page: number; canvas: HTMLCanvasElement; width: number },
): Promise<void> {
  const sheet = await pdf.getPage(page);
  const natural = sheet.getViewport({ scale: 1 });
  const scale = Math.min(width, widest) / natural.width;
  const viewport = sheet.getViewport({ scale: Math.min(scale, 4000 / natural.height) });
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  await sheet.render({ canvas, viewport }).promise;
  sheet.cleanup();
}
