import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

const main = 'src/main.ts';
/** The thread in which expressions of forms run. */
const calculator = 'src/calculator/worker.ts';
/** The process in which pages are drawn and read. */
const pages = 'src/pages/child.ts';
const server: UserConfig['build'] = {
  ssr: true,
  outDir: 'dist/server',
  target: 'node20',
  rollupOptions: {
    checks: { pluginTimings: false },
    input: { main, calculator, pages, ...(existsSync('src/cli/main.ts') && { cli: 'src/cli/main.ts' }) },
  },
};

const browser: UserConfig['build'] = {
  outDir: 'dist/browser',
  manifest: 'manifest.json',
  target: 'es2022',
  assetsInlineLimit: 0,
  rollupOptions: {
    checks: { pluginTimings: false },
    input: { app: 'src/browser/app.ts', style: 'src/ui/assets/style.css' },
  },
};

// The last two steps of quality take seconds of every start and save a kilobyte.
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Writes a .br and a .gz beside each style and script, so that serving one costs nothing. Fonts are compressed already. */
const precompress: Plugin = {
  name: 'precompress',
  apply: (_config, { isSsrBuild }) => !isSsrBuild,
  writeBundle({ dir }) {
    const folder = join(dir ?? '', 'assets');
    for (const name of readdirSync(folder).filter(file => /\.(css|js|mjs|svg|geojson)$/.test(file))) {
      const bytes = readFileSync(join(folder, name));
      writeFileSync(join(folder, `${name}.br`), brotliCompressSync(bytes, brotli));
      writeFileSync(join(folder, `${name}.gz`), gzipSync(bytes, { level: 9 }));
    }
  },
};

/** One configuration, two outputs (bin/build.mjs): `vite build` makes the browser's files, `vite build --ssr` the server and the CLI. */
export default defineConfig(({ isSsrBuild }) => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  publicDir: false,
  plugins: [precompress],
  build: isSsrBuild ? server : browser,
}));
