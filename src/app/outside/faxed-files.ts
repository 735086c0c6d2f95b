import type { Actor } from '../actor.ts';
import type { App } from '../app.ts';
import { openFile } from '../files/attachments.ts';
import type { PagePicture } from '../ports/pages.ts';

/** Pages of files that go along with one fax, and milliseconds that drawing them may take: whoever sends it waits. */
const mostPages = 60;
const mostTime = 40_000;

/** A file as it goes along with a fax. None, or not `all`: the rest is opened in the workspace. */
export interface FaxedFile {
  name: string;
  pictures: readonly PagePicture[];
  all: boolean;
}

/** These files as pages, in their order, each look written down. What is no paper, or cannot be drawn, has no pages. */
export async function faxedFiles(
  app: App,
  actor: Actor,
  files: readonly { key: string; name: string }[],
): Promise<FaxedFile[]> {
  const until = Date.parse(app.clock.now()) + mostTime;
  const faxed: FaxedFile[] = [];
  let left = mostPages;
  for (const { key, name } of files) {
    const inTime = left > 0 && Date.parse(app.clock.now()) < until;
    const drawn = inTime ? await drawnFile(app, actor, key, left) : null;
    left -= drawn?.pictures.length ?? 0;
    faxed.push({ name, pictures: drawn?.pictures ?? [], all: drawn?.all ?? false });
  }
  return faxed;
}

async function drawnFile(app: App, actor: Actor, key: string, most: number) {
  const opened = await openFile(app, actor, key, 'fax-file').catch(() => null);
  if (!opened || 'closed' in opened) return null;
  return app.pages.draw({ kind: opened.attachment.kind, bytes: opened.bytes }, most);
}
