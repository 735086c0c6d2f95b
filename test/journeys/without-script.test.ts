import { core } from '../support/story/chapters.ts';
import { play } from '../support/story/play.ts';

play('in browsers that run no script', { lang: 'en', script: false, chapters: core });
