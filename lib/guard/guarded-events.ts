/** Events of a page that the guard hears first. */
export const guardedEvents = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'pointercancel',
  'click',
  'dblclick',
  'contextmenu',
  'keydown',
  'keyup',
  'submit',
  'focusin',
  'input',
  'change',
] as const;
