import { chapters } from '../support/story/chapters.ts';
import { newcomer } from '../support/story/newcomer.ts';
import { play } from '../support/story/play.ts';

// Each of its pages is held against all faults with the long runs.
play('une question, du début à la fin', {
  ...{ lang: 'fr', script: true, rigour: 'chapter ends' },
  chapters: [...newcomer, ...chapters],
});
