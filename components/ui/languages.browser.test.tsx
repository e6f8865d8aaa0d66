/** Texts two fifths longer, and a language written from right to left: everything holds, on a wide window and on 320 px. */
import { render } from 'preact';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import { emptyArchive, readCsv, sampleShelf } from '../../test/samples/archive.ts';
import { northwind, recordsOf, sampleHandover } from '../../test/samples/estate.ts';
import { overflows } from '../../test/samples/overflow.ts';
import { emptyRoot } from '../../test/samples/root.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { pseudoText } from '../../test/tools/pseudo.ts';
import { createDashboardModel, routeOf } from '../dashboard/dashboard-model.ts';
import { Dashboard } from '../dashboard/dashboard.tsx';
import { views } from '../dashboard/views.ts';
import { createPopupModel } from '../popup/popup-model.ts';
import { Popup } from '../popup/popup.tsx';
import { type GetMessage, readTextsFrom } from './text.ts';
import './style.css';

const messages = catalogue as Record<string, { message: string }>;
const speak = (change: (text: string) => string): GetMessage => {
  return (key, values = []) => {
    const text = messages[key]?.message ?? '';
    return (key === 'locale' ? text : change(text)).replace(/\$(\d)/g, (_, at: string) => values[Number(at) - 1] ?? '');
  };
};
const root = emptyRoot(1280, 800);
const styles = { popup: '../popup/popup.css', dashboard: '../dashboard/dashboard.css' };
const links: HTMLLinkElement[] = [];

/** Popup and dashboard each bring their own: together they would not look as either does. */
async function dress(name: keyof typeof styles): Promise<void> {
  for (const link of links.splice(0)) link.remove();
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = new URL(styles[name], import.meta.url).href;
  const loaded = new Promise((resolve, reject) => {
    link.onload = resolve;
    link.onerror = () => reject(new Error(`${styles[name]} did not load`));
  });
  document.head.append(link);
  links.push(link);
  await loaded;
}

beforeAll(() => readTextsFrom(speak(pseudoText)));
afterAll(() => {
  readTextsFrom(speak((text) => text));
  document.documentElement.dir = '';
  for (const link of links) link.remove();
});

const services = () => sampleServices(recordsOf([northwind], sampleNow), { handovers: [sampleHandover] });

test('what does not fit is found: out of the window, out of a button, cut off', async () => {
  document.documentElement.dir = 'ltr';
  await page.viewport(320, 600);
  const word = '⟦Donaudampfschiff⟧'.repeat(4);
  for (const style of ['', 'overflow: hidden; inline-size: 90px']) {
    render(
      <div style={style}>
        <span style="white-space: nowrap">{word}</span>
      </div>,
      root(),
    );
    expect(overflows(root())).toHaveLength(1);
  }
  render(
    <button type="button" style="inline-size: 60px; white-space: nowrap">
      {word.slice(0, 18)}
    </button>,
    root(),
  );
  expect(overflows(root())).toHaveLength(1);
  render(<p>{word.slice(0, 18)}</p>, root());
  expect(overflows(root())).toEqual([]);
});

test.each(['ltr', 'rtl'])('dashboard, %s', async (dir) => {
  document.documentElement.dir = dir;
  await dress('dashboard');
  const model = createDashboardModel(services(), '#/keys', emptyArchive(), sampleShelf([]), readCsv);
  await model.estate.load();
  const found: string[] = [];
  for (const width of [1280, 320]) {
    await page.viewport(width, 800);
    for (const view of [...views, 'welcome'] as const) {
      model.route.value = routeOf(`#/${view}`);
      render(<Dashboard model={model} />, root());
      await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
      found.push(...overflows(root()).map((line) => `${view} ${width}: ${line}`));
    }
  }
  expect(found.join('\n')).toBe('');
});

test.each(['ltr', 'rtl'])('popup, %s', async (dir) => {
  document.documentElement.dir = dir;
  await dress('popup');
  const model = createPopupModel(services());
  await model.start();
  const found: string[] = [];
  for (const width of [800, 440, 320]) {
    await page.viewport(width, 600);
    render(<Popup model={model} />, root());
    await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible();
    found.push(...overflows(root()).map((line) => `popup ${width}: ${line}`));
  }
  expect(found.join('\n')).toBe('');
});
