import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { machineDocs } from './machine-docs.ts';

/** `npm run docs`: writes `docs/machines/*.md` from the tables. A test fails when they are out of date. */
const folder = join(import.meta.dirname, '..', 'docs', 'machines');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(machineDocs())) writeFileSync(join(folder, name), text);
