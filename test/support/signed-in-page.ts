import type { Browser, Page } from 'playwright-core';
import type { TestMember } from './world.ts';

/** The page of a member who signs in with that password, in their language, with or without script; close its context. */
export async function signedInPage(
  browser: Browser,
  who: TestMember,
  at: { url: string; password: string; locale: 'en-CA' | 'fr-CA'; script?: boolean },
): Promise<Page> {
  const { url, password, locale, script = true } = at;
  const context = await browser.newContext({ baseURL: url, locale, javaScriptEnabled: script });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(who.email);
  await page.locator('input[name=password]').fill(password);
  await page.locator('form:has(input[name=password]) button[type=submit]').first().click();
  await page.waitForURL(to => !to.pathname.startsWith('/sign-in'));
  await page.goto(`/language/${locale.slice(0, 2)}?back=/worklist`);
  return page;
}
