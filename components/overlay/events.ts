/** What of our own events would reach the page by bubbling: stopped at our root. Capturing listeners of the page see an
 * event of an anonymous host at most. */
const names = [
  'keydown keyup keypress beforeinput input change submit click dblclick auxclick contextmenu',
  'pointerdown pointerup pointermove mousedown mouseup mousemove mouseover mouseout touchstart touchend touchmove wheel',
  'focusin focusout paste copy cut dragstart selectstart compositionstart compositionend',
]
  .join(' ')
  .split(' ');

/** Keeps the events of everything in a root from bubbling into the page. */
export function keepEventsIn(root: ShadowRoot): void {
  const stop = (event: Event): void => event.stopPropagation();
  // Never prevents anything, so it may be passive, and scrolling stays smooth.
  for (const name of names) root.addEventListener(name, stop, { passive: true });
}
