import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * Nothing that axe finds, and nothing wider than the window, in both widths. Leaves the page wide. A page with a name leaves a
 * picture of each in the folder of SHOTS, where there is one. `script`: false on a page without, as axe is a script itself.
 */
export async function fits(page: Page, name?: string, script = true): Promise<void> {
  const folder = name === undefined ? undefined : process.env.SHOTS;
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 900 });
    if (folder) await page.screenshot({ path: `${folder}/${name}-${width}.png`, fullPage: true });
    const { violations } = script ? await new AxeBuilder({ page }).analyze() : { violations: [] };
    expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}
