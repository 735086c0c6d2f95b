import { createHash } from 'node:crypto';
import type { Actor } from './actor.ts';
import type { App } from './app.ts';
import { addFiles } from './files/attachments.ts';
import type { FileProblem, SentFile } from './files/check-file.ts';
import type { Attachment } from './ports/attachments.ts';
import { type Outcome, runVerb, type VerbAsk } from './run-verb.ts';

export interface VerbWithFiles extends Omit<VerbAsk, 'input' | 'posted'> {
  /** As posted, without `attachments`: that is made of the files here. */
  input: Record<string, unknown>;
  /** The part of the input the files belong to; the input itself when absent. */
  filesIn?: string;
  /** Files of this post. */
  files: readonly SentFile[];
  /** Keys of files that an earlier post of the same form has added. */
  kept: readonly string[];
}

export interface FiledOutcome {
  /** Absent when a file was not taken: then nothing was done. */
  outcome?: Outcome;
  refused: readonly FileProblem[];
  /** Files that wait for the form to be sent again. */
  waiting: readonly Attachment[];
}

/**
 * Runs a verb with files: checked and kept first, then named in its input. The same form again, with the same bytes, leads to
 * the first outcome; what it added a second time belongs to no case and is swept.
 */
export async function runVerbWithFiles(app: App, actor: Actor, ask: VerbWithFiles): Promise<FiledOutcome> {
  const { files, kept, input, filesIn, ...rest } = ask;
  const { refused, attachments } = await added(app, actor, ask);
  if (refused.length > 0) return { refused, waiting: await waitingOf(app, actor, attachments) };
  const prints = files.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex'));
  const outcome = await runVerb(app, actor, {
    ...rest,
    input: attachments.length > 0 ? withFiles(input, filesIn, attachments) : input,
    posted: { ...input, kept: [...kept], prints },
  });
  return { outcome, refused, waiting: outcome.ok ? [] : await waitingOf(app, actor, attachments) };
}

function withFiles(input: Record<string, unknown>, part: string | undefined, attachments: readonly string[]) {
  return part === undefined
    ? { ...input, attachments }
    : { ...input, [part]: { ...(input[part] as object | undefined), attachments } };
}

/** Keeps the files of a form that is only drawn again, so that nobody chooses them twice. */
export async function keepFiles(
  app: App,
  actor: Actor,
  form: Pick<VerbWithFiles, 'files' | 'kept'>,
): Promise<FiledOutcome> {
  const { refused, attachments } = await added(app, actor, form);
  return { refused, waiting: await waitingOf(app, actor, attachments) };
}

async function added(app: App, actor: Actor, { files, kept }: Pick<VerbWithFiles, 'files' | 'kept'>) {
  const all = files.length === 0 ? [] : await addFiles(app, actor, files);
  const refused = all.flatMap(one => ('refused' in one ? [one.refused] : []));
  const fresh = all.flatMap(one => ('attachment' in one ? [one.attachment.key] : []));
  return { refused, attachments: [...kept, ...fresh] };
}

async function waitingOf(app: App, actor: Actor, keys: readonly string[]): Promise<Attachment[]> {
  if (keys.length === 0) return [];
  return app.db.as(actor, async tx => {
    const found: Attachment[] = [];
    for (const key of keys.slice(0, 50)) {
      const file = await tx.attachments.byKey(key);
      if (file) found.push(file);
    }
    return found;
  });
}
