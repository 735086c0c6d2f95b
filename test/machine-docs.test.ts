import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { machineDocs } from '../bin/machine-docs.ts';
import { econsult } from '../src/domain/econsult/machine.ts';
import { referral } from '../src/domain/referral/machine.ts';

const folder = join(import.meta.dirname, '..', 'docs', 'machines');

describe('the drawings of the machines', () => {
  it.each(Object.entries(machineDocs()))(
    '%s says what the table says; else run `npm run docs`',
    (name, text) => {
      const path = join(folder, name);
      expect(existsSync(path) && readFileSync(path, 'utf8') === text).toBe(true);
    },
  );

  it('name every status and every verb', () => {
    const pages = machineDocs();
    for (const [machine, page] of [
      [referral, pages['referral.md']!],
      [econsult, pages['econsult.md']!],
    ] as const) {
      for (const status of Object.keys(machine.statuses)) expect(page).toContain(`| \`${status}\` |`);
      for (const verb of Object.keys(machine.verbs)) expect(page).toContain(`| ${verb} |`);
    }
  });
});
