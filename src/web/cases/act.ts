import type { ComponentType } from 'preact';
import type { ZodType } from 'zod';
import type { PersonActor } from '../../app/actor.ts';
import type { Attachment } from '../../app/ports/attachments.ts';
import type { Tx } from '../../app/ports/database.ts';
import type { CaseInStory } from '../../app/read-request.ts';
import type { RefusalCode } from '../../domain/case/refusals.ts';
import type { CaseType, Side } from '../../domain/case/state.ts';
import type { Ui } from '../../ui/context.ts';
import type { IconName } from '../../ui/drawings.ts';
import type { FieldError } from '../../ui/error-summary.tsx';
import type { Words } from '../../words/words.ts';

/** Whose page it is: the case with its request, and the side the viewer acts for. */
export interface ActOn extends CaseInStory {
  side: Side;
  actor: PersonActor;
}

/** What the page that led here chose already. */
export interface From {
  /** Key of a free time. */
  slot?: string;
}

/** What the fields of an act are drawn from. */
export interface ActFormProps<B, M = undefined> extends ActOn {
  /** As typed, right or wrong; what `begin` says when the page is opened. */
  typed: B;
  errors: readonly FieldError[];
  /** What `load` found. */
  more: M;
  /** Files of an earlier post of the form, which go along when it is sent. */
  waiting?: readonly Attachment[];
}

/** How one verb of one type of case is done on a page: one file in `acts/<type>/<verb>.tsx`. */
export interface Act<B, M = undefined> {
  /** `both` for the verbs of every case. */
  type: CaseType | 'both';
  verb: string;
  /** The fields its form may post, each of a lenient type (`http/form.ts`), without csrf, receipt, turn and files. */
  body: ZodType<B>;
  /** The fields. Without it there is nothing to type: the verb is a button on the page of the request. */
  form?: ComponentType<ActFormProps<B, M>>;
  /** What the verb's own schema parses, from what was typed. `attachments` is added where `files` is set. */
  read(body: B, ui: Ui): Record<string, unknown>;
  /** What the schema cannot see in the fields: a day and a time that are no moment in the zone of the site. */
  check?(body: B, ui: Ui): readonly FieldError[];
  /** Refusals that are said beside a field rather than above the form. */
  refusedAt?: Readonly<Partial<Record<RefusalCode, string>>>;
  /** Another verb than the address says, when a choice in the form makes it one. */
  verbOf?(body: B): string;
  /** What the fields hold when the page is opened; empty fields when absent. */
  begin?(on: ActOn, from: From): Partial<B>;
  /** What the form shows besides the case, read in the transaction of the page. */
  load?(tx: Tx, on: ActOn, typed: B): Promise<M>;
  /**
   * A button `again` was pressed: the form comes back changed (a row more), nothing is sent. `pressed` is its value.
   */
  again?(typed: B, pressed: string): B;
  /** True while nothing can be sent yet, as a first choice is open: then there is no button that sends. */
  unready?(typed: B): boolean;
  /** Files go with it: a file field is drawn under the fields. */
  files?: boolean;
  /** The part of the verb's input that names them; the input itself when absent. */
  filesIn?: string;
  /** What the file field is called, where it is more than files that go along. */
  filesSaid?(words: Words): { label: string; hint: string };
  /** Labels of the fields by name, for the summary of what is wrong. */
  labels?(words: Words): Readonly<Record<string, string>>;
  /** The field in which an issue of the verb's schema is said; its path joined with `-` when absent, '' where `check` speaks. */
  fieldOf?(path: readonly string[]): string;
  /** Stands first in the bar: what is usually done here. */
  likely?: boolean;
  /** Does harm if pressed by mistake: a red button on a page of its own. */
  confirm?: boolean;
  /** Draws what was asked and said beside the form. */
  beside?: boolean;
  /** Verbs to which the page leads as well, where they are allowed: what one may do instead. */
  others?: readonly string[];
  /** On the button that sends; the verb when absent. */
  submit?(words: Words): string;
  icon?: IconName;
}

/** An act as the registry keeps it. */
// biome-ignore lint/suspicious/noExplicitAny: each act has fields of its own, and only its own functions read them.
export type AnyAct = Act<any, any>;

/** Writes an act with its fields typed from its schema, and forgets those types for the list. */
export function act<B, M = undefined>(spec: Act<B, M>): AnyAct {
  return spec;
}
