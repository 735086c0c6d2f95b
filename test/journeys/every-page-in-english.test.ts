import { chapters } from '../support/story/chapters.ts';
import { newcomer } from '../support/story/newcomer.ts';
import { play } from '../support/story/play.ts';

play('every page, one by one', {
  ...{ lang: 'en', script: true, rigour: 'every page' },
  chapters: [...newcomer, ...chapters],
});
