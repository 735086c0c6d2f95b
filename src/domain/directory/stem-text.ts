/** The distinct stems of one part of an entry; a `Set` of them is one. */
export interface Stems extends Iterable<string> {
  readonly size: number;
  has(stem: string): boolean;
}

/**
 * Stems as they are stored, one text with a space between. Looked into rather than taken apart: of the hundreds that a
 * search reads, few are asked for.
 */
export class StemText implements Stems {
  readonly #text: string;
  /** `text`: distinct stems; null or '' for none. */
  constructor(text: string | null) {
    this.#text = text ? ` ${text} ` : '';
  }
  get size(): number {
    let size = -1;
    for (let at = this.#text.indexOf(' '); at >= 0; at = this.#text.indexOf(' ', at + 1)) size++;
    return Math.max(0, size);
  }
  has(stem: string): boolean {
    return this.#text.includes(` ${stem} `);
  }
  [Symbol.iterator](): Iterator<string> {
    const stems = this.#text === '' ? [] : this.#text.slice(1, -1).split(' ');
    return stems[Symbol.iterator]();
  }
}
