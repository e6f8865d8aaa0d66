/** Telling everybody else that the mapping changed: counts only, since `storage.local` is open to content scripts. */
import type { Revisions } from './repository.ts';

export const channelName = 'keyholder';
export const demoChannelName = 'keyholder-demo';
/** The key in `storage.local` that content scripts watch. */
export const revisionKey = 'revision';

/** Tells pages of ours by a channel; without one, they read anew when they are opened again. */
function onChannel(name: string): (revision: Revisions) => void {
  let channel: BroadcastChannel | null = null;
  return (revision) => {
    try {
      channel ??= new BroadcastChannel(name);
      channel.postMessage({ revision });
    } catch {
      // What is written is written, whoever hears of it.
    }
  };
}

/** A function that tells pages of the demo organization; nobody else is told, since nothing of theirs changed. */
export function demoTeller(): (revision: Revisions) => void {
  return onChannel(demoChannelName);
}

/** The part of `browser.storage.local` that telling needs. */
export interface LocalArea {
  set(items: Record<string, unknown>): Promise<void>;
}

/** A function that tells pages of ours by channel and content scripts by `storage.local`; it never fails. */
export function teller(local: LocalArea): (revision: Revisions) => void {
  const tellPages = onChannel(channelName);
  return (revision) => {
    tellPages(revision);
    // A full disk here must not undo what is written already; the next change tells again.
    local.set({ [revisionKey]: revision }).catch(() => undefined);
  };
}
