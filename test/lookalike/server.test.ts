/** Is the lookalike what the facts say? Run by `npm test` here; needs no browser. */
import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { request } from 'node:https';
import { startLookalike } from './server.ts';
import type { Lookalike } from './server.ts';

let lookalike: Lookalike;
before(async () => {
  lookalike = await startLookalike();
});
afterEach(() => {
  lookalike.reset();
});
after(async () => {
  await lookalike.close();
});

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

function ask(method: string, path: string, body?: unknown, host = 'app.pandadoc.com'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { port: lookalike.port, host: '127.0.0.1', method, path, headers: { host }, rejectUnauthorized: false },
      (incoming) => {
        let text = '';
        incoming.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')));
        incoming.on('end', () => {
          resolve({ status: incoming.statusCode ?? 0, text, headers: incoming.headers });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const us = () => lookalike.state.us;
const memberPath = (email: string, workspace: string): string => {
  const user = us().userByEmail(email);
  const at = us().workspaceByName(workspace);
  const membership = us().membership(user.id, at.id);
  assert.ok(membership, `${email} is in ${workspace}`);
  return `/api/org/${us().id}/ws/${at.id}/members/${membership.id}`;
};
const owned = (email: string): string[] =>
  us()
    .keysOwnedBy(us().userByEmail(email).id)
    .map((key) => `${us().workspaceById(key.workspaceId).name}: ${key.type}`);

test('the demo has six workspaces, forty users and nine keys', () => {
  assert.equal(us().workspaces.length, 6);
  assert.equal(us().users.length, 40);
  assert.equal(us().listedUsers().length, 40);
  assert.equal(us().livingKeys().length, 9);
  assert.equal(new Set(us().allSecrets()).size, 9);
  for (const secret of us().allSecrets()) assert.match(secret, /^[0-9a-f]{40}$/);
  for (const { id } of [...us().users, ...us().workspaces, ...us().memberships]) {
    assert.match(id, /^[2-9A-HJ-NP-Za-km-z]{22}$/);
  }
});

test('ids and secrets are the same in every run', () => {
  assert.equal(us().userByEmail('dana.okafor@northwind.example').id, 'cED9rzKeV8nmfA4AAbSSNr');
});

test('removing an owner kills the keys of that workspace and no others', async () => {
  assert.deepEqual(owned('dana.okafor@northwind.example'), ['EMEA Sales: sandbox', 'North America Sales: production']);
  const answer = await ask('DELETE', memberPath('dana.okafor@northwind.example', 'EMEA Sales'));
  assert.equal(answer.status, 204);
  assert.deepEqual(owned('dana.okafor@northwind.example'), ['North America Sales: production']);
});

test('the workspace owner can neither be removed nor get another role', async () => {
  const path = memberPath('eleanor.whitfield@northwind.example', 'EMEA Sales');
  assert.deepEqual(JSON.parse((await ask('DELETE', path)).text), { detail: 'Owner can not be removed.' });
  const answer = await ask('PATCH', `${path}/role`, { role: 'Member' });
  assert.equal(answer.status, 400);
  assert.deepEqual(JSON.parse(answer.text), { detail: 'Cannot change the role of the workspace owner.' });
});

test('a demotion leaves the key alive', async () => {
  const path = memberPath('svc-crm@northwind.example', 'Customer Success');
  assert.equal((await ask('PATCH', `${path}/role`, { role: 'Collaborator' })).status, 200);
  assert.equal(owned('svc-crm@northwind.example').length, 2);
});

test('a new key kills the old one of that type and belongs to who asked for it', async () => {
  const workspace = us().workspaceByName('EMEA Sales').id;
  const old = us().keyOf(workspace, 'production');
  const answer = await ask('POST', `/api/org/${us().id}/ws/${workspace}/api-keys`, { type: 'production' });
  const now = us().keyOf(workspace, 'production');
  assert.equal(answer.status, 200);
  assert.equal(old?.status, 'replaced');
  assert.equal(now?.ownerId, us().signedInUserId);
  assert.equal(now?.generation, 2);
  assert.equal(us().livingKeys().length, 9);
});

test('the key page is told neither owner nor secret', async () => {
  const workspace = us().workspaceByName('EMEA Sales').id;
  const { text } = await ask('GET', `/api/org/${us().id}/ws/${workspace}/api-keys`);
  assert.deepEqual(JSON.parse(text), [
    { type: 'sandbox', state: 'issued' },
    { type: 'production', state: 'issued' },
  ]);
});

test('the regions share nothing', async () => {
  const profile = JSON.parse((await ask('GET', '/api/profile', undefined, 'app.pandadoc.eu')).text) as { id: string };
  assert.notEqual(profile.id, us().signedInUserId);
  assert.equal(profile.id, lookalike.state.eu.signedInUserId);
  assert.equal((await ask('GET', `/api/org/${us().id}/users`, undefined, 'app.pandadoc.eu')).status, 404);
});

test('faults come when planned, and every request is noted', async () => {
  const path = memberPath('dana.okafor@northwind.example', 'EMEA Sales');
  lookalike.failNext({ method: 'DELETE', path, status: 400, body: 'Owner can not be removed.' });
  assert.equal((await ask('DELETE', path)).status, 400);
  assert.equal(owned('dana.okafor@northwind.example').length, 2);
  assert.equal((await ask('DELETE', path)).status, 204);
  const [first, second] = lookalike.requests();
  assert.equal(first?.status, 400);
  assert.equal(second?.status, 204);
  assert.equal(second?.path, path);
  assert.ok(first !== undefined && second !== undefined && second.atMs >= first.atMs);
});

test('pages come with a strict policy whose nonce changes', async () => {
  const policies = await Promise.all([ask('GET', '/a/'), ask('GET', '/a/')]);
  const [one, other] = policies.map(({ headers }) => String(headers['content-security-policy']));
  assert.match(one ?? '', /default-src 'none'.*require-trusted-types-for 'script'/);
  assert.notEqual(one, other);
});
