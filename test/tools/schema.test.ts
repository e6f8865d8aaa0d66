import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { root } from './house.ts';
import { schemaFile, schemaText } from './schema.ts';

test('the shipped schema is the one that files are read by', () => {
  const shipped = JSON.parse(readFileSync(path.join(root, schemaFile), 'utf8')) as unknown;
  expect(shipped, 'run `npm run schema -- --write`').toEqual(JSON.parse(schemaText()));
});

test('it promises every field of a snapshot, and nothing else', () => {
  const schema = JSON.parse(schemaText()) as {
    required: string[];
    additionalProperties: boolean;
    properties: Record<string, { items?: { required: string[]; additionalProperties: boolean } }>;
  };
  expect(schema.additionalProperties).toBe(false);
  expect(schema.required.sort()).toEqual(
    'coverage,digest,findings,format,id,keys,label,memberships,organization,previous,region,takenAt,users,version,workspaces'.split(
      ',',
    ),
  );
  expect(schema.properties.keys?.items?.required).toEqual(
    'id,workspaceId,type,label,hint,status,generation,ownerId,createdOn,rotatedOn,verifiedOn,rotationDays,usedBy,demand,notes,provenance'.split(
      ',',
    ),
  );
});
