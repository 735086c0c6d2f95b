import { existsSync } from 'node:fs';
import { defineConfig, type UserConfig } from 'vite';

const main = 'src/main.ts';
const server: UserConfig['build'] = {
  ssr: true,
  outDir: 'dist/server',
  target: 'node20',
  rollupOptions: { input: existsSync('src/cli/main.ts') ? { main, cli: 'src/cli/main.ts' } : { main } },
};

const browser: UserConfig['build'] = {
  outDir: 'dist/browser',
  manifest: 'manifest.json',
  target: 'es2022',
  assetsInlineLimit: 0,
  rollupOptions: { input: { app: 'src/browser/app.ts', style: 'src/ui/assets/style.css' } },
};

/** One configuration, two outputs: `vite build` makes the browser's files, `vite build --ssr` the server and the CLI. */
export default defineConfig(({ isSsrBuild }) => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  publicDir: false,
  build: isSsrBuild ? server : browser,
}));
