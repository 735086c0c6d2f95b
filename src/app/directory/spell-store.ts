import type { Ending } from '../../domain/waits/incidence.ts';
import { endings } from '../../domain/waits/incidence.ts';
import { type Measure, measures } from '../../domain/waits/measure.ts';
import type { Away, Spell } from '../../domain/waits/spell.ts';

/** A column that grows; numbers outside of the heap of objects. */
class Column<A extends Float64Array | Int32Array | Uint8Array> {
  #values: A;
  readonly #larger: (size: number) => A;
  constructor(larger: (size: number) => A) {
    this.#larger = larger;
    this.#values = larger(1_024);
  }
  set(at: number, value: number): void {
    if (at >= this.#values.length) {
      const grown = this.#larger(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[at] = value;
  }
  get(at: number): number {
    return this.#values[at]!;
  }
}

/**
 * The waits of all services while they are counted: about 40 bytes each, so that the millions of a province fit beside
 * pages that are served. Cases come in the order in which they were opened; they are given back by service.
 */
export class SpellStore {
  readonly #service = new Column(size => new Int32Array(size));
  readonly #start = new Column(size => new Float64Array(size));
  readonly #end = new Column(size => new Float64Array(size));
  readonly #kind = new Column(size => new Uint8Array(size));
  readonly #label = new Column(size => new Uint8Array(size));
  readonly #away = new Map<number, readonly Away[]>();
  /** Of each service its last wait, and of each wait the one before it of the same service. */
  readonly #last = new Map<number, number>();
  readonly #before = new Column(size => new Int32Array(size));
  readonly #labels: string[] = [''];
  #size = 0;

  /** How many waits are kept. */
  get size(): number {
    return this.#size;
  }

  /** Inside ids of the services that have any. */
  services(): number[] {
    return [...this.#last.keys()].sort((a, b) => a - b);
  }

  add(service: number, spell: Spell): void {
    const at = this.#size++;
    this.#service.set(at, service);
    this.#start.set(at, spell.start);
    this.#end.set(at, spell.end ?? Number.NaN);
    this.#kind.set(at, kindOf(spell));
    this.#label.set(at, this.#numberOf(spell.label ?? ''));
    this.#before.set(at, this.#last.get(service) ?? -1);
    this.#last.set(service, at);
    if (spell.away.length > 0) this.#away.set(at, spell.away);
  }

  /** The waits of one service. */
  of(service: number): Spell[] {
    const found: Spell[] = [];
    for (let at = this.#last.get(service) ?? -1; at >= 0; at = this.#before.get(at))
      found.push(this.#read(at));
    return found;
  }

  #read(at: number): Spell {
    const end = this.#end.get(at);
    const { measure, urgency, ending } = kinds[this.#kind.get(at)]!;
    return {
      measure,
      urgency,
      ending,
      label: this.#labels[this.#label.get(at)] || null,
      start: this.#start.get(at),
      end: Number.isNaN(end) ? null : end,
      away: this.#away.get(at) ?? none,
    };
  }

  /** Labels are a short list; were it ever a long one, the rest would share its last place. */
  #numberOf(label: string): number {
    const known = this.#labels.indexOf(label);
    if (known >= 0) return known;
    return this.#labels.length < 256 ? this.#labels.push(label) - 1 : 255;
  }
}

const none: readonly Away[] = [];

type Kind = Pick<Spell, 'measure' | 'urgency' | 'ending'>;
const urgencies = ['routine', 'urgent'] as const;
const ends: readonly (Ending | null)[] = [null, ...endings];
/** Every kind of wait by its number: measure, urgency and ending in one byte. */
const kinds: readonly Kind[] = measures.flatMap((measure: Measure) =>
  urgencies.flatMap(urgency => ends.map(ending => ({ measure, urgency, ending }))),
);

function kindOf({ measure, urgency, ending }: Kind): number {
  const first = measures.indexOf(measure) * urgencies.length + urgencies.indexOf(urgency);
  return first * ends.length + ends.indexOf(ending);
}
