/** Events of a page that the guard hears first. */
export const guardedEvents = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'pointerup',
  'mouseup',
  'touchend',
  'pointercancel',
  'dragstart',
  'drop',
  'click',
  'dblclick',
  'contextmenu',
  'keydown',
  'keyup',
  'submit',
  'focusin',
  'blur',
  'focusout',
  'input',
  'change',
] as const;

/** Events of a frame are instances of the frame's classes, so their type tells. */
export function isKeyboard(event: Event): event is KeyboardEvent {
  return event.type === 'keydown' || event.type === 'keyup';
}
