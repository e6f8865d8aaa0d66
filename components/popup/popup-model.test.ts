import { beforeAll, describe, expect, test } from 'vitest';
import catalogue from '../../public/_locales/en/messages.json' with { type: 'json' };
import { northwind, northwindEu, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { readTextsFrom } from '../ui/text.ts';
import { createPopupModel } from './popup-model.ts';
import { forwardable } from './removal-check.ts';

const records = recordsOf([northwind, northwindEu], sampleNow);

beforeAll(() => {
  const messages = catalogue as Record<string, { message: string }>;
  readTextsFrom((name, given = []) =>
    (messages[name]?.message ?? '').replace(/\$(\d)/g, (_, digit: string) => given[Number(digit) - 1] ?? ''),
  );
});

async function asked(person: string) {
  const model = createPopupModel(sampleServices(records));
  await model.start();
  model.person.value = person;
  return model.answer.value!;
}

describe('Can I remove…', () => {
  test('an owner of a production key: critical, each key with all that is known', async () => {
    const answer = await asked('u-dana');
    expect(answer.word).toBe('Critical');
    expect(answer.summary).toBe('Removing Dana Whitfield from all workspaces stops 2 keys at once.');
    expect(answer.keys.map(({ line }) => line)).toEqual([
      'Order desk (Production key), EMEA Sales: made 45 days ago, used by CRM sync and Billing export',
      'Sandbox key, EMEA Sales: made 266 days ago, nothing noted under “used by”',
    ]);
  });

  test('somebody without keys, everything read: nothing at stake', async () => {
    const answer = await asked('u-abbott');
    expect(answer.word).toBe('Nothing at stake');
    expect(answer.keys).toEqual([]);
    expect(answer.unknown).toEqual([]);
  });

  test('an Admin beside a key of unknown owner: not known, with the key and the dates', async () => {
    const answer = await asked('u-root');
    expect(answer.word).toBe('Not known');
    expect(answer.mayOwn.map(({ line }) => line)).toEqual([expect.stringMatching(/^May own: Production key, Legal: /)]);
    expect(answer.unknown.join(' ')).toContain('Member list read too long ago: Legal (Oct 6, 2026).');
  });

  test('as text: the word first, every key, what is not known, the day', async () => {
    const text = forwardable(await asked('u-dana'), sampleNow).split('\n');
    expect(text[0]).toBe('Critical: Removing Dana Whitfield from all workspaces stops 2 keys at once.');
    expect(text.filter((line) => /^- .*: made .*used by/.test(line))).toHaveLength(2);
    // And what it would mean beyond the keys, under its headings.
    expect(text).toContain('Rate limits of owners, before and after:');
    expect(text).toContain('- Dana Whitfield: Demand not declared → no living key');
    expect(text).toContain('Findings that would open:');
    expect(text).toContain('Findings that would close:');
    expect(text.at(-1)).toBe('Worked out by Keyholder for PandaDoc on Nov 23, 2026.');
  });
});

describe('where am I', () => {
  const start = async (tabs: Parameters<typeof sampleServices>[1]) => {
    const model = createPopupModel(sampleServices(records, tabs));
    await model.start();
    return model;
  };

  test('over a page of PandaDoc', async () => {
    const model = await start({
      tabs: {
        current: () => Promise.resolve({ id: 1, pandadoc: true }),
        pandadoc: () => Promise.resolve([{ id: 1, title: 'Team' }]),
      },
    });
    expect(model.here.value).toMatchObject({ kind: 'pandadoc', tabId: 1, guard: { state: 'armed', region: 'us' } });
    expect(model.unguarded.value).toEqual([]);
  });

  test('tabs that were open before: this one, and others', async () => {
    const model = await start({
      tabs: {
        current: () => Promise.resolve({ id: 1, pandadoc: true }),
        pandadoc: () =>
          Promise.resolve([
            { id: 1, title: 'Team' },
            { id: 2, title: 'Dev Center' },
          ]),
      },
      answers: {
        'own/tab-guard': () => ({
          state: 'off',
          reasons: [],
          reload: true,
          region: 'us',
          place: null,
          diagnosis: null,
        }),
      },
    });
    expect(model.here.value).toMatchObject({ kind: 'pandadoc', guard: { reload: true } });
    expect(model.unguarded.value).toEqual([{ id: 2, title: 'Dev Center' }]);
    await model.reload(1);
    expect(model.here.value).toMatchObject({ guard: { reload: false, state: 'starting' } });
  });

  test('a guard that does not see says why, in codes', async () => {
    const model = await start({
      tabs: { current: () => Promise.resolve({ id: 1, pandadoc: true }) },
      answers: {
        'own/tab-guard': () => ({
          state: 'blind',
          reasons: ['drift'],
          reload: false,
          region: 'eu',
          place: null,
          diagnosis: null,
        }),
      },
    });
    expect(model.diagnosis.value).toBe('Keyholder 0.1.0 blind eu drift');
  });

  test('elsewhere, with guarded tabs counted; a background that does not answer hides nothing', async () => {
    const model = await start({ tabs: { pandadoc: () => Promise.resolve([{ id: 2, title: null }]) } });
    expect(model.here.value).toEqual({ kind: 'elsewhere', guarded: 1 });
    const silent = await start({
      tabs: { pandadoc: () => Promise.resolve([{ id: 2, title: null }]) },
      answers: {
        'own/tab-guard': () => {
          throw new Error('gone');
        },
      },
    });
    expect(silent.here.value).toEqual({ kind: 'elsewhere', guarded: 0 });
    expect(silent.rows.value).toHaveLength(9);
  });
});
