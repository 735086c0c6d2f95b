import { chapters } from '../support/story/chapters.ts';
import { newcomer } from '../support/story/newcomer.ts';
import { play } from '../support/story/play.ts';

// Each of its pages is held against all faults with the long runs.
play('one question told whole', {
  ...{ lang: 'en', script: true, rigour: 'chapter ends' },
  chapters: [...newcomer, ...chapters],
});
