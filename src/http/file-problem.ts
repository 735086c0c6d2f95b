import type { FileProblem } from '../app/files/check-file.ts';
import type { Words } from '../words/words.ts';

/** What to say about a file that was not taken. */
export function fileProblem(words: Words, refused: FileProblem): string {
  const { refused: say, kinds } = words.files;
  switch (refused.problem) {
    case 'not-what-it-says':
      return say['not-what-it-says'](refused.name, kinds[refused.says], kinds[refused.is]);
    default:
      return say[refused.problem](refused.name);
  }
}
