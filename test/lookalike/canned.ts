/** A server that answers every path with one document: for pages that PandaDoc's app would never send. */
import { createServer as createPlain, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer, request as ask } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { generate } from 'selfsigned';

export interface Canned {
  body: string;
  type?: string;
  status?: number;
  headers?: Record<string, string>;
}

export interface CannedServer {
  /** Over TLS, with a certificate made on the spot. */
  secure: number;
  /** Without. */
  plain: number;
  /** What is answered from now on. */
  answer(canned: Canned): void;
  close(): Promise<void>;
}

/**
 * Starts it; what it shall answer is said afterwards.
 *
 * @param behind port of a lookalike that answers what is no page: scripts, pictures and the API
 */
export async function startCanned(behind?: number): Promise<CannedServer> {
  let canned: Canned = { body: '' };
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'canned.test' }], { keySize: 2048 });
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (behind !== undefined && /^\/(static|media|api)\//.test(request.url ?? '')) {
      const { url: path, method, headers } = request;
      const onward = ask(
        { host: '127.0.0.1', port: behind, path, method, headers, rejectUnauthorized: false },
        (answered) => {
          response.writeHead(answered.statusCode ?? 502, answered.headers);
          answered.pipe(response);
        },
      );
      onward.on('error', () => response.destroy());
      request.pipe(onward);
      return;
    }
    const { body, type = 'text/html; charset=utf-8', status = 200, headers = {} } = canned;
    if (/\/favicon\.ico$/.test(request.url ?? '')) response.writeHead(204, {}).end();
    else response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', ...headers }).end(body);
  };
  const servers = [createServer({ key, cert }, answer), createPlain(answer)] as const;
  const listen = (server: Server): Promise<number> =>
    new Promise((resolve) => {
      server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
    });
  const [secure, plain] = await Promise.all([listen(servers[0]), listen(servers[1])]);
  return {
    secure,
    plain,
    answer: (next) => void (canned = next),
    async close() {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve()))));
    },
  };
}
