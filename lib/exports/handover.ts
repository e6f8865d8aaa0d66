/**
 * A handover as a file: Markdown to be pasted into a ticket, and JSON for other tools. The words come in ready, since they
 * are the reader's language; what stands in PandaDoc's names is made harmless here.
 */
import type { Handover, HandoverPlan } from '../domain/handover.ts';
import type { HandoverDocument } from '../domain/handover-document.ts';
import type { Instant } from '../domain/words.ts';

/** One line of text as Markdown shows it literally: no heading, list, link, code or HTML of a name's making. */
export function plainMarkdown(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<>|~#&]/gu, (mark) => (mark === '&' ? '&amp;' : mark === '<' ? '&lt;' : `\\${mark}`))
    .replace(/^([-+]|\d+[.)])(?=\s|$)/u, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);
}

/** The document as Markdown, with boxes to tick. */
export function handoverMarkdown({ title, facts, sections, foot }: HandoverDocument): string {
  const lines = [`# ${plainMarkdown(title)}`, '', ...facts.flatMap((fact) => [plainMarkdown(fact), ''])];
  for (const section of sections) {
    lines.push(`## ${plainMarkdown(section.title)}`, '');
    for (const paragraph of section.paragraphs) lines.push(plainMarkdown(paragraph), '');
    for (const point of section.points) lines.push(`- ${plainMarkdown(point)}`);
    if (section.points.length > 0) lines.push('');
    for (const { done, text } of section.steps) lines.push(`- [${done ? 'x' : ' '}] ${plainMarkdown(text)}`);
    if (section.steps.length > 0) lines.push('');
  }
  lines.push('---', '', plainMarkdown(foot), '');
  return lines.join('\n');
}

export const handoverFormat = 'keyholder.handover';

/** The plan as JSON: ids are those of a snapshot of the same organization. */
export function handoverJson(plan: HandoverPlan, madeAt: Instant): string {
  const { id, region, organizationId, startedAt, origin, action, only, closedAt }: Handover = plan.handover;
  const document = {
    format: handoverFormat,
    version: 1,
    madeAt,
    id,
    region,
    organizationId,
    startedAt,
    origin,
    action,
    only,
    closedAt,
    state: plan.state,
    done: plan.done,
    total: plan.total,
    impact: plan.impact,
    obstacles: plan.obstacles,
    keys: plan.keys,
    finish: plan.finish,
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

/** `keyholder-handover-<region>-<YYYY-MM-DD>.<ext>`. */
export function handoverFileName(
  { region }: Pick<Handover, 'region'>,
  madeAt: Instant,
  extension: 'md' | 'json',
): string {
  return `keyholder-handover-${region}-${madeAt.slice(0, 10)}.${extension}`;
}
