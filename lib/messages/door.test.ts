import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Handlers, type MessageSender, openDoor, regionOf } from './door.ts';
import { MessageError, protocolVersion, type Reply } from './protocol.ts';
import { checkBody, isMessageType } from './schemas.ts';

const extensionId = 'abcdefghijklmnopabcdefghijklmnop';
const ownOrigin = `chrome-extension://${extensionId}/`;
const page: MessageSender = {
  id: extensionId,
  url: 'https://app.pandadoc.com/a/#/settings',
  frameId: 0,
  tab: { id: 1 },
};
const own: MessageSender = { id: extensionId, url: `${ownOrigin}popup.html` };

/** Handlers that say who was let in. */
const handlers = new Proxy({} as Handlers, {
  get: (_, type) => (_body: unknown, sender: unknown) => {
    if (type === 'own/undo') return Promise.reject(new MessageError('changed-meanwhile', ['k1']));
    if (type === 'own/delete') return Promise.reject(new Error('secret text in an error'));
    return Promise.resolve({ type, sender });
  },
});
const door = openDoor({
  extensionId,
  ownOrigin,
  handlers,
  errorOf: (error) => ({ code: 'internal', details: [(error as Error).name] }),
});

const message = (type: string, body: unknown, version = protocolVersion) => ({ version, type, body });
const failure = (reply: Reply): string => (reply.ok ? 'let in' : reply.error.code);
const keys = message('page/keys', { workspaceId: 'w1' });
const ownUndo = message('own/tab-guard', { tabId: 3 });

describe('who may say what', () => {
  test('a content script in the top frame of one of the two apps, with its region from its address', async () => {
    expect(await door(keys, page)).toEqual({
      ok: true,
      body: { type: 'page/keys', sender: { region: 'us', tabId: 1 } },
    });
    const eu = { ...page, url: 'https://app.pandadoc.eu/x' };
    expect(await door(keys, eu)).toMatchObject({ body: { sender: { region: 'eu' } } });
  });

  test.each<[string, MessageSender]>([
    ['another extension', { ...page, id: 'ponmlkjihgfedcbaponmlkjihgfedcba' }],
    ['no id', { ...page, id: undefined }],
    ['an inner frame', { ...page, frameId: 3 }],
    ['no tab', { ...page, tab: undefined }],
    ['another site', { ...page, url: 'https://evil.example/' }],
    ['a look-alike', { ...page, url: 'https://app.pandadoc.com.evil.example/' }],
    ['user info', { ...page, url: 'https://app.pandadoc.com@evil.example/' }],
    ['a port', { ...page, url: 'https://app.pandadoc.com:8443/' }],
    ['http', { ...page, url: 'http://app.pandadoc.com/' }],
    ['a trailing dot', { ...page, url: 'https://app.pandadoc.com./' }],
    ['no address', { ...page, url: undefined }],
    ['about:blank', { ...page, url: 'about:blank' }],
    ['the prototype', { ...page, url: 'constructor' }],
  ])('%s is refused', async (_, sender) => {
    expect(failure(await door(keys, sender))).toBe('not-allowed');
  });

  test('a page never speaks for our pages, and the other way round', async () => {
    expect(failure(await door(ownUndo, page))).toBe('not-allowed');
    expect(failure(await door(ownUndo, own))).toBe('let in');
    expect(failure(await door(keys, own))).toBe('not-allowed');
    expect(failure(await door(ownUndo, { ...own, url: `https://evil.example/${ownOrigin}` }))).toBe('not-allowed');
  });

  test('another version is told to reload', async () => {
    expect(failure(await door({ ...keys, version: 0 }, page))).toBe('reload-needed');
    expect(failure(await door({ type: 'page/keys', body: {} }, page))).toBe('reload-needed');
  });

  test('errors become replies: ours with their code, others without their text', async () => {
    expect(await door(message('own/undo', { op: 'o', undo: 'u' }), own)).toEqual({
      ok: false,
      error: { code: 'changed-meanwhile', details: ['k1'] },
    });
    const reply = await door(message('own/delete', { op: 'o', store: 'keys', ids: ['k'] }), own);
    expect(reply).toEqual({ ok: false, error: { code: 'internal', details: ['Error'] } });
  });

  test('anything at all gets a reply, and nothing made up is let in', async () => {
    await fc.assert(
      fc.asyncProperty(fc.anything({ withNullPrototype: true }), fc.constantFrom(page, own), async (body, sender) => {
        const reply = await door(message('own/save-key', body), sender);
        expect(reply.ok).toBe(false);
        expect((await door(body, sender)).ok).toBe(false);
      }),
    );
  });

  test('regions are the two hosts and nothing else', () => {
    expect(regionOf('https://app.pandadoc.com/')).toBe('us');
    expect(regionOf('https://app.pandadoc.eu/#/x')).toBe('eu');
    expect(regionOf('toString')).toBeNull();
    expect(regionOf(undefined)).toBeNull();
  });
});

describe('what a message may hold', () => {
  const observation = {
    adapter: 'members',
    at: '2026-03-01T10:00:00.000Z',
    workspace: { name: 'EMEA', pandadocId: null, evidence: 'list', candidates: [] },
    organization: null,
    signedIn: null,
    complete: true,
    kind: 'workspaces',
    workspaces: [{ name: 'EMEA', pandadocId: null }],
  };
  const observe = (change: object) =>
    checkBody('page/observe', { op: 'op', observation: { ...observation, ...change } });

  test('the message as it is meant', () => {
    expect(observe({})).toMatchObject({ ok: true });
  });

  test.each<[string, object]>([
    ['an unknown field', { evil: 1 }],
    ['a field that is missing', { complete: undefined }],
    ['a name that is too long', { organization: 'x y '.repeat(200) }],
    ['another kind', { kind: 'secrets' }],
    ['a time of another shape', { at: 'yesterday' }],
    ['too many workspaces', { workspaces: Array.from({ length: 2_001 }, () => ({ name: 'x', pandadocId: null })) }],
  ])('%s is refused', (_, change) => {
    expect(observe(change)).toMatchObject({ ok: false, code: 'bad-message' });
  });

  test('what looks like a key is refused, and the answer does not hold it', () => {
    const canary = 'a1B2c3D4'.repeat(5);
    const page = observe({ organization: `x ${canary}` });
    expect(page).toEqual({ ok: false, code: 'bad-message', details: ['looks-like-a-key'] });
    const typed = checkBody('own/save-organization', { op: 'o', id: 'org', revision: null, name: canary });
    expect(typed).toEqual({ ok: false, code: 'rejected', details: ['looks-like-a-key'] });
    // 32 in a note is a link, not a key.
    expect(checkBody('own/save-organization', { op: 'o', id: 'org', revision: null, name: canary.slice(8) }).ok).toBe(
      true,
    );
  });

  test('size and depth are measured before anything else, in no time', () => {
    let deep: unknown = 1;
    for (let n = 0; n < 50_000; n += 1) deep = [deep];
    const before = performance.now();
    expect(checkBody('own/save-key', { op: 'o', input: deep })).toMatchObject({ details: ['too-large'] });
    expect(checkBody('page/hold', { op: 'x '.repeat(300_000) })).toMatchObject({ details: ['too-large'] });
    expect(checkBody('page/stakes', { people: Array.from({ length: 500_000 }, () => ({})) })).toMatchObject({
      ok: false,
    });
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  test('names of prototypes are no messages and no fields', () => {
    expect(isMessageType('constructor')).toBe(false);
    expect(isMessageType('__proto__')).toBe(false);
    const body = JSON.parse('{"op":"o","ids":["w"],"store":"keys","__proto__":{"x":1}}') as unknown;
    expect(checkBody('own/delete', body).ok).toBe(false);
  });
});

describe('the demo organization', () => {
  const withDemo = openDoor({
    extensionId,
    ownOrigin,
    handlers,
    demoHandlers: new Proxy({} as Handlers, { get: () => () => Promise.resolve('demo') }),
    errorOf: () => ({ code: 'internal', details: [] }),
  });
  const demoPage = { id: extensionId, url: `${ownOrigin}dashboard.html?demo#/keys` };

  test('a page of ours that shows it is answered from it, every other one is not', async () => {
    expect(await withDemo(ownUndo, demoPage)).toEqual({ ok: true, body: 'demo' });
    expect(await withDemo(ownUndo, own)).toMatchObject({ body: { type: 'own/tab-guard' } });
    expect(await withDemo(ownUndo, { ...own, url: `${ownOrigin}dashboard.html#/keys?demo` })).toMatchObject({
      body: { type: 'own/tab-guard' },
    });
  });

  test('a page of PandaDoc is never answered from it, whatever its address says', async () => {
    expect(await withDemo(keys, { ...page, url: 'https://app.pandadoc.com/a/?demo#/settings' })).toMatchObject({
      body: { type: 'page/keys' },
    });
  });

  test('where there is none, nobody speaks for it', async () => {
    expect(failure(await door(ownUndo, demoPage))).toBe('not-allowed');
  });
});
