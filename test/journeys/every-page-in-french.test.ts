import { short } from '../long/runs.ts';
import { chapters } from '../support/story/chapters.ts';
import { newcomer } from '../support/story/newcomer.ts';
import { play } from '../support/story/play.ts';

play('chaque page, une par une', {
  // In a build the English pages and the chapters of the French story are held against axe: French is longer, not otherwise.
  ...{ lang: 'fr', script: true, rigour: short ? 'plain' : 'every page' },
  chapters: [...newcomer, ...chapters],
});
