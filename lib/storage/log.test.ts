import { expect, test } from 'vitest';
import { logFileName, logLines } from '../exports/log.ts';
import type { LogEntry } from '../domain/stored.ts';
import { sealEntry, verifyLog } from './log.ts';

async function chain(length: number): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (let seq = 1; seq <= length; seq += 1) {
    const at = `2026-03-01T10:00:${String(seq).padStart(2, '0')}.000Z`;
    const previous = entries.at(-1)?.hash ?? null;
    entries.push(await sealEntry({ seq, at, region: 'us', kind: 'hold', data: { keys: [`k${seq}`] }, previous }));
  }
  return entries;
}
const endOf = (entries: LogEntry[]) => ({ seq: entries.length, hash: entries.at(-1)?.hash ?? null });

test('a log that nobody touched verifies, also an empty one', async () => {
  const entries = await chain(9);
  expect(await verifyLog(entries, endOf(entries))).toBeNull();
  expect(await verifyLog([], { seq: 0, hash: null })).toBeNull();
});

test('a long log says how far it is, and can be left', async () => {
  const entries = await chain(250);
  const told: number[] = [];
  expect(await verifyLog(entries, endOf(entries), (checked) => told.push(checked))).toBeNull();
  expect(told).toEqual([0, 100, 200]);
  const leave = (checked: number): void => {
    if (checked > 0) throw new Error('enough');
  };
  await expect(verifyLog(entries, endOf(entries), leave)).rejects.toThrow('enough');
});

test('the first broken entry is named: changed, taken out, put in, swapped, cut off', async () => {
  const entries = await chain(9);
  const end = endOf(entries);
  const changed = entries.with(4, { ...entries[4]!, data: { keys: ['other'] } });
  expect(await verifyLog(changed, end)).toBe(5);
  const backdated = entries.with(2, { ...entries[2]!, at: '2020-01-01T00:00:00.000Z' });
  expect(await verifyLog(backdated, end)).toBe(3);
  expect(await verifyLog(entries.toSpliced(3, 1), end)).toBe(4);
  expect(await verifyLog(entries.toSpliced(3, 0, entries[3]!), end)).toBe(5);
  expect(await verifyLog([entries[1]!, entries[0]!, ...entries.slice(2)], end)).toBe(1);
  expect(await verifyLog(entries.slice(0, 6), end)).toBe(7);
  expect(await verifyLog([], end)).toBe(1);
});

test('an entry that was changed and sealed again breaks the next one; at the end, the end', async () => {
  const entries = await chain(9);
  const { hash: _, ...open } = { ...entries[4]!, kind: 'kept' };
  expect(await verifyLog(entries.with(4, await sealEntry(open)), endOf(entries))).toBe(6);
  const { hash: __, ...last } = { ...entries[8]!, kind: 'kept' };
  expect(await verifyLog(entries.with(8, await sealEntry(last)), endOf(entries))).toBe(9);
});

test('as JSON Lines it can be verified by whoever has the file', async () => {
  const entries = await chain(3);
  const lines = logLines(entries).trimEnd().split('\n');
  expect(lines).toHaveLength(3);
  expect(Object.keys(JSON.parse(lines[0]!) as object)).toEqual([
    'seq',
    'at',
    'region',
    'kind',
    'data',
    'previous',
    'hash',
  ]);
  expect(await verifyLog(lines.map((line) => JSON.parse(line) as LogEntry))).toBeNull();
  expect(logFileName('2026-03-01T10:00:00.000Z')).toBe('keyholder-log-2026-03-01.jsonl');
});
