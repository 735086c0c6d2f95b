import type { DemoSource } from './demo/seed-demo.ts';
import { seedDemo } from './demo/seed-demo.ts';
import { indexDirectory, readSynonyms } from './directory/import-directory.ts';
import { shippedUrgent } from './directory/urgent-phrases.ts';
import { publishStandardForms } from './forms/standard-forms.ts';
import type { Database } from './ports/database.ts';

/**
 * Gives a database what the product ships: forms, categories, synonyms; and a new demo its network. Runs as operator on
 * the owner's connection after every migration, and changes nothing the second time.
 */
export async function firstStart(db: Database, source: DemoSource): Promise<void> {
  const operator = { kind: 'operator', command: 'start' } as const;
  const empty = await db.as(operator, async tx => {
    await publishStandardForms(tx);
    if (await tx.imports.saveCategories(source.categories)) await indexDirectory(tx);
    await tx.imports.saveSynonyms(readSynonyms(source.synonyms));
    await tx.urgentPhrases.ship(shippedUrgent);
    return (await tx.demo.isDemo()) && (await tx.sites.programme()) === null;
  });
  if (empty) await seedDemo(db, source);
}
