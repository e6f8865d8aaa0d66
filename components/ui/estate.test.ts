import { expect, test, vi } from 'vitest';
import { northwind, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import { MessageError } from '../../lib/messages/protocol.ts';
import { conflictsOf } from './conflicts.ts';
import { createEstate } from './estate.ts';

const records = recordsOf([northwind], sampleNow);

test('a change is told with its undo, and undone', async () => {
  const services = sampleServices(records);
  const estate = createEstate(services);
  await estate.load();
  await estate.change('own/set-owner-type', { userIds: ['u-abbott'], ownerType: 'person' }, 'Tagged.');
  expect(estate.notice.value).toEqual({ kind: 'done', text: 'Tagged.', undo: 'undo-1' });
  expect(estate.rowsById.value.get('k8')?.ownerType).toBe('person');
  await estate.undo('Undone.');
  expect(services.sent.at(-1)).toEqual({ type: 'own/undo', body: { op: 'op-2', undo: 'undo-1' } });
  expect(estate.rowsById.value.get('k8')?.ownerType).toBe('untagged');
  expect(estate.notice.value).toEqual({ kind: 'done', text: 'Undone.', undo: null });
});

test('a refusal is told by its code, and what is there now is read', async () => {
  const services = sampleServices(records, {
    answers: {
      'own/save-key': () => {
        throw new MessageError('changed-meanwhile');
      },
    },
  });
  const read = vi.spyOn(services.reader, 'read');
  const estate = createEstate(services);
  await estate.load();
  expect(await estate.change('own/save-key', { input: {} as never }, 'Saved.')).toBeNull();
  expect(estate.notice.value).toEqual({ kind: 'failed', code: 'changed-meanwhile', details: [] });
  expect(read).toHaveBeenCalledTimes(2);
});

test('a change made elsewhere during a reading is read as well', async () => {
  const services = sampleServices(records);
  const estate = createEstate(services);
  const loading = estate.load();
  services.change({ ...records, keys: [] });
  await loading;
  await estate.load();
  expect(estate.rows.value).toEqual([]);
});

test('data that cannot be read leave what was read before', async () => {
  const services = sampleServices(records);
  const estate = createEstate(services);
  await estate.load();
  services.reader.read = () => Promise.reject(Object.assign(new Error('newer'), { code: 'read-only' }));
  await estate.load();
  expect(estate.state.value).toBe('ready');
  expect(estate.failure.value).toBe('read-only');
  expect(estate.rows.value).toHaveLength(8);
});

test('an owner that was concluded waits for a confirmation', async () => {
  const estate = createEstate(sampleServices(records));
  await estate.load();
  expect(estate.rows.value.filter(({ proposed }) => proposed).map(({ id }) => id)).toEqual(['k6']);
});

test('a newer saying of lower rank is a conflict', () => {
  const key = records.keys.find(({ id }) => id === 'k8')!;
  expect(conflictsOf(key)).toMatchObject({ ownerId: { value: 'u-svc', source: 'page' } });
});
