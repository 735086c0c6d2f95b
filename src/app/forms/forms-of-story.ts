import type { AnswerSet } from '../../domain/forms/answers.ts';
import type { Questionnaire } from '../../domain/forms/questionnaire.ts';
import type { Tx } from '../ports/database.ts';
import type { RequestStory } from '../read-request.ts';

/** The forms whose answers a story carries, by `formKey`. */
export type FormsByKey = ReadonlyMap<string, Questionnaire>;

/** Name of one version of a form. */
export const formKey = (form: string, version: number) => `${form} ${version}`;

/** Every version of a form of which the story carries answers. */
export async function formsIn(tx: Tx, request: RequestStory): Promise<FormsByKey> {
  const found = new Map<string, Questionnaire>();
  for (const { body } of request.cases.flatMap(one => one.events)) {
    const set = typeof body === 'object' ? (body.answers as AnswerSet | undefined) : undefined;
    if (!set?.form) continue;
    const name = formKey(set.form, set.version);
    const form = found.has(name) ? null : await tx.forms.bySlug(set.form, set.version);
    if (form) found.set(name, form);
  }
  return found;
}
