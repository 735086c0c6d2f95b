import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';

const outDir = 'dist/browser';

/** Builds the browser's files as `npm run build` does, unless they are newer than what they are made of. */
export async function buildForBrowser(): Promise<void> {
  const manifest = join(outDir, 'manifest.json');
  const sources = ['src/browser', 'src/ui/assets', 'vite.config.ts', 'data/ontario.geojson'];
  if (existsSync(manifest) && statSync(manifest).mtimeMs > Math.max(...sources.map(newest))) return;
  await build({ logLevel: 'error' });
}

function newest(path: string): number {
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(stat.mtimeMs, ...readdirSync(path).map(name => newest(join(path, name))));
}
