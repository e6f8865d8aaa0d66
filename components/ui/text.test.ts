import { expect, test } from 'vitest';
import { readdirSync, readFileSync } from 'node:fs';
import { numberText, plural, readTextsFrom } from './text.ts';

const folder = new URL('../../public/_locales/', import.meta.url);

test.each(readdirSync(folder))('numbers and counts are written as "%s" writes them, small ones too', (language) => {
  const messages = JSON.parse(readFileSync(new URL(`${language}/messages.json`, folder), 'utf8')) as Record<
    string,
    { message: string } | undefined
  >;
  readTextsFrom((key, values = []) =>
    (messages[key]?.message ?? '').replace(/\$(\d)/gu, (_, at: string) => values[Number(at) - 1] ?? ''),
  );
  const format = new Intl.NumberFormat(messages['locale']!.message);
  for (const value of [...Array(1_002).keys(), -1, -1_000, 0.5, 12.25, 12_345, 1e9])
    expect(numberText(value)).toBe(format.format(value));
  expect(plural('overlay_users', 1)).not.toBe(plural('overlay_users', 2).replace('2', '1'));
  expect(plural('overlay_users', 1_234)).toContain(format.format(1_234));
});
