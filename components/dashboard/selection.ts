/** Which rows of a table are selected. No DOM. */
import { computed, type ReadonlySignal, signal } from '@preact/signals';

export interface Selection {
  /** What is selected and still there. */
  ids: ReadonlySignal<ReadonlySet<string>>;
  set(ids: readonly string[], on: boolean): void;
  clear(): void;
}

/** A selection among rows; what is deleted or merged away leaves it by itself. */
export function createSelection(rows: ReadonlySignal<readonly { id: string }[]>): Selection {
  const chosen = signal<ReadonlySet<string>>(new Set());
  const ids = computed((): ReadonlySet<string> => {
    if (chosen.value.size === 0) return chosen.value;
    return new Set(rows.value.flatMap(({ id }) => (chosen.value.has(id) ? [id] : [])));
  });
  return {
    ids,
    set(changed, on) {
      const next = new Set(ids.peek());
      for (const id of changed) {
        if (on) next.add(id);
        else next.delete(id);
      }
      chosen.value = next;
    },
    clear() {
      chosen.value = new Set();
    },
  };
}
