import type { PagedFile, PagePicture } from '../app/ports/pages.ts';

/** What the process of pages is asked. */
export interface Question {
  act: 'draw' | 'read';
  file: PagedFile;
  most: number;
}

/** What it says: one page after the other, then that it is done. `all`: there are no more. */
export type Answer = { page: PagePicture | string } | { done: boolean } | { failed: string };
