import type { Overlay, OverlayOptions } from './types.ts';

/** Makes the overlay of one document. Nothing is inserted before there is something to show. */
export function createOverlay(_doc: Document, _options: OverlayOptions): Overlay {
  return {
    setBadges() {},
    setOwnerLines() {},
    setNotices() {},
    warn: () => Promise.resolve({ choice: 'keep' }),
    warningOpen: false,
    refresh() {},
    owns: () => false,
    destroy() {},
  };
}
