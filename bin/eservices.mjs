#!/usr/bin/env node
// npx eservices COMMAND: the built commands when there are any, else the sources by way of tsx.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const built = new URL('../dist/server/cli.js', import.meta.url);
const source = new URL('../src/cli/main.ts', import.meta.url);

async function load() {
  if (existsSync(fileURLToPath(built))) return import(built.href);
  const { register } = await import('tsx/esm/api');
  register();
  return import(source.href);
}

load()
  .then(commands => commands.main())
  .catch(error => {
    process.stderr.write(`eservices: ${error.message}\n`);
    process.exit(2);
  });
