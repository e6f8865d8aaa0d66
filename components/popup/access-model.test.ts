import { expect, test, vi } from 'vitest';
import { createAccessModel, type Sites } from './access-model.ts';

const us = 'https://app.pandadoc.com/*';
const eu = 'https://app.pandadoc.eu/*';

/** A browser that grants what it is told to. */
function sitesOf(granted: Set<string>, answer: (asked: string[]) => Promise<boolean>) {
  let heard = (): void => undefined;
  const asked: string[][] = [];
  const sites: Sites = {
    all: [us, eu],
    has: (site) => Promise.resolve(granted.has(site)),
    request(wanted) {
      asked.push(wanted);
      return answer(wanted);
    },
    onChange: (callback) => (heard = callback),
  };
  return { sites, asked, change: () => heard() };
}

test('says nothing where both sites are granted', async () => {
  const model = createAccessModel(sitesOf(new Set([us, eu]), () => Promise.resolve(true)).sites, vi.fn());
  await model.start();
  expect(model.missing.value).toEqual([]);
});

test('names what is missing, asks for that alone, and is silent once it is granted', async () => {
  const granted = new Set([us]);
  const { sites, asked } = sitesOf(granted, (wanted) => {
    for (const site of wanted) granted.add(site);
    return Promise.resolve(true);
  });
  const model = createAccessModel(sites, vi.fn());
  await model.start();
  expect(model.missing.value).toEqual([eu]);
  await model.ask();
  expect(asked).toEqual([[eu]]);
  expect(model.missing.value).toEqual([]);
});

test.each([
  ['refused', () => Promise.resolve(false)],
  ['not even asked', () => Promise.reject(new Error('This function must be called during a user gesture'))],
])('%s: stays, and can be asked again', async (_, answer) => {
  const { sites, asked } = sitesOf(new Set(), answer);
  const model = createAccessModel(sites, vi.fn());
  await model.start();
  await model.ask();
  expect(model.missing.value).toEqual([us, eu]);
  await model.ask();
  expect(asked).toHaveLength(2);
});

test('hears of what is granted or taken back elsewhere', async () => {
  const granted = new Set([us, eu]);
  const { sites, change } = sitesOf(granted, () => Promise.resolve(true));
  const changed = vi.fn();
  const model = createAccessModel(sites, changed);
  await model.start();
  granted.delete(us);
  change();
  await expect.poll(() => model.missing.value).toEqual([us]);
  await expect.poll(() => changed.mock.calls.length).toBe(1);
});
