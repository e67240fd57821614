/** A real browser, where the machine has one: Debian’s chromium, or what CHROMIUM names. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

export function findBrowser(): string | undefined {
  const { CHROMIUM, PATH = '' } = process.env;
  const candidates = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return [CHROMIUM ?? '', ...candidates].find((path) => path !== '' && existsSync(path));
}

/** For tests that need it: skipped, and said so, where there is none. */
export const needsBrowser = { skip: findBrowser() === undefined && '没有浏览器：apt-get install chromium' };

export function launch() {
  // In a container there is no user namespace for its sandbox; the pages are our own.
  return chromium.launch({ executablePath: findBrowser() as string, args: ['--no-sandbox'] });
}
