import { adviceRoles } from '../support/story/advice-roles.ts';
import { play } from '../support/story/play.ts';

play('everybody who has to do with a question for advice', {
  ...{ lang: 'fr', script: true, rigour: 'every page' },
  chapters: adviceRoles,
});

play('the same in browsers that run no script', {
  ...{ lang: 'fr', script: false, rigour: 'plain' },
  chapters: adviceRoles,
});
