/** Both pages in a real browser: nothing blocked, nothing from elsewhere, nothing that keeps anybody out. */
import { spawnSync } from 'node:child_process';
import { AxeBuilder } from '@axe-core/playwright';
import t from 'tap';
import { startService } from '../support/process.ts';
import { launch, needsBrowser } from './browser.ts';

t.test('in a browser', needsBrowser, async (t) => {
  const { address } = await startService(t);
  const browser = await launch();
  t.teardown(() => browser.close());

  for (const path of ['/', '/docs'])
    for (const [device, viewport] of [
      ['a desktop', { width: 1280, height: 900 }],
      ['a phone', { width: 360, height: 740 }],
    ] as const)
      t.test(`${path} on ${device} is whole, keeps to its origin and has no barrier`, async (t) => {
        // axe opens a page of its own in the context.
        const context = await browser.newContext({ viewport, locale: 'zh-CN' });
        const page = await context.newPage();
        const complaints: string[] = [];
        const requested: string[] = [];
        page.on('console', (message) => complaints.push(message.text()));
        page.on('pageerror', (error) => complaints.push(error.message));
        page.on('request', (request) => requested.push(request.url()));

        const response = await page.goto(address + path, { waitUntil: 'load' });
        // The markup is the same on both, and axe takes its time on a long page.
        const { violations } = device === 'a desktop' ? await new AxeBuilder({ page }).analyze() : { violations: [] };
        const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

        t.equal(response?.status(), 200);
        t.match(await page.title(), '同责');
        t.strictSame(
          complaints.filter((text) => !/favicon/.test(text)),
          [],
        );
        for (const url of requested) t.ok(url.startsWith(address), url);
        t.strictSame(
          violations.map(({ id, nodes }) => [id, nodes[0]?.html]),
          [],
        );
        t.ok(wider <= 0, `${wider} pixels wider than the screen`);
        t.equal(
          await page.evaluate(() => getComputedStyle(document.querySelector('h2') as Element).borderLeftStyle),
          'solid',
        );
        await context.close();
      });

  t.test('every link of the pages leads somewhere', async (t) => {
    const page = await browser.newPage();
    for (const path of ['/', '/docs']) {
      await page.goto(address + path);
      const links = await page.$$eval('a', (all) => all.map((a) => a.getAttribute('href') as string));
      t.ok(links.length > 5);
      for (const link of new Set(links))
        if (link.startsWith('#')) t.ok(await page.$(`[id="${link.slice(1)}"]`), `${path} ${link}`);
        else t.equal((await fetch(new URL(link, address))).status, 200, `${path} ${link}`);
    }
    await page.close();
  });

  t.test('the commands of the interface page are answered as they stand', async (t) => {
    const page = await browser.newPage();
    await page.goto(`${address}/docs`);
    const commands = await page.$$eval('pre[aria-label$="的命令"]', (all) =>
      all.map((pre) => pre.textContent as string),
    );
    await page.close();

    t.ok(commands.length >= 6);
    for (const command of commands) {
      const run = spawnSync('sh', ['-c', `${command} -o /dev/null -w '%{http_code}'`], { encoding: 'utf8' });
      t.equal(run.stdout, '200', command.slice(0, 100));
    }
  });
});
