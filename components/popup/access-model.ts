/** Whether the browser lets Keyholder work on PandaDoc's sites: people can refuse that, and take it back, at any time. */
import { type ReadonlySignal, signal } from '@preact/signals';

/** The browser's permissions for PandaDoc's sites; the entrypoint wires them. */
export interface Sites {
  /** Match patterns, one for each site. */
  readonly all: readonly string[];
  has(site: string): Promise<boolean>;
  /** Has to be called within a click, before anything is awaited. */
  request(sites: string[]): Promise<boolean>;
  /** Calls back whenever something was granted or taken back. */
  onChange(callback: () => void): void;
}

export interface AccessModel {
  /** The sites that Keyholder may not see. */
  missing: ReadonlySignal<readonly string[]>;
  /** Asks the browser to ask the admin; from a click only. */
  ask(): Promise<void>;
  start(): Promise<void>;
}

/** Makes the model; `changed` is called after access was granted or taken back. */
export function createAccessModel(sites: Sites, changed: () => void): AccessModel {
  const missing = signal<readonly string[]>([]);
  const look = async (): Promise<void> => {
    const granted = await Promise.all(sites.all.map((site) => sites.has(site)));
    missing.value = sites.all.filter((_, index) => !granted[index]);
  };
  return {
    missing,
    async ask() {
      try {
        await sites.request([...missing.value]);
      } catch {
        // A browser that will not even ask: the sentence stays, and so does its button.
      }
      // What counts is what is granted now, whatever the answer was called.
      await look();
    },
    async start() {
      sites.onChange(() => void look().then(changed));
      await look();
    },
  };
}
