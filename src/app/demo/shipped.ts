import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvTable } from '../files/csv.ts';
import type { Category } from '../ports/imports.ts';
import type { CommunityLine } from './community.ts';
import type { GroupLine, Offer } from './network.ts';
import type { Particular } from './particulars.ts';
import type { DemoSource } from './seed-demo.ts';
import type { Limits } from './takes.ts';

/** Reads the files that ship under `folder` (the package's data/). Throws when one is missing: the package is broken. */
export function shippedData(folder: string): DemoSource {
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const table = <Row>(name: string) => csvTable<Row>(text(name));
  return {
    facilities: text('odhf_v1.1_ontario.csv'),
    lists: {
      repairs: text('repairs.csv'),
      centres: text('fsa_centres_ontario.csv'),
      categories: text('categories.csv'),
    },
    synonyms: text('synonyms.csv'),
    categories: table<Category>('categories.csv'),
    offers: table<Offer>('demo/offers.csv'),
    community: table<CommunityLine>('demo/community.csv'),
    groups: table<GroupLine>('demo/groups.csv'),
    limits: table<Limits>('demo/limits.csv'),
    particulars: table<Particular>('demo/particulars.csv'),
  };
}
