/** What takes long waits for the first frame: whoever opens something sees it before everything is worked out. */
import { useEffect, useState } from 'preact/hooks';

/** `false` until the component's first drawing is on the screen, `true` from then on. */
export function useAfterPaint(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // A frame begins before it is drawn; what a timer does then comes after the drawing.
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => setPainted(true))));
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, []);
  return painted;
}
