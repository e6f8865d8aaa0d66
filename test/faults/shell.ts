/** The app's first page, and the same with what a page may have planted in it before the first script of ours. */
import { get } from 'node:https';

/** The app's page as the lookalike on this port sends it. */
export function shell(port: number): Promise<{ html: string; headers: Record<string, string> }> {
  const options = {
    host: '127.0.0.1',
    port,
    path: '/a/',
    headers: { host: 'app.pandadoc.com' },
    rejectUnauthorized: false,
  };
  return new Promise((resolve, reject) => {
    get(options, (response) => {
      let html = '';
      response.setEncoding('utf8').on('data', (part: string) => (html += part));
      response.on('end', () => {
        const { 'content-type': type = '', 'content-security-policy': policy } = response.headers;
        const headers = { 'content-type': type, ...(policy && { 'content-security-policy': String(policy) }) };
        resolve({ html, headers });
      });
    }).on('error', reject);
  });
}

/** With forms that take the names `browser` and `chrome`. */
export function clobbered(html: string): string {
  const planted = ['browser', 'chrome']
    .map((name) => `<form id="${name}"><input name="runtime" id="x"><input name="storage"></form>`)
    .join('');
  return html.replace(/<body[^>]*>/, (body) => `${body}${planted}`);
}
