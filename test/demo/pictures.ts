/** How pictures are taken: of a page as it stands, and of the real popup over a tab. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { Browser } from 'webextension-polyfill';
import { until } from '../e2e/support/until.ts';
import type { World } from '../e2e/support/world.ts';

declare const chrome: Browser;

/** Writes pictures into one folder and remembers their names. */
export class Album {
  readonly folder: string;
  readonly names: string[] = [];

  constructor(folder: string) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  /** Where a picture of this name lies. */
  file(name: string): string {
    return path.join(this.folder, `${name}.png`);
  }

  /** The page as it stands, at this size. */
  async page(name: string, page: Page, size?: { width: number; height: number }): Promise<void> {
    if (size) await page.setViewportSize(size);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    await page.screenshot({ path: this.file(name), animations: 'disabled' });
    this.names.push(name);
  }

  /** The popup as it opens over the tab that is in front. */
  async popup(name: string, world: World): Promise<void> {
    const session = await world.context.browser()!.newBrowserCDPSession();
    await (await world.worker()).evaluate(() => chrome.action.openPopup());
    const targetId = await until(
      async () => {
        const { targetInfos } = await session.send('Target.getTargets');
        return targetInfos.find(({ url, type }) => url === `${world.origin}/popup.html` && type === 'page')?.targetId;
      },
      { what: 'the popup' },
    );
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    let last = 0;
    const answers = new Map<number, (result: Record<string, unknown>) => void>();
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message) as { id?: number; result?: Record<string, unknown> };
      if (id !== undefined) answers.get(id)?.(result ?? {});
    });
    const ask = (method: string, params: Record<string, unknown>): Promise<Record<string, unknown>> =>
      new Promise((resolve, reject) => {
        last += 1;
        answers.set(last, resolve);
        const message = JSON.stringify({ id: last, method, params });
        session.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
      });
    await until(
      async () => {
        const { result } = await ask('Runtime.evaluate', {
          expression:
            'document.querySelectorAll("[role=row]").length > 1 || document.querySelector(".first-steps") !== null',
          returnByValue: true,
        });
        return (result as { value?: unknown } | undefined)?.value === true;
      },
      { what: 'the popup to be drawn' },
    );
    const { data } = await ask('Page.captureScreenshot', { format: 'png' });
    writeFileSync(this.file(name), Buffer.from(String(data), 'base64'));
    this.names.push(name);
    await session.send('Target.closeTarget', { targetId });
    await session.detach();
  }
}
