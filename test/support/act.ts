import { expect } from 'vitest';
import type { Page, TestBrowser } from './server.ts';

/** What a form carries unseen. */
export function hiddenOf({ html }: Pick<Page, 'html'>): { receipt: string; turn: string } {
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  return { receipt: of('receipt'), turn: of('turn') };
}

/** Opens the page of a verb and posts its form as a person would. */
export async function act(
  browser: TestBrowser,
  url: string,
  fields: Record<string, string> = {},
): Promise<Page> {
  const page = await browser.get(url);
  expect([url, page.status]).toEqual([url, 200]);
  return browser.post(url, { ...hiddenOf(page), ...fields });
}
