/**
 * Everything of ours that is shown inside PandaDoc's page. One host element with a closed shadow root for each document,
 * never a node inside the page's own elements.
 */
export { createOverlay } from './overlay.ts';
export type {
  BadgePart,
  NoticePart,
  Overlay,
  OverlayOptions,
  OwnerLinePart,
  WarningModel,
  WarningResult,
} from './types.ts';
