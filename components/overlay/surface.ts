/**
 * The one element of ours in a document: a plain host with a closed shadow root, locked against the page's style sheets,
 * put back when the page takes it away, and given up after the fifth time within five seconds (quality.md, section 3.1).
 */
import { make, parentOf } from './dom.ts';
import { styles } from './styles.ts';

/** Inline and important beats whatever a style sheet of the page says, `* { display: none !important }` included. */
const lock = [
  'all:initial',
  // 100 px wide and nothing high: its rectangle tells where our coordinates begin and how the page scales them.
  'width:100px',
  'height:0',
  'left:0',
  'top:0',
  'display:block',
  'direction:ltr',
  'pointer-events:none',
  'z-index:2147483647',
];
const mostRepairs = 5;
const repairsWithinMs = 5_000;

export interface Surface {
  readonly host: HTMLElement;
  /** Holds badges, owner lines and notices. */
  readonly layer: HTMLElement;
  readonly root: ShadowRoot;
  readonly container: Element;
  mount(): void;
  unmount(): void;
}

export interface SurfaceOptions {
  /** Inside a modal dialog of the page: in the top layer above it, where nothing of the dialog cuts or moves us. */
  inDialog: boolean;
  /** After the host was put back: what lived in the top layer has to be shown again. */
  onRepaired: () => void;
  onGivenUp: () => void;
}

/**
 * Firefox ends the script of an add-on that is updated or removed with nothing said to it, and what it has drawn would
 * stay for ever: what is drawn goes by itself unless the script says again and again that it is there.
 */
const goneAfterMs = 8_000;
const beatEveryMs = 2_000;

/** Gives back what ends it. */
function keepShown(element: HTMLElement, view: Window): () => void {
  // Cut away as well: what is only not seen could still be in the way of a click.
  const shown = { opacity: 1, clipPath: 'none' };
  const fading = element.animate([shown, { opacity: 0, clipPath: 'inset(100%)' }], {
    duration: goneAfterMs,
    easing: 'step-end',
    fill: 'forwards',
  });
  const beat = view.setInterval(() => {
    fading.currentTime = 0;
    fading.play();
  }, beatEveryMs);
  return () => {
    view.clearInterval(beat);
    fading.cancel();
  };
}

function addStyles(doc: Document, root: ShadowRoot): void {
  try {
    // Of the document's own window: a sheet of another document is refused.
    const sheet = new (doc.defaultView as Window & typeof globalThis).CSSStyleSheet();
    sheet.replaceSync(styles);
    root.adoptedStyleSheets = [sheet];
  } catch {
    // Older Firefox refuses adopted sheets from content scripts; a <style> in a shadow root passes the page's policy too.
    root.append(make(doc, 'style', {}, styles));
  }
}

/** Makes a surface; it is in the page only between `mount` and `unmount`. */
export function createSurface(
  container: Element,
  language: string,
  { inDialog, onRepaired, onGivenUp }: SurfaceOptions,
): Surface {
  const doc = container.ownerDocument;
  const view = doc.defaultView as Window & typeof globalThis;
  // No id, no class, no name of ours: nothing to recognise but an empty div.
  const host = make(doc, 'div');
  const locked = [...lock, `position:${inDialog ? 'fixed' : 'absolute'}`].map((rule) => `${rule}!important`).join(';');
  host.style.cssText = locked;
  const root = host.attachShadow({ mode: 'closed' });
  addStyles(doc, root);
  const layer = make(doc, 'div', { class: 'layer', lang: language });
  root.append(layer);

  let letGo: (() => void) | null = null;
  let mounted = false;
  let repairs: number[] = [];
  const serialized = host.getAttribute('style');
  const attach = (): void => {
    container.append(host);
    if (!inDialog) return;
    host.popover = 'manual';
    if (!host.matches(':popover-open')) host.showPopover();
  };

  const repair = (): void => {
    if (!mounted) return;
    const away = parentOf(host) !== container;
    const names = host.getAttributeNames();
    const touched = host.getAttribute('style') !== serialized || names.length !== (inDialog ? 2 : 1);
    // A dialog that left the page took its host along: nothing to repair.
    if ((!away && !touched) || !container.isConnected) return;
    const now = view.performance.now();
    repairs = repairs.filter((at) => now - at < repairsWithinMs);
    if (repairs.length >= mostRepairs) {
      unmount();
      onGivenUp();
      return;
    }
    repairs.push(now);
    if (touched) {
      for (const name of names) if (name !== 'style' && name !== 'popover') host.removeAttribute(name);
      host.style.cssText = locked;
    }
    if (away || inDialog) attach();
    // Our own repair is no change of the page.
    attributes.takeRecords();
    places.takeRecords();
    onRepaired();
  };
  const attributes = new view.MutationObserver(repair);
  // Children of one element only: no subtree of the page is observed here.
  const places = new view.MutationObserver(repair);

  function unmount(): void {
    if (!mounted) return;
    mounted = false;
    attributes.disconnect();
    places.disconnect();
    letGo?.();
    host.remove();
  }

  return {
    host,
    layer,
    root,
    container,
    mount() {
      if (mounted) return;
      mounted = true;
      attach();
      if (import.meta.env.FIREFOX) letGo = keepShown(layer, view);
      attributes.observe(host, { attributes: true });
      places.observe(container, { childList: true });
    },
    unmount,
  };
}
