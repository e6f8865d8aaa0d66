/** The power cut: every process of one browser ended at once, with nothing said to any of them. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { until } from '../e2e/support/until.ts';

function processesOf(profile: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      if (pid === process.pid) return false;
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(profile);
      } catch {
        // Gone between the listing and the look.
        return false;
      }
    });
}

/** Kills whatever was started on this profile, and gives back when nothing of it runs any more. */
export async function killBrowser(profile: string): Promise<void> {
  await until(
    () => {
      const left = processesOf(profile);
      for (const pid of left) {
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // Ended by itself meanwhile.
        }
      }
      return left.length === 0;
    },
    { what: 'the browser to be gone' },
  );
  for (const name of readdirSync(profile)) {
    if (name.startsWith('Singleton')) rmSync(path.join(profile, name), { force: true });
  }
}
