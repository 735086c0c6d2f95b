import { chapters } from '../support/story/chapters.ts';
import { newcomer } from '../support/story/newcomer.ts';
import { examiner, play } from '../support/story/play.ts';

play('une question, du début à la fin', {
  ...{ lang: 'fr', script: true, look: examiner('fr') },
  chapters: [...newcomer, ...chapters],
});
