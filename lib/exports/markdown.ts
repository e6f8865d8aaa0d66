/**
 * A report as Markdown, as GitHub, Confluence and the like read it. Names come from PandaDoc and from people: whatever
 * could be markup in them is escaped, so that a name is never a link, a heading, a table cell of its own or a tag.
 */
import { type Report, saidInReport, type ReportCell } from '../domain/report.ts';

/** Characters that mean something to Markdown wherever they stand. */
const marks = /[\\`*_{}[\]<>|#~&!$^]/g;

/** One text as Markdown that shows exactly it, in one line. */
export function markdownText(text: string): string {
  return (
    text
      .replace(marks, String.raw`\$&`)
      // GitHub makes links of bare addresses: what is no address any more is none.
      .replace(/:\/\//g, String.raw`\://`)
      .replace(/\b(www)\./gi, String.raw`$1\.`)
      // At the start of a line these would begin a list, a rule or a heading.
      .replace(/^[-+=]/, String.raw`\$&`)
      .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
  );
}

/** The file in pieces of a row or less, to be put together. `instead`: see `saidInReport`. */
export function* markdownParts(report: Report, instead: string): Generator<string> {
  const say = (text: string): string => markdownText(saidInReport(text, instead));
  const cellText = ({ strong, lines }: ReportCell): string =>
    [...(strong === null ? [] : [`**${say(strong)}**`]), ...lines.map(say)].filter((line) => line !== '').join('<br>');

  yield `# ${say(report.title)}\n\n`;
  yield `## ${say(report.uncovered.heading)}\n\n`;
  for (const line of report.uncovered.lines) yield `- ${say(line)}\n`;
  yield '\n';
  for (const { name, value } of report.facts) yield `- **${say(name)}:** ${say(value)}\n`;
  for (const table of report.tables) {
    yield `\n## ${say(table.heading)}\n\n`;
    for (const line of table.about) yield `${say(line)}\n\n`;
    yield `| ${table.columns.map(say).join(' | ')} |\n|${table.columns.map(() => ' --- |').join('')}\n`;
    for (const row of table.rows) yield `| ${row.map(cellText).join(' | ')} |\n`;
  }
  yield '\n---\n\n';
  for (const line of report.footer) yield `${say(line)}\n\n`;
}
