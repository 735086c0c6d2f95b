/** A visit of a schedule that is dragged to a free time opens the page on which its time is changed, that time chosen. */
export function dragVisits(): void {
  const free = [...document.querySelectorAll<HTMLElement>('[data-free]')];
  if (free.length === 0) return;
  let moving: HTMLElement | undefined;
  for (const visit of document.querySelectorAll<HTMLElement>('[data-move]')) {
    visit.draggable = true;
    visit.addEventListener('dragstart', event => {
      moving = visit;
      // Firefox drags nothing that carries nothing; who it is is for no other window.
      event.dataTransfer?.setData('text/plain', '');
      for (const one of free) one.classList.add('target');
    });
    visit.addEventListener('dragend', () => {
      moving = undefined;
      for (const one of free) one.classList.remove('target', 'over');
    });
  }
  for (const one of free) receive(one, () => moving);
  document.querySelector('[data-drag-hint]')?.removeAttribute('hidden');
}

function receive(one: HTMLElement, moving: () => HTMLElement | undefined): void {
  one.addEventListener('dragover', event => {
    if (!moving()) return;
    event.preventDefault();
    one.classList.add('over');
  });
  one.addEventListener('dragleave', () => one.classList.remove('over'));
  one.addEventListener('drop', event => {
    event.preventDefault();
    const to = moving()?.dataset.move;
    if (to) location.assign(`${to}?slot=${encodeURIComponent(one.dataset.free!)}`);
  });
}
