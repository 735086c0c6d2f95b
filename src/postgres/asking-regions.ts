import type { AskingRegions } from '../app/ports/asking-regions.ts';
import type { Querier } from './querier.ts';

/** Regions that are asked first, over the functions of the database. */
export function askingRegionsOf(q: Querier): AskingRegions {
  return {
    mine: () => q.one('select regions, chosen from my_asking_regions()'),
    keep: async regions => void (await q.rows('select set_my_asking_regions($1)', [regions])),
  };
}
