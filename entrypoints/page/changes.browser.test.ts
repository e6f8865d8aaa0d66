import { expect, test } from 'vitest';
import { madeByPage } from './changes.ts';

/** What is heard of while something is done, by what was added and removed. */
function heard(act: (host: Element) => void): string[] {
  document.body.innerHTML = '<main><p>Dana Reyes</p></main>';
  const host = document.createElement('div');
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  act(host);
  const records = observer.takeRecords();
  observer.disconnect();
  host.remove();
  return madeByPage(records, (node) => node === host).map(({ type, target }) => `${type} of ${target.nodeName}`);
}

test('our host comes, goes and comes back unheard', () => {
  expect(
    heard((host) => {
      document.documentElement.append(host);
      host.remove();
      document.body.append(host);
    }),
  ).toEqual([]);
});

test('whatever the page does is heard, together with it or not', () => {
  expect(
    heard((host) => {
      document.documentElement.append(host);
      document.querySelector('p')!.firstChild!.nodeValue = 'Lea Novak';
      document.querySelector('p')!.title = 'Lea Novak';
      document.querySelector('main')!.append('Omar Haddad');
    }),
  ).toEqual(['characterData of #text', 'attributes of P', 'childList of MAIN']);
  expect(heard((host) => document.querySelector('main')!.replaceChildren(host))).toEqual(['childList of MAIN']);
  expect(heard((host) => document.body.append(host, document.createElement('hr')))).toEqual(['childList of BODY']);
});
