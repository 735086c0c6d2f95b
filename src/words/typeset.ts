const unbreakable = '\u00a0';

/**
 * Keeps French marks with their words: an unbreakable space before : » % and after «. A month cut short at the end of a
 * sentence ("le 9 déc.") has one full stop.
 */
export function typesetFrench(text: string): string {
  return text
    .replace(/ (?=[:»%](?:\s|$|[.,;)]))/g, unbreakable)
    .replace(/« /g, `«${unbreakable}`)
    .replace(/\b(janv|févr|avr|juill|sept|oct|nov|déc)\.\.(?!\.)/g, '$1.');
}

/** The same tree with every French text set so, and with functions whose texts are. Shape and types stay. */
export function typeset<T>(node: T): T {
  return set(node) as T;
}

function set(node: unknown): unknown {
  if (typeof node === 'string') return typesetFrench(node);
  if (typeof node === 'function') {
    const write = node as (...args: unknown[]) => unknown;
    const written = (...args: unknown[]) => set(write(...args));
    return Object.defineProperty(written, 'length', { value: write.length });
  }
  if (Array.isArray(node)) return node.map(set);
  if (node === null || typeof node !== 'object') return node;
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, set(child)]));
}
