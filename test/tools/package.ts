/**
 * `npm run check`, last part: the packages for the stores.
 *
 * - `web-ext lint` on the Firefox package: no error, and no warning but those that are explained here.
 * - The sources package, unpacked in another folder and built in another environment, makes the same three packages,
 *   byte for byte: what a reviewer does, and two clean builds at once.
 *
 *   node test/tools/package.ts
 */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';
import { root } from './house.ts';

/** Warnings of the linter that are not about us; everything else is a fault. */
const explained: { code: string; file: RegExp; most: number; why: string }[] = [
  {
    code: 'UNSAFE_VAR_ASSIGNMENT',
    file: /^chunks\/[\w-]+\.js$/,
    most: 1,
    why: 'Preact’s dangerouslySetInnerHTML, which nobody here uses (test/contracts/sources.test.ts)',
  },
  {
    code: 'KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION',
    file: /^manifest\.json$/,
    most: 1,
    why: 'the add-on is not offered for Android: there is no gecko_android in the manifest',
  },
];

interface Finding {
  code: string;
  message: string;
  file?: string;
  line?: number;
}

const bin = (name: string, file: string): string => path.join(root, 'node_modules', name, file);

/** Complaints of the linter about the built Firefox package. */
function lint(): string[] {
  let output: string;
  const args = [bin('web-ext', 'bin/web-ext.js'), 'lint', '--source-dir', path.join(root, '.output/firefox-mv3')];
  try {
    output = execFileSync(process.execPath, [...args, '--output', 'json', '--no-config-discovery'], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  } catch (error) {
    // It ends with 1 where it found errors; they are in what it printed.
    output = (error as { stdout: string }).stdout;
  }
  const { errors, warnings } = JSON.parse(output) as { errors: Finding[]; warnings: Finding[] };
  const left = new Map(explained.map((each) => [each, each.most]));
  const ours = warnings.filter(({ code, file }) => {
    const known = explained.find((each) => each.code === code && each.file.test(file ?? ''));
    const more = known ? left.get(known)! : 0;
    if (!known || more === 0) return true;
    left.set(known, more - 1);
    console.log(`  ${code} in ${file ?? '?'}: ${known.why}.`);
    return false;
  });
  return [...errors, ...ours].map((each) => `${each.file ?? '?'}:${each.line ?? 0} ${each.code}: ${each.message}`);
}

/** The files of a zip archive, by name (no more of the format than what WXT writes). */
function* unzip(archive: Buffer): Generator<[name: string, content: Buffer]> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const method = archive.readUInt16LE(at + 10);
    const size = archive.readUInt32LE(at + 20);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const packed = archive.subarray(start, start + size);
    if (!name.endsWith('/')) yield [name, method === 0 ? packed : inflateRawSync(packed)];
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

/** `wxt zip` for one browser, in a folder and an environment. */
function zip(folder: string, browser: string, env: NodeJS.ProcessEnv = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bin('wxt', 'bin/wxt.mjs'), 'zip', '-b', browser], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`wxt zip -b ${browser} ended with ${code} in ${folder}.`));
    });
  });
}

/** Complaints about packages that are not the same when they are built from the sources package elsewhere. */
async function rebuild(): Promise<string[]> {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<string, string>;
  const packages = ['chrome', 'firefox', 'sources'].map((kind) => `.output/${name}-${version}-${kind}.zip`);
  const read = (folder: string): Buffer[] => packages.map((file) => readFileSync(path.join(folder, file)));
  const folder = mkdtempSync(path.join(tmpdir(), 'keyholder-sources-'));
  try {
    const first = read(root);
    for (const [file, content] of unzip(first[2]!)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), content);
    }
    // The same packages as locked: `npm ci` would bring nothing else.
    symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
    const elsewhere = { NODE_ENV: 'development', TZ: 'Pacific/Auckland', LANG: 'tr_TR.UTF-8' };
    await zip(folder, 'chrome', elsewhere);
    await zip(folder, 'firefox', elsewhere);
    const second = read(folder);
    return packages
      .filter((_, index) => !first[index]!.equals(second[index]!))
      .map((file) => `${file} is another one when it is built from the sources package.`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await zip(root, 'chrome');
await zip(root, 'firefox');
const complaints = [...lint(), ...(await rebuild())];
for (const complaint of complaints) console.error(complaint);
process.exit(complaints.length > 0 ? 1 : 0);
