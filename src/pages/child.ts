import { setPriority } from 'node:os';
import type { PagePicture } from '../app/ports/pages.ts';
import { type Drawn, openPages } from './draw.ts';
import { readPage } from './engine.ts';
import type { Answer, Question } from './question.ts';

/** Dots across: a line of a fax. An engine reads it best as it came: made larger, its specks become letters. */
const width = 1728;

// Whoever waits for a page of the product comes first.
setPriority(10);

process.on('message', (question: Question) => void answer(question));
process.on('disconnect', () => process.exit(0));

async function answer({ act, file, most }: Question): Promise<void> {
  try {
    const { count, page, close } = await openPages(file, width);
    for (let i = 0; i < Math.min(count, most); i++) {
      const drawn = await page(i);
      say({ page: act === 'draw' ? await pictureOf(drawn) : await readPage(drawn) });
    }
    await close();
    say({ done: count <= most });
  } catch (error) {
    say({ failed: error instanceof Error ? error.name : 'unknown' });
  }
}

function say(answer: Answer): void {
  process.send?.(answer);
}

async function pictureOf(drawn: Drawn): Promise<PagePicture> {
  const grey = drawn.flatten({ background: '#fff' }).greyscale().jpeg({ quality: 78 });
  const { data, info } = await grey.toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}
