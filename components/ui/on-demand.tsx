/** Views whose code comes when they are first shown: what nobody opens costs the opening of a page nothing. */
import { signal } from '@preact/signals';
import type { ComponentType, FunctionComponent } from 'preact';

/** A component that is loaded when it is wanted. */
export type OnDemand<P> = FunctionComponent<P> & {
  /** Begins to load, once; shown or not. */
  load(): void;
};

/** @param from brings the component; a bundle of its own, for the bundler to see, is `import()` with a plain text */
export function onDemand<P extends object>(from: () => Promise<ComponentType<P>>): OnDemand<P> {
  const loaded = signal<ComponentType<P> | null>(null);
  let begun = false;
  const load = (): void => {
    if (begun) return;
    begun = true;
    void from().then((component) => (loaded.value = component));
  };
  const shown: FunctionComponent<P> = (props) => {
    load();
    const View = loaded.value;
    return View && <View {...props} />;
  };
  return Object.assign(shown, { load });
}
