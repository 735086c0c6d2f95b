import { core } from '../support/story/chapters.ts';
import { play } from '../support/story/play.ts';

for (const lang of ['en', 'fr'] as const)
  play(`in browsers that run no script, in ${lang}`, {
    lang,
    script: false,
    rigour: 'plain',
    chapters: core,
  });
