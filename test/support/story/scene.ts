import { type Stage, Walker } from '../walker.ts';
import type { Asked } from './advice.ts';
import { type cast, type Script, scripts } from './cast.ts';
import { Mailbox } from './mailbox.ts';

type Part = (typeof cast)[keyof typeof cast];

const phone = 390;

/** Who has no desk at hand: their pages are read 390 px wide. */
const onThePhone: readonly string[] = ['Dr. Emeka Strandberg' satisfies Part];

/** One run of the story: who is in it, each with a browser of their own, and what has come of it so far. */
export class Scene {
  readonly stage: Stage;
  readonly script: Script;
  readonly requests = new Map<'first' | 'second' | 'third', Asked>();
  readonly #people = new Map<string, Walker>();
  readonly #script: boolean;
  #patient: Walker | undefined;
  #visitor: Walker | undefined;
  #mailbox: Mailbox | undefined;

  /** `script` false: nobody's browser runs any. */
  constructor(stage: Stage, { script = true } = {}) {
    this.stage = stage;
    this.#script = script;
    this.script = scripts[stage.lang];
  }

  /** Somebody of the cast, signed in. */
  async as(name: Part): Promise<Walker> {
    const here =
      this.#people.get(name) ??
      (await Walker.as(this.stage, name, {
        script: this.#script,
        ...(onThePhone.includes(name) && { width: phone }),
      }));
    this.#people.set(name, here);
    return here;
  }

  /** The patient's own browser, on a phone. */
  async patient(): Promise<Walker> {
    this.#patient ??= await Walker.open(this.stage, { script: this.#script, width: phone });
    return this.#patient;
  }

  /** Somebody at the machine who has not signed in: moves the clock, reads the mail. */
  async visitor(): Promise<Walker> {
    this.#visitor ??= await Walker.open(this.stage, { script: this.#script });
    return this.#visitor;
  }

  async mailbox(): Promise<Mailbox> {
    this.#mailbox ??= new Mailbox(await this.visitor(), this.script);
    return this.#mailbox;
  }

  /** What a chapter before this one left; throws when it did not get so far. */
  request(name: 'first' | 'second' | 'third'): Asked {
    const found = this.requests.get(name);
    if (!found) throw new Error(`the ${name} request was not sent`);
    return found;
  }

  async end(): Promise<void> {
    for (const walker of [...this.#people.values(), this.#patient, this.#visitor]) await walker?.leave();
  }
}
