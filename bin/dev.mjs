#!/usr/bin/env node
// npm run dev: rebuilds what the browser gets, and restarts the server, whenever a file is saved. Ends all on Ctrl+C.
import { spawn } from 'node:child_process';

const run = (command, args) =>
  spawn(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
const built = run('npx', ['--no', 'vite', 'build', '--logLevel', 'warn']);
const children = [];

built.once('exit', code => {
  if (code !== 0) process.exit(code ?? 1);
  children.push(
    run('npx', ['--no', 'vite', 'build', '--watch', '--logLevel', 'warn']),
    run('npx', [
      '--no',
      'tsx',
      'watch',
      '--clear-screen=false',
      '--include',
      'dist/browser/manifest.json',
      'src/main.ts',
    ]),
  );
});

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, () => {
    for (const child of children) child.kill('SIGTERM');
  });
}
