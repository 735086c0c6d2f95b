import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quiet = ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage'];

/**
 * A Chromium that package managers can give: the one of CHROMIUM_PATH, else the shell without windows that ships inside an
 * npm package (same version everywhere, half the work of a whole browser), else an installed one.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) return chromium.launch({ executablePath: named, args: quiet });
  try {
    const executablePath = await unpackBrowser();
    return await chromium.launch({ executablePath, args: [...quiet, '--headless=shell', '--disable-gpu'] });
  } catch (err) {
    // The package is made for one platform.
    const found = installed.find(existsSync);
    if (found === undefined) throw err;
    return chromium.launch({ executablePath: found, args: quiet });
  }
}

/** Unpacks the browser of the package, once for a machine, and says where it is. Two at once would write over each other. */
export async function unpackBrowser(): Promise<string> {
  // The package unpacks its shared libraries only where it believes itself on the platform it was made for.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  packaged.setGraphicsMode = false;
  return packaged.executablePath();
}
