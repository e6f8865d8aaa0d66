/**
 * What a trace of the browser says about one extension: time of scripts that name its address, outermost calls only, so that
 * what one function calls is not counted twice. The clock is the thread's own where the trace has it.
 */
import type { CDPSession } from 'playwright-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  tdur?: number;
  args?: Record<string, unknown>;
}

const categories = ['devtools.timeline', 'v8.execute', 'disabled-by-default-v8.compile'];
/** Who forced a layout; costs something itself, so it is on only where that is asked. */
const stacks = 'disabled-by-default-devtools.timeline.stack';

const counted = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile', 'TimerFire']);

export interface Attributed {
  /** Milliseconds. */
  ms: number;
  /** The longest single call. */
  longestMs: number;
  calls: number;
  /** Layouts that the extension's own code asked for. */
  layouts: number;
}

/** Starts a trace. @returns ends it, and gives its events */
export async function startTrace(session: CDPSession, withStacks = false): Promise<() => Promise<TraceEvent[]>> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: withStacks ? [...categories, stacks] : categories },
  });
  return async () => {
    const complete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
    await session.send('Tracing.end');
    await complete;
    return events;
  };
}

/** What an extension did. @param origin `chrome-extension://<id>` */
export function attributedTo(origin: string, events: readonly TraceEvent[]): Attributed {
  const names = (event: TraceEvent): boolean => JSON.stringify(event.args ?? {}).includes(origin);
  const found: Attributed = { ms: 0, longestMs: 0, calls: 0, layouts: 0 };
  const ends = new Map<string, number>();
  const complete = events.filter(({ ph }) => ph === 'X').sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  for (const event of complete) {
    if ((event.name === 'Layout' || event.name === 'UpdateLayoutTree') && names(event)) found.layouts += 1;
    if (!counted.has(event.name) || !names(event)) continue;
    const thread = `${String(event.pid)} ${String(event.tid)}`;
    if (event.ts < (ends.get(thread) ?? 0)) continue;
    ends.set(thread, event.ts + (event.dur ?? 0));
    const ms = (event.tdur ?? event.dur ?? 0) / 1000;
    found.ms += ms;
    found.longestMs = Math.max(found.longestMs, ms);
    found.calls += 1;
  }
  return found;
}

/** Those events that happen while an event of this name lasts, on its thread. */
export function insideOf(events: readonly TraceEvent[], name: string): TraceEvent[] {
  const around = events.filter((event) => event.ph === 'X' && event.name === name);
  return events.filter((event) =>
    around.some(
      ({ tid, pid, ts, dur = 0 }) => event.tid === tid && event.pid === pid && event.ts >= ts && event.ts <= ts + dur,
    ),
  );
}
