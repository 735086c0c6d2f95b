import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

interface Chunk {
  file: string;
  name?: string;
  isEntry?: boolean;
}

/**
 * The addresses of what `vite build` made in `browserDir` (dist/browser): an entry `app` is `app.js`, a style `style` is
 * `style.css`. Throws when nothing is built, naming the command; asking for a name that was not built throws too.
 */
export function readAssets(browserDir: string): (name: string) => string {
  const path = join(browserDir, 'manifest.json');
  if (!existsSync(path)) throw new Error(`The browser's files are not built (no ${path}): run npm run build`);
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Chunk>;
  const urls = new Map(
    Object.values(manifest).flatMap(({ file, name, isEntry }) =>
      isEntry && name ? [[`${name}${file.slice(file.lastIndexOf('.'))}`, `/${file}`] as const] : [],
    ),
  );
  return name => {
    const url = urls.get(name);
    if (url === undefined) throw new Error(`no built file is called ${name}`);
    return url;
  };
}

/** Serves the built files under /assets/ for a year: a changed file has another name. */
export async function serveAssets(server: FastifyInstance, browserDir: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: join(browserDir, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    dotfiles: 'deny',
    decorateReply: false,
    preCompressed: true,
  });
}
