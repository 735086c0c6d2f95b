import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const quiet = ['--no-sandbox', '--disable-background-networking', '--disable-dev-shm-usage'];

/**
 * A Chromium that package managers can give: the installed one (or CHROMIUM_PATH), else the one that ships inside an npm
 * package, with the libraries which that package carries along.
 */
export async function launchBrowser(): Promise<Browser> {
  const named = process.env.CHROMIUM_PATH;
  const found = named ?? installed.find(existsSync);
  if (found !== undefined) return chromium.launch({ executablePath: found, args: quiet });
  // The package unpacks its shared libraries only where it believes itself on the platform it was made for.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  packaged.setGraphicsMode = false;
  const executablePath = await packaged.executablePath();
  return chromium.launch({
    executablePath,
    args: [...quiet, '--no-zygote', '--single-process', '--headless=shell'],
  });
}
