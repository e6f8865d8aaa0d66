import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askedOf, endOf, endsAlike, epochOf, maxAsked } from './fingerprint.ts';

const secret = '7c1e0b5d9a3f42688e1d6c0b9f7a5e3d2c4b9f3c';
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'];
const secrets = fc.array(fc.constantFrom(...letters), { minLength: 40, maxLength: 80 }).map((parts) => parts.join(''));

describe('what was pasted', () => {
  test.each([
    ['the key alone', secret],
    ['with blanks around', `  ${secret}\n`],
    ['in a header', `Authorization: API-Key ${secret}`],
    ['in a command', `curl -H "Authorization: API-Key ${secret}" https://api.pandadoc.com/public/v1/documents`],
    ['twice the same', `${secret}, ${secret}`],
    ['broken over lines', `${secret.slice(0, 20)}\n  ${secret.slice(20)}`],
  ])('%s', (_, text) => {
    expect(askedOf(text)).toEqual({ kind: 'secret', secret });
  });

  test('a key of another make, as long as it is one word', () => {
    expect(askedOf('pd_live-7c1e0b5d-9a3f-4268-8e1d')).toMatchObject({ kind: 'secret' });
  });

  test.each(['9f3c', ' 9f3c ', '••••••••9f3c', '...9f3c', '…9f3c', '**** 9f3c', 'c'])('the end of one: %s', (text) => {
    expect(askedOf(text)).toEqual({ kind: 'end', end: text.trim().replace(/^[^a-z0-9]+/, '') });
  });

  test.each([
    '',
    '   ',
    'Integrations of Northwind',
    'hunter2-password',
    `${secret} and ${secret.toUpperCase()}`,
    'x'.repeat(maxAsked + 1),
  ])('no key: %s', (text) => {
    expect(askedOf(text)).toBe(null);
  });

  test('whatever the key, and whatever stands around it in one line', () => {
    fc.assert(
      fc.property(
        secrets,
        fc.constantFrom('', 'key: ', '"', 'API-Key '),
        fc.constantFrom('', '"', ';', '\r\n'),
        (key, a, b) => {
          expect(askedOf(a + key + b)).toEqual({ kind: 'secret', secret: key });
        },
      ),
    );
  });

  test('any text at all is answered, and what is taken comes from it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const asked = askedOf(text);
        if (asked?.kind === 'secret') expect(text.replaceAll(/\s+/g, '')).toContain(asked.secret);
        if (asked?.kind === 'end') expect(text).toContain(asked.end);
      }),
    );
  });
});

test('last characters', () => {
  expect(endOf(secret)).toBe('9f3c');
  expect(endsAlike('9f3c', '9F3C')).toBe(true);
  expect(endsAlike('9f3c', 'f3c')).toBe(true);
  expect(endsAlike('f3c', '9f3c')).toBe(true);
  expect(endsAlike('c', '9f3c')).toBe(false);
  expect(endsAlike('9f3d', '9f3c')).toBe(false);
  expect(endsAlike(null, '9f3c')).toBe(false);
  expect(endsAlike('', '9f3c')).toBe(false);
});

test('the epoch stands before the tag', () => {
  expect(epochOf('01ab23cd.0011223344556677-8899aabbccddeeff')).toBe('01ab23cd');
});
