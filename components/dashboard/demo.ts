/** What the dashboard can do with the demo organization; the entrypoint brings it. */
export interface Demo {
  /** Whether this page shows it. */
  active: boolean;
  /** Opens it, made anew where there is none. */
  open(): void;
  /** Back to what is real; what was tried stays for the next time. */
  leave(): void;
  /** Takes it away for good, and goes back to what is real. */
  remove(): Promise<void>;
  /** Whether one is there. */
  exists(): Promise<boolean>;
  /** Opens the popup over it, as a page. */
  popup: string;
}

/** Where there is none: a harness, or a page that only shows. */
export const noDemo: Demo = {
  active: false,
  open: () => undefined,
  leave: () => undefined,
  remove: () => Promise.resolve(),
  exists: () => Promise.resolve(false),
  popup: '',
};
