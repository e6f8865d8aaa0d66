/**
 * Prints the JSON Schema of snapshot files, as it ships inside the extension; `--write` brings the shipped file up to date.
 *
 *   npm run schema
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { snapshotSchema } from '../../lib/imports/snapshot-file-schema.ts';
import { z } from '../../lib/messages/z.ts';
import { root } from './house.ts';

export const schemaFile = 'public/schema/keyholder.snapshot-1.json';

/** The schema as text. */
export function schemaText(): string {
  const { $schema, ...schema } = z.toJSONSchema(snapshotSchema);
  const whole = {
    $schema,
    $id: 'keyholder.snapshot-1.json',
    title: 'Keyholder snapshot, version 1',
    description:
      'A dated copy of one organization’s mapping of API keys. `null` means not known. `digest` is the SHA-256 of the RFC 8785 form of the document without `digest`.',
    ...schema,
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--write')) writeFileSync(path.join(root, schemaFile), schemaText());
  else process.stdout.write(schemaText());
}
