#!/usr/bin/env node
// npm run dev: rebuilds what the browser gets, and restarts the server, whenever a file is saved. Ends all on Ctrl+C.
import { spawn } from 'node:child_process';

const vite = 'node_modules/vite/bin/vite.js';
const tsx = 'node_modules/tsx/dist/cli.mjs';
const run = (...args) => spawn(process.execPath, args, { stdio: 'inherit' });
const children = [run(vite, 'build', '--logLevel', 'warn')];

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) child.kill('SIGTERM');
  });
}

children[0].once('exit', code => {
  if (code !== 0) process.exit(code ?? 1);
  const watched = ['--clear-screen=false', '--include', 'dist/browser/manifest.json'];
  children.push(
    run(vite, 'build', '--watch', '--logLevel', 'warn'),
    run(tsx, 'watch', ...watched, 'src/main.ts'),
  );
});
