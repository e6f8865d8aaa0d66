/**
 * A report as one HTML file: no script, nothing loaded, readable in light and dark, on a phone and on paper (A4 and
 * Letter). Its own policy forbids what is not in it, so that not even an escaping that failed could do anything.
 */
import { type Report, saidInReport, type ReportCell, type ReportTable } from '../domain/report.ts';

const style = `
:root{color-scheme:light dark;--ink:light-dark(#17202a,#e8edf2);--soft:light-dark(#55616e,#a4b0bc);--line:light-dark(#d5dae0,#39434d);--ground:light-dark(#fff,#14191e);--note:light-dark(#fff3e3,#36260f);--edge:light-dark(#b06a12,#f6b26b);--head:light-dark(#f2f4f6,#1e252c)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:2rem 1.5rem 3rem;background:var(--ground);color:var(--ink);font:15px/1.45 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.2;margin:0 0 1rem}
h2{font-size:1.15rem;line-height:1.25;margin:2rem 0 .5rem}
p{margin:.25rem 0}
.note{border:1px solid var(--edge);border-inline-start-width:5px;background:var(--note);border-radius:6px;padding:.75rem 1rem;margin:0 0 1.25rem}
.note h2{margin:0 0 .25rem}
.note ul{margin:.25rem 0 0;padding-inline-start:1.25rem}
dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.2rem 1rem;margin:0}
dt{color:var(--soft)}
dd{margin:0}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:.9rem;margin:.5rem 0 0}
th,td{text-align:start;vertical-align:top;padding:.4rem .5rem;border-bottom:1px solid var(--line)}
thead th{background:var(--head);font-weight:600}
.first :is(th,td):first-child{width:28%}
.first :is(th,td):nth-child(2){width:22%}
.first :is(th,td):last-child{width:22%}
.last :is(th,td):last-child{width:44%}
td strong,td span{display:block}
td span{color:var(--soft)}
td span:first-child{color:inherit}
footer{margin-top:2.5rem;padding-top:.75rem;border-top:1px solid var(--line);color:var(--soft);font-size:.85rem}
@media screen and (max-width:640px){body{padding:1rem}dl{grid-template-columns:1fr}dd{margin-bottom:.4rem}thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}table,tbody,tr,td{display:block;width:auto}table :is(th,td):nth-child(n){width:auto}tr{border-bottom:1px solid var(--line);padding:.5rem 0}td{border:0;padding:.15rem 0}td::before{content:attr(data-name);display:block;color:var(--soft);font-size:.8rem}}
@media print{:root{color-scheme:light}@page{margin:15mm 13mm}body{max-width:none;padding:0;font-size:10pt;print-color-adjust:exact}h1{font-size:16pt}h2{font-size:12pt;break-after:avoid}h1,h2,p{break-inside:avoid}footer{margin-top:4mm}table{font-size:8.5pt}thead{display:table-header-group}tr,.note,dl{break-inside:avoid}h2+p,h2+p+p,h2+p+p+p{break-after:avoid}}
`;

/** `'sha256-…'` of the style, which the file's own policy names. */
export async function styleSource(): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)));
  return `'sha256-${btoa(String.fromCharCode(...bytes))}'`;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text as HTML that shows exactly it, in an element or in a quoted attribute. */
export function htmlText(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => entities[mark]!);
}

/** The file in pieces of a row or less, to be put together. `source`: `styleSource()`; `instead`: see `saidInReport`. */
export function* htmlParts(report: Report, source: string, instead: string): Generator<string> {
  const say = (text: string): string => htmlText(saidInReport(text, instead));
  // A name in another direction turns itself, not its neighbours; an address breaks after its @ first.
  const free = (text: string): string => `<bdi>${say(text).replaceAll(/(?<=\S)@(?=\S)/g, '@<wbr>')}</bdi>`;
  const cellText = ({ strong, lines }: ReportCell, column: string): string => {
    const first = strong === null || strong === '' ? '' : `<strong>${free(strong)}</strong>`;
    const rest = lines.filter((line) => line !== '').map((line) => `<span>${free(line)}</span>`);
    return `<td data-name="${say(column)}">${first}${rest.join('')}</td>`;
  };

  yield `<!doctype html>\n<html lang="${say(report.language)}" dir="${report.direction}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src ${source}; base-uri 'none'; form-action 'none'">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n';
  yield `<title>${say(report.title)}</title>\n<style>${style}</style>\n</head>\n<body>\n<main>\n<h1>${free(report.title)}</h1>\n`;
  yield `<section class="note">\n<h2>${say(report.uncovered.heading)}</h2>\n<ul>\n`;
  for (const line of report.uncovered.lines) yield `<li>${free(line)}</li>\n`;
  yield '</ul>\n</section>\n<dl>\n';
  for (const { name, value } of report.facts) yield `<dt>${say(name)}</dt><dd>${free(value)}</dd>\n`;
  yield '</dl>\n';
  for (const table of report.tables) yield* tableParts(table);
  yield '</main>\n<footer>\n';
  for (const line of report.footer) yield `<p>${free(line)}</p>\n`;
  yield '</footer>\n</body>\n</html>\n';

  function* tableParts({ heading, about, columns, rows, longest = 'first' }: ReportTable): Generator<string> {
    yield `<section>\n<h2>${free(heading)}</h2>\n`;
    for (const line of about) yield `<p>${free(line)}</p>\n`;
    const heads = columns.map((column) => `<th scope="col">${say(column)}</th>`).join('');
    yield `<table${columns.length > 3 ? ` class="${longest}"` : ''}>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n`;
    for (const row of rows) yield `<tr>${row.map((cell, at) => cellText(cell, columns[at] ?? '')).join('')}</tr>\n`;
    yield '</tbody>\n</table>\n</section>\n';
  }
}
