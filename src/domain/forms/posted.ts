import { z } from 'zod';
import type { TypedAnswer, TypedAnswers } from './answers.ts';
import { keepMarks } from './populate.ts';

const prefix = 'a-';
const fieldName = /^a-[a-z0-9][a-z0-9-]{0,59}$/;
const value = z.union([z.string().max(50_000), z.array(z.string().max(50_000)).max(50)]);

/** Name of the field of a question. */
export function answerField(linkId: string): string {
  return prefix + linkId;
}

/** A strict schema of `shape` that also lets the fields of any form's questions through. */
export function withAnswers<S extends z.ZodRawShape>(shape: S) {
  return z.looseObject(shape).superRefine((fields, context) => {
    for (const [name, given] of Object.entries(fields)) {
      if (name in shape) continue;
      if (fieldName.test(name) && value.safeParse(given).success) continue;
      context.addIssue({ code: 'unrecognized_keys', keys: [name], input: fields });
    }
  });
}

/**
 * The answers after a form was posted. What the page drew replaces what was there, also when it is empty now; a question it
 * did not draw keeps what was typed before. An answer left as it was filled in keeps its mark.
 */
export function postedAnswers(fields: Readonly<Record<string, unknown>>, before: TypedAnswers): TypedAnswers {
  const posted: Record<string, TypedAnswer> = {};
  for (const [name, given] of Object.entries(fields)) {
    if (!fieldName.test(name) || !value.safeParse(given).success) continue;
    posted[name.slice(prefix.length)] = { text: textOf(given as string | string[]) };
  }
  return { ...before, ...keepMarks(posted, before) };
}

/** Choices post an empty value before what is chosen, so that taking the last tick away is an answer too. */
function textOf(given: string | string[]): TypedAnswer['text'] {
  if (!Array.isArray(given)) return given;
  const chosen = given.filter(one => one !== '');
  return chosen.length > 1 ? chosen : (chosen[0] ?? '');
}
