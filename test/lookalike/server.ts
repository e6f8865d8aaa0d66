import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { setTimeout as delay } from 'node:timers/promises';
import { generate } from 'selfsigned';
import { answerApi } from './backend/api.ts';
import { avatarSvg } from './backend/avatars.ts';
import { ApiError, SENTENCES } from './backend/errors.ts';
import { Recorder } from './backend/recorder.ts';
import type { PlannedFailure, Recorded } from './backend/recorder.ts';
import { OrganizationState } from './backend/state.ts';
import type { LookalikeState } from './backend/state.ts';
import { withCrowd } from './organizations/crowd.ts';
import { northwind } from './organizations/demo.ts';
import { northwindEurope } from './organizations/europe.ts';
import type { Region } from './organizations/types.ts';

export type { PlannedFailure, Recorded } from './backend/recorder.ts';
export type { LookalikeState } from './backend/state.ts';
export { OrganizationState } from './backend/state.ts';
export type * from './organizations/types.ts';

/** Hosts that the lookalike answers for (section 1.1); every other host gets the data of app.pandadoc.com. */
export const HOSTS = { us: 'app.pandadoc.com', eu: 'app.pandadoc.eu' } as const satisfies Record<Region, string>;

/** How to start the lookalike. */
export interface LookalikeOptions {
  /** Folder under `skins/` or under `test/skins/`; it has to be built. */
  readonly skin?: string;
  /** So many more people in the first workspace of app.pandadoc.com, none of whom owns anything. */
  readonly crowd?: number;
  /** 0 takes a free port. */
  readonly port?: number;
  /** Interface language of all users at the start: `en` or `de`. */
  readonly interfaceLanguage?: string;
  /** Added to every answer of the API. */
  readonly latencyMs?: number;
  /** Sends a strict Content-Security-Policy with Trusted Types; on unless told. */
  readonly csp?: boolean;
}

/** A running lookalike. */
export interface Lookalike {
  readonly port: number;
  /** `https://127.0.0.1:<port>`; the two hosts are reached by leading them here. */
  readonly origin: string;
  /** For the browser's `--host-resolver-rules`: leads both hosts to this server. */
  readonly hostResolverRules: string;
  /** What the back end knows. Replaced by `reset()`: do not keep a copy. */
  readonly state: LookalikeState;
  /** Every request so far, oldest first. */
  requests(): Recorded[];
  /** Plans a fault for the next matching request. */
  failNext(plan: PlannedFailure): void;
  /** Changes the delay of every later answer of the API. */
  setLatency(ms: number): void;
  /** Seeds both regions anew; forgets requests and planned faults. */
  reset(): void;
  /** Signs this user in, in the region that knows the id, in all tabs. */
  signInAs(userId: string): void;
  close(): Promise<void>;
}

/** The part of a skin that renders its pages on the server, without a build: `test/skins/<name>/server.ts`. */
interface Renderer {
  answer(
    organization: OrganizationState,
    asked: {
      readonly method: string;
      readonly path: string;
      readonly query: URLSearchParams;
      readonly form: URLSearchParams;
      readonly call: (method: string, path: string, query: URLSearchParams, body: unknown) => unknown;
    },
  ): { readonly status: number; readonly html: string } | { readonly location: string };
}

const HERE = fileURLToPath(new URL('.', import.meta.url));

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.map': 'application/json',
};

/** A strict policy; PandaDoc's own is not known (section 4), so the hardest plausible one is taken. */
const contentSecurityPolicy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
  ].join('; ');

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString('utf8');
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A page for recipients or of the editor: same host, not the app (section 1.2, last row). */
const foreignPage = (title: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>` +
  `<body><main><h1>${escapeHtml(title)}</h1><p>Prepared for you by Dana Okafor, dana.okafor@northwind.example.</p>` +
  '<button type="button" id="dialogPrimaryButton">Start</button> <button type="button">Remove</button></main></body></html>';

/** Starts the lookalike over TLS on 127.0.0.1 with a certificate made on the spot. */
export async function startLookalike(options: LookalikeOptions = {}): Promise<Lookalike> {
  const { skin = 'styled', interfaceLanguage = 'en', csp = true } = options;
  let latencyMs = options.latencyMs ?? 0;
  // One that renders on the server needs no build.
  const rendering = join(HERE, '../skins', skin, 'server.ts');
  const renderer = existsSync(rendering) ? ((await import(rendering)) as Renderer) : null;
  const built = [join(HERE, 'dist', skin), join(HERE, '../skins/dist', skin)].find((folder) =>
    existsSync(join(folder, 'index.html')),
  );
  const dist = renderer === null ? built : join(HERE, '../skins', skin);
  if (dist === undefined) {
    throw new Error(`The skin "${skin}" is not built: run "npm run build" in test/lookalike or test/skins first.`);
  }
  const shell = renderer === null ? await readFile(join(dist, 'index.html'), 'utf8') : '';

  const recorder = new Recorder();
  const us = options.crowd === undefined ? northwind : withCrowd(northwind, options.crowd);
  const seedState = (): LookalikeState => ({
    us: new OrganizationState(us, interfaceLanguage),
    eu: new OrganizationState(northwindEurope, interfaceLanguage),
  });
  let state = seedState();

  const sendApi = async (response: ServerResponse, url: URL, region: Region, recorded: Recorded): Promise<void> => {
    const send = (status: number, body: unknown): void => {
      recorded.status = status;
      response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      response.end(body === null || body === undefined || status === 204 ? undefined : JSON.stringify(body));
    };
    const failure = recorder.takeFailure(recorded.method, `${url.pathname}${url.search}`);
    if (failure?.hang === true) return;
    await delay(latencyMs + (failure?.delayMs ?? 0));
    if (failure?.status !== undefined) {
      const body = failure.body ?? (failure.status >= 400 ? SENTENCES.serverError : null);
      send(failure.status, typeof body === 'string' ? { detail: body } : body);
      return;
    }
    try {
      const answer = answerApi(state[region], {
        method: recorded.method,
        path: url.pathname.slice('/api'.length),
        query: url.searchParams,
        body: recorded.body,
      });
      send(answer.status, answer.body);
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      send(problem.status, { detail: problem.detail });
    }
  };

  const sendHtml = (response: ServerResponse, recorded: Recorded, html: string): void => {
    const nonce = randomBytes(16).toString('base64');
    recorded.status = 200;
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      ...(csp ? { 'content-security-policy': contentSecurityPolicy(nonce) } : {}),
    });
    response.end(html.replaceAll('__CSP_NONCE__', nonce));
  };

  /** A page of a skin that renders on the server. Its calls of the back end are recorded and planned faults hit them. */
  const sendRendered = async (
    from: Renderer,
    response: ServerResponse,
    url: URL,
    region: Region,
    recorded: Recorded,
  ): Promise<void> => {
    await delay(latencyMs);
    try {
      const answer = from.answer(state[region], {
        method: recorded.method,
        path: url.pathname,
        query: url.searchParams,
        form: new URLSearchParams(typeof recorded.body === 'string' ? recorded.body : ''),
        call: (method, path, query, body) => {
          const { host, userId } = recorded;
          const search = query.size === 0 ? '' : `?${query.toString()}`;
          const call = recorder.record({
            kind: 'api',
            method,
            host,
            region,
            path: `/api${path}`,
            query: search,
            body,
            userId,
          });
          const failure = recorder.takeFailure(method, `/api${path}${search}`);
          try {
            if (failure?.status !== undefined && failure.status >= 400) {
              const { body: said } = failure;
              throw new ApiError(failure.status, typeof said === 'string' ? said : SENTENCES.serverError);
            }
            const { status, body: result } = answerApi(state[region], { method, path, query, body });
            call.status = status;
            return result;
          } catch (problem) {
            if (problem instanceof ApiError) call.status = problem.status;
            throw problem;
          }
        },
      });
      if ('html' in answer) {
        sendHtml(response, recorded, answer.html);
        return;
      }
      recorded.status = 303;
      response.writeHead(303, { location: answer.location, 'cache-control': 'no-store' }).end();
    } catch (problem) {
      if (!(problem instanceof ApiError)) throw problem;
      sendHtml(response, recorded, foreignPage(problem.detail));
    }
  };

  const sendFile = async (response: ServerResponse, recorded: Recorded, path: string): Promise<void> => {
    const file = join(dist, normalize(decodeURIComponent(path)));
    const content = file.startsWith(dist) ? await readFile(file).catch(() => null) : null;
    recorded.status = content === null ? 404 : 200;
    response.writeHead(recorded.status, {
      'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
      'x-content-type-options': 'nosniff',
    });
    response.end(content ?? undefined);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const host = request.headers.host ?? '';
    const region: Region = host.split(':')[0] === HOSTS.eu ? 'eu' : 'us';
    const url = new URL(request.url ?? '/', `https://${HOSTS[region]}`);
    const path = url.pathname;
    const method = request.method ?? 'GET';
    const isApi = path.startsWith('/api/');
    const isAsset = /^\/(static|media)\//.test(path) || path === '/favicon.ico';
    const recorded = recorder.record({
      kind: isApi ? 'api' : isAsset ? 'asset' : 'page',
      method,
      host,
      region,
      path,
      query: url.search,
      body: await readBody(request),
      userId: state[region].signedInUserId,
    });

    if (isApi) {
      await sendApi(response, url, region, recorded);
      return;
    }
    const avatarOf = /^\/media\/users\/([^/]+)\/avatar\.\w+$/.exec(path)?.[1];
    if (avatarOf !== undefined) {
      const user = state[region].users.find((candidate) => candidate.id === avatarOf);
      recorded.status = user === undefined ? 404 : 200;
      response.writeHead(recorded.status, { 'content-type': 'image/svg+xml' });
      response.end(user === undefined ? undefined : avatarSvg(user));
      return;
    }
    if (path === '/favicon.ico') {
      recorded.status = 204;
      response.writeHead(204).end();
      return;
    }
    if (isAsset) {
      await sendFile(response, recorded, path);
      return;
    }
    if (renderer === null && (path === '/' || path === '/a')) {
      recorded.status = 302;
      response.writeHead(302, { location: '/a/#/dashboard' });
      response.end();
      return;
    }
    if (/^\/(document|e|oauth2)\//.test(path)) {
      sendHtml(response, recorded, foreignPage(path.startsWith('/oauth2/') ? 'Authorize application' : 'Document'));
      return;
    }
    if (renderer !== null) {
      await sendRendered(renderer, response, url, region, recorded);
      return;
    }
    sendHtml(response, recorded, shell);
  };

  const certificate = await generate([{ name: 'commonName', value: HOSTS.us }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: HOSTS.us },
          { type: 2, value: HOSTS.eu },
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const server = createServer({ key: certificate.private, cert: certificate.cert }, (request, response) => {
    handle(request, response).catch((problem: unknown) => {
      // A fault of the lookalike itself has to be seen in the test's output, not as an odd page.
      console.error('lookalike:', problem);
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;

  return {
    port,
    origin: `https://127.0.0.1:${String(port)}`,
    hostResolverRules: Object.values(HOSTS)
      .map((host) => `MAP ${host}:443 127.0.0.1:${String(port)}`)
      .join(', '),
    get state() {
      return state;
    },
    requests: () => recorder.requests(),
    failNext: (plan) => {
      recorder.failNext(plan);
    },
    setLatency: (ms) => {
      latencyMs = ms;
    },
    reset: () => {
      recorder.clear();
      state = seedState();
    },
    signInAs: (userId) => {
      const organization = [state.us, state.eu].find(({ users }) => users.some((user) => user.id === userId));
      if (organization === undefined) throw new Error(`Nobody has the id ${userId}`);
      organization.signedInUserId = userId;
    },
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((problem) => {
          if (problem) reject(problem);
          else resolve();
        });
        server.closeAllConnections();
      }),
  };
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      skin: { type: 'string', default: 'styled' },
      language: { type: 'string', default: 'en' },
      latency: { type: 'string', default: '0' },
      'no-csp': { type: 'boolean', default: false },
    },
  });
  const lookalike = await startLookalike({
    skin: values.skin,
    port: Number(values.port),
    interfaceLanguage: values.language,
    latencyMs: Number(values.latency),
    csp: !values['no-csp'],
  });
  console.log(`Lookalike on ${lookalike.origin}/a/#/settings/team`);
  console.log(`Browser: --ignore-certificate-errors --host-resolver-rules="${lookalike.hostResolverRules}"`);
}
