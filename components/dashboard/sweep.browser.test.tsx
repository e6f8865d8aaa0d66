import { render } from 'preact';
import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { emptyRoot } from '../../test/samples/root.ts';
import { violations } from '../../test/samples/accessibility.ts';
import { emptyArchive, emptyShelf, readCsv } from '../../test/samples/archive.ts';
import { northwind, recordsOf } from '../../test/samples/estate.ts';
import { sampleNow, sampleServices } from '../../test/samples/services.ts';
import type { MappingRecords } from '../../lib/domain/records.ts';
import { createDashboardModel } from './dashboard-model.ts';
import { Dashboard } from './dashboard.tsx';
import '../ui/style.css';
import './dashboard.css';

const root = emptyRoot(1280, 800);

async function show(hash: string, records: MappingRecords = recordsOf([northwind], sampleNow)) {
  const services = sampleServices(records, {
    answers: {
      // What the background does with an owner: the question about that key is answered.
      'own/edit-keys': ({ keyIds, edit }) => {
        const value = { value: edit.ownerId ?? null, source: 'entered' as const, at: sampleNow, adapter: null };
        services.change({
          ...records,
          keys: records.keys.map((key) =>
            keyIds.includes(key.id)
              ? { ...key, generations: key.generations.map((each) => ({ ...each, ownerId: { entered: value } })) }
              : key,
          ),
        });
        return { undo: 'undo-1', revision: 2 };
      },
    },
  });
  const model = createDashboardModel(services, hash, emptyArchive(), emptyShelf, readCsv);
  await model.estate.load();
  render(<Dashboard model={model} />, root());
  return { services, model };
}

const sentOf = (services: { sent: { type: string; body: unknown }[] }, type: string) =>
  services.sent.filter((each) => each.type === type).map(({ body }) => body);

test('workspaces: how many are read, which to open next, and where', async () => {
  await show('#/workspaces');
  const card = page.getByRole('region', { name: 'What is still open' });
  await expect.element(card.getByText(/^\d of \d workspaces are read$/)).toBeVisible();
  await expect.element(card.getByRole('progressbar', { name: 'Workspaces read' })).toBeVisible();
  const owners = card.getByRole('progressbar', { name: 'Owners known and tagged' });
  const said = /^(\d+) of (\d+) keys have an owner with a tag\.$/;
  const [, settled, keys] = said.exec(card.getByText(said).element().textContent)!;
  await expect.element(owners).toHaveAttribute('value', settled!);
  await expect.element(owners).toHaveAttribute('max', keys!);
  expect(Number(settled)).toBeLessThan(Number(keys));
  await expect.element(card.getByText(/^Open next: /)).toBeVisible();
  await expect
    .element(card.getByRole('link', { name: 'Open PandaDoc’s key page' }))
    .toHaveAttribute('href', 'https://app.pandadoc.com/a/#/settings/api-dashboard/configuration');
  expect(await violations()).toEqual([]);
});

test('questions are worked through by keyboard alone; what is skipped stays open', async () => {
  const { services, model } = await show('#/keys');
  const count = page.getByRole('button', { name: /^Sort out \d+ questions?$/ });
  const before = Number(/\d+/.exec(count.element().textContent)![0]);
  (count.element() as HTMLElement).focus();
  await userEvent.keyboard('{Enter}');
  const owner = page.getByRole('combobox', { name: 'Who owns this key?' });
  await expect.element(owner).toHaveFocus();
  expect(await violations()).toEqual([]);
  const shown = page.getByRole('dialog', { name: 'Sort out' });
  await userEvent.keyboard('whitfield{Enter}{Enter}');
  await expect.poll(() => sentOf(services, 'own/edit-keys')).toMatchObject([{ edit: { ownerId: 'u-dana' } }]);
  await expect
    .poll(() => shown.getByRole('status').element().textContent)
    .toMatch(new RegExp(`^${String(before - 1)} question`, 'u'));
  // Everything else is skipped until somebody is to be tagged; then a number tags.
  const skip = page.getByRole('button', { name: 'Skip' });
  while (page.getByRole('button', { name: 'Org Admin · person' }).query() === null && skip.query() !== null) {
    await skip.click();
  }
  const untagged = model.estate.rows.value.find((row) => row.owner?.kind === null)!.owner!;
  await expect.element(shown.getByText(untagged.name!)).toBeVisible();
  expect(await violations()).toEqual([]);
  await userEvent.keyboard('2');
  await expect
    .poll(() => sentOf(services, 'own/set-owner-type'))
    .toMatchObject([{ userIds: [untagged.id], ownerType: 'person' }]);
  while (skip.query() !== null) await skip.click();
  await expect.element(shown.getByText('Nothing is left to sort out here.')).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(shown).not.toBeInTheDocument();
});

test('nothing open: no card, no button', async () => {
  const { model } = await show('#/keys', recordsOf([{ ...northwind, keys: [] }], sampleNow));
  expect(model.estate.rows.value).toEqual([]);
  expect(page.getByRole('button', { name: /^Sort out/ }).query()).toBeNull();
});
