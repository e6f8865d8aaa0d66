import { existsSync } from 'node:fs';

export function findChromium(): string | undefined {
  return ['/usr/bin/chromium'].find((path) => existsSync(path));
}
