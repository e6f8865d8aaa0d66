/** What is done to the store from inside a page; each is sent to the browser as its text, and so needs nothing around it. */

/** Opens the database at a version of tomorrow, as a newer Keyholder would. @returns how long that took, in milliseconds */
export async function openNewer(): Promise<number> {
  const { version = 1 } = (await indexedDB.databases()).find(({ name }) => name === 'keyholder') ?? {};
  const since = performance.now();
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open('keyholder', version + 1);
    request.onupgradeneeded = () => request.result.createObjectStore('of-tomorrow');
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => reject(new Error(String(request.error)));
  });
  return performance.now() - since;
}

/** Puts two rows into the store that are none. */
export function putBadRows(): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('keyholder');
    opening.onerror = () => reject(new Error(String(opening.error)));
    opening.onsuccess = () => {
      const tx = opening.result.transaction(['keys', 'users'], 'readwrite');
      tx.objectStore('keys').put({ id: 'bad-key', generations: 'none' });
      tx.objectStore('users').put({ id: 'bad-user' });
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

/** Empties one store. */
export function emptyStore(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('keyholder');
    opening.onerror = () => reject(new Error(String(opening.error)));
    opening.onsuccess = () => {
      const tx = opening.result.transaction(name, 'readwrite');
      tx.objectStore(name).clear();
      tx.oncomplete = () => {
        opening.result.close();
        resolve();
      };
    };
  });
}

/** Takes our element away every 100 ms, and counts how often there was one. Runs in PandaDoc's page. */
export function removeOurs(): void {
  const counted = window as unknown as { removed: number };
  counted.removed = 0;
  setInterval(() => {
    for (const element of document.querySelectorAll('html > :not(head, body)')) {
      element.remove();
      counted.removed += 1;
    }
  }, 100);
}

/** Lets the next navigation come to nothing, and begins one. Runs in PandaDoc's page. */
export function cancelledNavigation(): void {
  const { navigation } = window as unknown as { navigation: EventTarget };
  navigation.addEventListener('navigate', (event) => event.preventDefault(), { once: true });
  location.hash = '#/documents-next';
}

/** From now on neither clipboard nor downloads work. Runs in a page of ours. */
export function refuseOutput(): void {
  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: () => Promise.reject(new DOMException('planted', 'NotAllowedError')) },
  });
  URL.createObjectURL = () => {
    throw new Error('planted');
  };
}
