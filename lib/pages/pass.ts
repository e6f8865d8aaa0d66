/**
 * One pass over a page: while it lasts the page cannot change, so what was worked out once holds. Everything is forgotten
 * with it; what is kept from one pass to the next is kept by what it was made of (`people.ts`).
 */
let pass: Map<unknown, unknown> | null = null;

/** Runs something that does not wait and reads the page more than once. A pass inside a pass is the same pass. */
export function inOnePass<T>(run: () => T): T {
  if (pass) return run();
  pass = new Map();
  try {
    return run();
  } finally {
    pass = null;
  }
}

/** Runs something that lets the page run, from within a pass or not: what was worked out before counts no more. */
export function outsideOfPass<T>(run: () => T): T {
  const outer = pass;
  pass = null;
  try {
    return run();
  } finally {
    pass = outer && new Map();
  }
}

type Known<K extends object, V> = WeakMap<K, { value: V }>;

/** Makes a function of one element that is worked out once for each element of a pass, and each time outside of one. */
export function oncePerPass<K extends object, V>(work: (key: K) => V): (key: K) => V {
  const once = (key: K): V => {
    if (!pass) return work(key);
    let known = pass.get(once) as Known<K, V> | undefined;
    if (!known) pass.set(once, (known = new WeakMap()));
    let entry = known.get(key);
    if (!entry) known.set(key, (entry = { value: work(key) }));
    return entry.value;
  };
  return once;
}

/** Whether this pass has an answer already. */
export function workedOut<K extends object, V>(once: (key: K) => V, key: K): boolean {
  return (pass?.get(once) as Known<K, V> | undefined)?.has(key) ?? false;
}

/** Whether a pass is under way. */
export function passing(): boolean {
  return pass !== null;
}

/** What was worked out of texts, kept as long as the pass; `null` outside of one. */
export function passMap<V>(name: string): Map<string, V> | null {
  if (!pass) return null;
  let known = pass.get(name) as Map<string, V> | undefined;
  if (!known) pass.set(name, (known = new Map()));
  return known;
}
