/** Placing a popover beside its button: below where there is room, else above; never outside the window. */

const gap = 4;
const margin = 8;

/** Shows the popover in the top layer next to the anchor, at its start side in the direction of the text. */
export function showBeside(popover: HTMLElement, anchor: Element): void {
  popover.showPopover();
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const { clientWidth: viewWidth, clientHeight: viewHeight } = document.documentElement;
  const rtl = getComputedStyle(anchor).direction === 'rtl';
  const left = rtl ? at.right - width : at.left;
  const below = at.bottom + gap;
  const top = below + height <= viewHeight - margin ? below : at.top - gap - height;
  const within = (value: number, size: number, view: number): number =>
    Math.max(margin, Math.min(value, view - size - margin));
  popover.style.left = `${within(left, width, viewWidth)}px`;
  popover.style.top = `${within(top, height, viewHeight)}px`;
}
