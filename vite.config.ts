import { resolve } from 'node:path';
import { defineConfig } from 'vite';

// One configuration, two outputs: `vite build` makes the browser's files, `vite build --ssr` the server and the CLI.
export default defineConfig(({ isSsrBuild }) => ({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  publicDir: false,
  build: isSsrBuild
    ? {
        ssr: true,
        outDir: 'dist/server',
        target: 'node20',
        rollupOptions: { input: { main: resolve('src/main.ts'), cli: resolve('src/cli/main.ts') } },
      }
    : {
        outDir: 'dist/browser',
        manifest: 'manifest.json',
        target: 'es2022',
        assetsInlineLimit: 0,
        rollupOptions: { input: { app: resolve('src/browser/app.ts') } },
      },
}));
