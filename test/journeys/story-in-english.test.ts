import { chapters } from '../support/story/chapters.ts';
import { newcomer } from '../support/story/newcomer.ts';
import { examiner, play } from '../support/story/play.ts';

play('one question told whole', {
  ...{ lang: 'en', script: true, look: examiner('en') },
  chapters: [...newcomer, ...chapters],
});
