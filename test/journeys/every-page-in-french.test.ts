import { chapters } from '../support/story/chapters.ts';
import { newcomer } from '../support/story/newcomer.ts';
import { play } from '../support/story/play.ts';

play('chaque page, une par une', {
  ...{ lang: 'fr', script: true, rigour: 'every page' },
  chapters: [...newcomer, ...chapters],
});
