/** Rate groups and findings before and after, as lists under their headings. */
import type { ConsequencePart } from './consequence-text.ts';

export function ConsequenceList({ parts }: { parts: readonly ConsequencePart[] }) {
  return parts.map(({ title, lines }) => (
    <details class="consequences" key={title}>
      <summary>{title}</summary>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </details>
  ));
}
