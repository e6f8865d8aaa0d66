/**
 * That the browser draws. Twice, on an idle machine, presses that wait for a frame waited in vain in one file after another,
 * while what waits for none went on. Why is not known: nothing that was tried from a page brought it about, and it was not caught while
 * it lasted. So it is looked for, what helps is tried and said, and no test is to fail by it.
 */
import { cdp } from 'vitest/browser';
import { drawsNoFrames } from './report.ts';

const patience = 2_000;

/** Whether the next frame of this window comes within `patience`. */
function draws(view: Window): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    view.requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}

const key = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 } as const;

/** From the mildest on. */
const remedies: Record<string, () => Promise<unknown>> = {
  'end of a drag': () => cdp().send('Input.cancelDragging'),
  'mouse let go': () =>
    cdp().send('Input.dispatchMouseEvent', {
      type: 'mouseReleased',
      x: 1,
      y: 1,
      button: 'left',
      buttons: 0,
      clickCount: 1,
    }),
  Escape: async () => {
    await cdp().send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await cdp().send('Input.dispatchKeyEvent', { type: 'keyUp', ...key });
  },
  'to the front': () => cdp().send('Page.bringToFront'),
  'active again': () => cdp().send('Page.setWebLifecycleState', { state: 'active' }),
  'another size': async () => {
    const { innerWidth: width, innerHeight: height } = parent;
    for (const more of [1, 0]) {
      const size = { width: width + more, height: height + more, deviceScaleFactor: 1, mobile: false };
      await cdp().send('Emulation.setDeviceMetricsOverride', size);
    }
  },
  'a picture': () => cdp().send('Page.captureScreenshot', { format: 'jpeg', quality: 1 }),
};

/**
 * Wakes a tab that draws nothing, and says what it was.
 *
 * @throws where nothing wakes it: no test of this tab can be trusted then (`npm test` runs the file in another browser)
 */
export async function wake(): Promise<void> {
  if (await draws(window)) return;
  const states = {
    frame: document.visibilityState,
    around: parent.document.visibilityState,
    focus: parent.document.hasFocus(),
    aroundDraws: await draws(parent),
    place: location.search.slice(-120),
    size: `${innerWidth}x${innerHeight} in ${parent.innerWidth}x${parent.innerHeight} of ${outerWidth}x${outerHeight}`,
  };
  console.warn(`${drawsNoFrames}: ${JSON.stringify(states)}`);
  for (const [name, remedy] of Object.entries(remedies)) {
    const went = await Promise.race([
      remedy().then(() => 'done', String),
      new Promise<string>((resolve) => setTimeout(() => resolve('no answer'), patience)),
    ]);
    const drawing = await draws(window);
    console.warn(`${name}: ${went}, ${drawing ? 'draws again' : 'no frame'}`);
    if (drawing) return;
  }
  throw new Error(drawsNoFrames);
}
