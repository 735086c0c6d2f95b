import { mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FaxTray, TrayFax } from '../app/ports/fax-tray.ts';

/** A file that did not change for so long is whole; milliseconds. */
const settled = 5_000;
const few = 20;
const most = 10 * 1024 * 1024;

/**
 * A folder with a folder for each site, called by the site's key or its fax number. What was taken moves to `taken` beside
 * them, what could not be kept to `refused`: nothing is ever removed here.
 */
export function faxTray(folder: string, now: () => number = Date.now): FaxTray {
  return {
    waiting: async () => {
      const found: TrayFax[] = [];
      for (const to of await namesIn(folder)) {
        if (to === 'taken' || to === 'refused' || !/^[0-9a-z-]{1,40}$/i.test(to)) continue;
        for (const name of await namesIn(join(folder, to))) {
          if (found.length === few) return found;
          const bytes = await whole(join(folder, to, name), now());
          if (bytes) found.push({ id: join(to, name), to: digitsOr(to), name, bytes });
        }
      }
      return found;
    },
    taken: async (id, why) => {
      const to = join(folder, why ? 'refused' : 'taken');
      await mkdir(to, { recursive: true, mode: 0o700 });
      const name = `${new Date(now()).toISOString().replaceAll(':', '')} ${id.replaceAll(/[\\/]/g, ' ')}`;
      await rename(join(folder, id), join(to, name));
    },
  };
}

/** `519-555-0161` and `+1 519 555 0161` name one machine; a key stays as it is. */
function digitsOr(to: string): string {
  return /^[\d-]+$/.test(to) ? to.replaceAll('-', '') : to;
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter(name => !name.startsWith('.') && !name.endsWith('.part')).sort();
}

async function whole(path: string, now: number): Promise<Uint8Array | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile() || found.size === 0 || found.size > most || now - found.mtimeMs < settled)
    return undefined;
  return readFile(path);
}
