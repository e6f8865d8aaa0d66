/** Where a fact comes from, beside the fact. */
import type { Source } from '../../lib/domain/facts.ts';
import type { Provenance } from '../../lib/domain/mapping.ts';
import { dateText } from './format.ts';
import { type MessageKey, t } from './text.ts';

const keys = {
  entered: 'source_entered',
  import: 'source_import',
  page: 'source_page',
  inferred: 'source_inferred',
} as const satisfies Record<Source, MessageKey>;

/** `entered on 3 May 2026`, …; `null` where nobody has said anything. */
export function sourceText(provenance: Pick<Provenance, 'source' | 'at'> | null | undefined): string | null {
  return provenance ? t(keys[provenance.source], dateText(provenance.at)) : null;
}
