/**
 * The only way out of the test browser: a CONNECT proxy that leads PandaDoc's two hosts to the lookalike, refuses every
 * other host and remembers who was asked for. What is in its log left the browser; what is not, did not.
 */
import { createServer, request as ask } from 'node:http';
import { type AddressInfo, type Socket, connect } from 'node:net';

export interface Asked {
  host: string;
  at: number;
}

export interface Proxy {
  /** For the browser: everything goes through here, loopback too. */
  args: string[];
  /** Where it listens on this machine. */
  port: number;
  /** Every host that anything in the browser tried to reach, oldest first. */
  asked: Asked[];
  /**
   * From now on `host:port` is answered by the server on a port of this machine, and connections to it are made anew. What
   * a test leads somewhere is not in `asked`.
   */
  lead(target: string, port: number): void;
  close(): Promise<void>;
}

/** Starts the proxy; `hosts` are answered by the server on `port` of this machine. */
export async function startProxy(hosts: readonly string[], port: number): Promise<Proxy> {
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  const led = new Map<string, number>();
  const tunnels = new Map<Socket, string>();
  const server = createServer((request, response) => {
    const url = URL.canParse(request.url ?? '') ? new URL(request.url!) : null;
    const to = url && led.get(`${url.hostname}:${url.port || '80'}`);
    if (to) {
      const { method, headers } = request;
      const onward = ask(
        { host: '127.0.0.1', port: to, path: url.pathname + url.search, method, headers },
        (answer) => {
          response.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(response);
        },
      );
      onward.on('error', () => response.destroy());
      request.pipe(onward);
      return;
    }
    // Plain http, or somebody who talks to the proxy itself.
    asked.push({ host: request.url ?? request.headers.host ?? '?', at: performance.now() });
    response.writeHead(502).end();
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('connect', (request, client: Socket, head) => {
    const target = request.url ?? '';
    const to = led.get(target);
    if (to === undefined) asked.push({ host: target, at: performance.now() });
    client.on('error', () => client.destroy());
    if (to === undefined && !hosts.some((host) => target === `${host}:443`)) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(to ?? port, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    sockets.add(upstream);
    tunnels.set(upstream, target);
    upstream.on('close', () => {
      sockets.delete(upstream);
      tunnels.delete(upstream);
      client.destroy();
    });
    upstream.on('error', () => client.destroy());
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port: own } = server.address() as AddressInfo;
  return {
    args: [`--proxy-server=http://127.0.0.1:${own}`, '--proxy-bypass-list=<-loopback>'],
    port: own,
    asked,
    lead(target, to) {
      led.set(target, to);
      for (const [socket, of] of tunnels) if (of === target) socket.destroy();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
