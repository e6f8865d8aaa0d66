/** Findings for a part of a page that is there whatever is looked at: worked out after the first frame, a little at a time. */
import { useEffect, useState } from 'preact/hooks';
import { useAfterPaint } from './after-paint.ts';
import type { Estate } from './estate.ts';
import type { FindingsView } from './finding-rows.ts';

/** `null` until they are known. */
export function usePreparedFindings(estate: Estate): FindingsView | null {
  const painted = useAfterPaint();
  const [prepared, setPrepared] = useState(false);
  const ready = estate.state.value === 'ready';
  useEffect(() => {
    if (painted && ready) void estate.prepareFindings().then(() => setPrepared(true));
  }, [painted, ready]);
  return prepared ? estate.findings.value : null;
}
