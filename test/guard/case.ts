/** One flow, worked with one input, for one outcome, against the built extension: what happened. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { Keyholder } from '../e2e/support/keyholder.ts';
import { stays, until } from '../e2e/support/until.ts';
import { type Part, type Tree, textOf, within } from '../e2e/support/tree.ts';
import type { World } from '../e2e/support/world.ts';
import { type Flow, type Input, type Skin, type Step, type Target, emptyWorkspace } from './flow.ts';
import { root } from '../tools/house.ts';
import { Hand } from './hand.ts';
import type { Memory } from './memory.ts';

/** `held`: stopped, kept, stopped again, let go, sent once. `free`: never stopped. `refused`: let go, and PandaDoc says no. */
export type Outcome = 'held' | 'free' | 'refused';

export interface Result {
  skin: string;
  flow: string;
  input: Input;
  outcome: Outcome;
  /** Stopped before anything was sent. */
  held: boolean | null;
  /** After the release it went through, once. */
  letThrough: boolean | null;
  falseAlarm: boolean;
  escape: boolean;
  /** What else was not as it should be, in words. */
  problems: string[];
  ms: number;
}

const stepMs = 8_000;
/** For what is worked or shown before the steps; a page that is not there by then fails its case. */
const patienceMs = 15_000;
const awakeMs = 360;

/** Something that the case stops at; what it says goes into the result. */
class Stop extends Error {}

export async function runCase(
  world: World,
  memory: Memory,
  skin: Skin,
  flow: Flow,
  input: Input,
  outcome: Outcome,
): Promise<Result> {
  const started = performance.now();
  const result: Result = {
    skin: skin.name,
    flow: flow.id,
    input,
    outcome,
    held: outcome === 'free' ? null : false,
    letThrough: outcome === 'held' ? false : null,
    falseAlarm: false,
    escape: false,
    problems: [],
    ms: 0,
  };
  const target = outcome === 'free' ? flow.free : flow.owner;
  arrange(world, target);
  await memory.putBack();
  const page = await world.context.newPage();
  page.setDefaultTimeout(patienceMs);
  try {
    await new Case(world, memory, page, skin, flow, target, input, outcome, result).run();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    result.problems.push(error instanceof Stop ? text : text.slice(0, 1_500));
  }
  if (result.problems.length > 0) await keepPicture(page, [skin.name, flow.id, input, outcome]);
  await page.close();
  result.ms = Math.round(performance.now() - started);
  return result;
}

/** What the page looked like when something had failed, for whoever looks into it. */
async function keepPicture(page: Page, of: readonly string[]): Promise<void> {
  const name = of.join(' ').replace(/[^\p{L}\p{N}]+/gu, '-');
  await page
    .screenshot({ path: path.join(root, '.output/guard', `${name}.png`), timeout: 3_000 })
    // A page that cannot even be drawn has failed already.
    .catch(() => undefined);
}

/** The back end as at the start, with one workspace more that holds no key, and the admin where the flow begins. */
export function arrange(world: World, target: Target): void {
  const { lookalike } = world;
  lookalike.reset();
  const { us } = lookalike.state;
  const admin = us.userByEmail('priya.raman@northwind.example');
  const id = 'eVentsArch1veWorkspace';
  us.workspaces.push({
    id,
    name: emptyWorkspace,
    ownerId: admin.id,
    createdOn: '2026-01-12',
    isActive: true,
    entitledTo: ['sandbox', 'production'],
  });
  us.memberships.push({
    id: 'eVentsArch1veMembershp',
    userId: admin.id,
    workspaceId: id,
    role: 'Admin',
    status: 'active',
  });
  us.switchWorkspace(admin.id, us.workspaceByName(target.workspace).id);
}

class Case {
  #tree!: Tree;
  #hand!: Hand;
  readonly #world: World;
  readonly #memory: Memory;
  readonly #page: Page;
  readonly #state: 'armed' | 'degraded';
  readonly #flow: Flow;
  readonly #target: Target;
  readonly #input: Input;
  readonly #outcome: Outcome;
  readonly #result: Result;
  readonly #steps: readonly Step[];

  constructor(
    world: World,
    memory: Memory,
    page: Page,
    skin: Skin,
    flow: Flow,
    target: Target,
    input: Input,
    outcome: Outcome,
    result: Result,
  ) {
    this.#world = world;
    this.#memory = memory;
    this.#page = page;
    this.#state = skin.state ?? 'armed';
    this.#flow = flow;
    this.#target = target;
    this.#input = input;
    this.#outcome = outcome;
    this.#result = result;
    this.#steps = (outcome === 'free' ? flow.freeSteps : undefined) ?? flow.steps;
  }

  async run(): Promise<void> {
    const { us } = this.#world.lookalike.state;
    const { address } = this.#flow;
    this.#tree = await this.#world.tree(this.#page);
    this.#hand = new Hand(this.#page, await this.#world.session(this.#page), this.#input);
    await this.#hand.ready();
    await this.#world.visit(typeof address === 'string' ? address : address(us, this.#target), { page: this.#page });
    await this.#flow.ready(this.#page, this.#target).first().waitFor();
    await this.#page.bringToFront();
    await this.#settled();
    if (this.#flow.before) {
      await this.#flow.before(this.#page, this.#target);
      await this.#settled();
    }
    if (this.#outcome === 'refused') {
      this.#world.lookalike.failNext({
        method:
          this.#flow.action === 'remove'
            ? 'DELETE'
            : this.#flow.action === 'generate' || this.#flow.action === 'deactivate'
              ? 'POST'
              : 'PATCH',
        path: '/org/',
        status: 400,
        body: 'Owner can not be removed.',
      });
    }
    if (this.#outcome === 'free') await this.#walkFree();
    else await this.#walkOwner();
  }

  /** The guard knows the page; anything but what its language allows is said, and the flow is tried all the same. */
  async #settled(): Promise<void> {
    await this.#known();
    // Settling: a page may be degraded while it loads.
    let title = '';
    const isSo = async (): Promise<boolean> => {
      ({ title } = await this.#world.toolbar(this.#page));
      return title.startsWith(`Keyholder: ${this.#state}`);
    };
    await until(isSo, { what: `the guard to be ${this.#state}`, timeoutMs: 2_000 }).catch(() => {
      this.#problem(`not ${this.#state}: "${title}"`);
    });
  }

  async #known(): Promise<void> {
    await this.#world
      .toolbarSays(this.#page, /^Keyholder: (?:armed|degraded|blind)/, patienceMs)
      .catch(() => undefined);
  }

  #problem(text: string): void {
    this.#result.problems.push(text);
  }

  /** Requests that change something, so far. */
  #sent(): string[] {
    return this.#world.lookalike
      .requests()
      .filter(({ kind, method, path }) => kind === 'api' && method !== 'GET' && !path.endsWith('/profile/workspace'))
      .map(({ method, path }) => `${method} ${path}`);
  }

  async #warning(): Promise<Part | null> {
    return (await this.#tree.all('alertdialog')).find((part) => within(part, 'button', /^Keep /).length > 0) ?? null;
  }

  /** Works one step and sees what comes of it. */
  async #step(index: number): Promise<'next' | 'sent' | 'warning'> {
    const step = this.#steps[index]!;
    const before = this.#sent().length;
    const at = step.at(this.#page, this.#target);
    const submitAt = step.submitAt?.(this.#page, this.#target) ?? null;
    try {
      await this.#hand.work(step, this.#target, at, submitAt);
    } catch (error) {
      if (await this.#warning()) return 'warning';
      throw new Stop(`step ${index + 1}: ${firstLine(error)}`);
    }
    const last = index === this.#steps.length - 1;
    const next = this.#steps[index + 1]?.at(this.#page, this.#target);
    let came: 'next' | 'sent' | 'warning' | null = null;
    await until(
      async () => {
        if (this.#sent().length > before) came = 'sent';
        else if (await this.#warning()) came = 'warning';
        else if (!last && (await next!.isVisible())) came = 'next';
        else if ((await this.#tree.all('status')).some((part) => textOf(part).includes('click again'))) {
          // Somebody whom the list has only just shown: the admin does as the notice says, and as often as it says so.
          await this.#known();
          await this.#hand.work(step, this.#target, at, submitAt);
        }
        return came !== null;
      },
      { what: 'anything to come of it', timeoutMs: stepMs },
    ).catch(async () => {
      const heard = (await this.#tree.all('status')).map(textOf).filter((text) => text.includes('Keyholder'));
      throw new Stop(`dead after step ${index + 1}${heard.length > 0 ? `; it says "${heard.join(' ')}"` : ''}`);
    });
    return came!;
  }

  /** The furthest step up to this one that can be worked now: a menu may have closed, a dialog may be gone. */
  async #backTo(index: number): Promise<number> {
    // A menu that is still closing would be worked in vain.
    await this.#hand.rest();
    let found = -1;
    await until(
      async () => {
        for (let at = index; at >= 0; at -= 1) {
          const locator = this.#steps[at]!.at(this.#page, this.#target);
          if (await locator.isVisible()) {
            found = at;
            return true;
          }
        }
        return false;
      },
      { what: 'a way to go on', timeoutMs: 2_000 },
    ).catch(() => {
      throw new Stop(`trapped: nothing of steps 1 to ${index + 1} can be worked any more`);
    });
    const seen = found;
    await stays(() => this.#steps[seen]!.at(this.#page, this.#target).isVisible(), 'the control', 150).catch(
      async () => {
        found = await this.#backTo(index);
      },
    );
    return found;
  }

  async #walkFree(): Promise<void> {
    const steps = this.#steps;
    for (let index = 0; index < steps.length; index += 1) {
      const came = await this.#step(index);
      if (came === 'warning') {
        this.#result.falseAlarm = true;
        const warning = await this.#warning();
        throw new Stop(
          `false alarm at step ${index + 1}: "${warning?.name ?? ''}" ${warning ? textOf(warning).slice(0, 300) : ''}`,
        );
      }
      if (came === 'sent' && index < steps.length - 1)
        throw new Stop(`sent at step ${index + 1} already: the flow is wrong`);
    }
    await this.#gone(this.#flow.requests?.free ?? 1);
    const ours = await this.#tree.read();
    const said = ours
      .filter((part) => part.role === 'status')
      .map(textOf)
      .filter((text) => text.includes('Keyholder'));
    if (said.length > 0) this.#problem(`said without need: "${said.join(' ')}"`);
    if (await this.#warning()) {
      this.#result.falseAlarm = true;
      this.#problem('a warning after it was done');
    }
  }

  async #walkOwner(): Promise<void> {
    const steps = this.#steps;
    let stage: 'first' | 'kept' | 'released' = this.#outcome === 'refused' ? 'kept' : 'first';
    let index = 0;
    for (let guardRail = 0; guardRail < steps.length * 5; guardRail += 1) {
      const came = await this.#step(index);
      if (came === 'sent') {
        if (stage !== 'released') {
          this.#result.escape = true;
          throw new Stop(`escape at step ${index + 1}: ${this.#sent().join(', ')}`);
        }
        if (index < steps.length - 1) this.#problem(`sent at step ${index + 1} of ${steps.length}`);
        await this.#finished();
        return;
      }
      if (came === 'next') {
        index += 1;
        continue;
      }
      if (this.#sent().length > 0) {
        this.#result.escape = true;
        throw new Stop(`escape: sent although warned at step ${index + 1}`);
      }
      if (stage === 'released') throw new Stop(`a second confirmation at step ${index + 1} for one decision`);
      await this.#looksRight();
      if (stage === 'first') {
        await this.#keep();
        stage = 'kept';
      } else {
        await this.#release();
        this.#result.held = true;
        stage = 'released';
      }
      index = await this.#backTo(index);
    }
    throw new Stop('went round in circles');
  }

  /** The warning names who, and which key. */
  async #looksRight(): Promise<void> {
    const warning = await this.#warning();
    if (!warning) return;
    const text = `${warning.name} ${textOf(warning)}`;
    const owners = this.#target.people.filter(({ email }) => {
      const { us } = this.#world.lookalike.state;
      return us.keysOwnedBy(us.userByEmail(email).id).length > 0;
    });
    for (const { name, email } of owners) {
      if (!text.includes(name) && !text.includes(email))
        this.#problem(`the warning does not name ${name}: "${warning.name}"`);
    }
    if (owners.length === 0 && !warning.name.includes(this.#target.workspace)) {
      this.#problem(`the warning does not name ${this.#target.workspace}: "${warning.name}"`);
    }
    if (within(warning, 'listitem').length === 0) this.#problem('the warning lists no key');
  }

  async #press(role: string, name: RegExp): Promise<void> {
    // Buttons of ours are deaf at first.
    const since = performance.now();
    await until(() => performance.now() - since > awakeMs, { what: 'the deaf time to pass' });
    await this.#tree.press(await this.#tree.one(role, name, 3_000));
  }

  async #keep(): Promise<void> {
    await this.#press('button', /^Keep (user|key|workspace)/);
    await until(async () => (await this.#warning()) === null, { what: 'the warning to go', timeoutMs: 3_000 });
    await stays(() => this.#sent().length === 0, 'nothing is sent after Keep', 300).catch(() => {
      this.#result.escape = true;
      throw new Stop(`escape after Keep: ${this.#sent().join(', ')}`);
    });
  }

  async #release(): Promise<void> {
    const warning = await this.#warning();
    if (warning && within(warning, 'radiogroup', 'Reason').length > 0) await this.#press('radio', /^Handover done$/);
    await this.#press('button', /^(Remove|Change|Generate|Deactivate) anyway$/);
    await until(async () => (await this.#warning()) === null, { what: 'the warning to go', timeoutMs: 3_000 });
    await stays(() => this.#sent().length === 0, 'nothing is sent by the release itself', 300).catch(() => {
      this.#result.escape = true;
      throw new Stop(`sent by the release itself: ${this.#sent().join(', ')}`);
    });
  }

  /** After the request: success or refusal, the count, and what was recorded. */
  async #finished(): Promise<void> {
    if (this.#outcome === 'refused') {
      await this.#flow
        .refused(this.#page)
        .first()
        .waitFor({ timeout: 5_000 })
        .catch(() => this.#problem('the refusal is not shown'));
      await stays(async () => (await this.#memory.deaths()) === 0, 'no key is recorded as dead', 900).catch(() => {
        this.#problem('recorded as dead although refused');
      });
      return;
    }
    await this.#gone(this.#flow.requests?.owner ?? 1);
    this.#result.letThrough = true;
    if (this.#flow.action === 'remove') {
      await until(async () => (await this.#memory.deaths()) > 0, {
        what: 'the death to be recorded',
        timeoutMs: 4_000,
      }).catch(() => this.#problem('no key recorded as presumed dead after the removal'));
    }
  }

  async #gone(requests: number): Promise<void> {
    await this.#flow
      .done(this.#page, this.#target)
      .first()
      .waitFor({ timeout: patienceMs })
      .catch(() => {
        throw new Stop('success is not shown');
      });
    const sent = this.#sent();
    if (sent.length !== requests) this.#problem(`sent ${sent.length} requests, not ${requests}`);
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n').slice(0, 12).join(' / ').slice(0, 600);
}

/** What the extension shows in a skin's lists without anybody doing anything. */
export async function readings(
  world: World,
  memory: Memory,
  skin: Skin,
): Promise<{ fine: number; of: number; problems: string[] }> {
  const problems: string[] = [];
  let of = 0;
  let fine = 0;
  const check = async (what: string, look: () => Promise<void>): Promise<void> => {
    of += 1;
    try {
      await look();
      fine += 1;
    } catch (error) {
      problems.push(`${what}: ${firstLine(error)}`);
      await keepPicture(page, [skin.name, what]);
    }
  };
  arrange(world, { people: [], workspace: 'EMEA Sales' });
  await memory.putBack();
  const page = await world.visit(skin.addresses?.team ?? 'settings/team');
  await skin.teamReady(page).first().waitFor({ timeout: 10_000 });
  const keyholder = await Keyholder.in(world, page);
  const state = skin.state ?? 'armed';
  const settled = async (): Promise<void> => {
    await world.toolbarSays(page, new RegExp(`^Keyholder: ${state}`), 4_000);
  };
  await check(`team ${state}`, settled);
  for (const [person, text] of [
    [{ name: 'Northwind Integrations', email: 'integrations@northwind.example' }, 'Owns 1 API key'],
    [{ name: 'Dana Okafor', email: 'dana.okafor@northwind.example' }, 'Owns 2 API keys'],
    [{ name: 'Jonas Lindqvist', email: 'jonas.lindqvist@northwind.example' }, null],
  ] as const) {
    await check(`badge of ${person.name}`, async () => {
      await skin.find?.(page, person);
      let last: string[] = [];
      await until(
        async () => {
          const row = await skin.row(page, person).boundingBox();
          if (!row) return false;
          last = [];
          for (const part of await keyholder.tree.all('StaticText', /^(Owns \d+ API keys?|May own API keys)$/)) {
            const box = await keyholder.tree.box(part);
            if (!box) continue;
            const x = box.x + box.width / 2;
            const y = box.y + box.height / 2;
            if (x >= row.x && x <= row.x + row.width && y >= row.y && y <= row.y + row.height) last.push(part.name);
          }
          return text === null ? last.length === 0 : last.length === 1 && last[0] === text;
        },
        { what: `"${String(text)}"`, timeoutMs: 4_000, instead: () => last.join(' | ') || 'none' },
      );
    });
  }
  await world.visit(skin.addresses?.keys ?? 'api-dashboard/configuration', { page });
  await skin.keysReady(page).first().waitFor({ timeout: 10_000 });
  await check(`keys ${state}`, settled);
  await check('owner lines', async () => {
    let last: string[] = [];
    await until(
      async () => {
        last = (await keyholder.owners()).sort();
        return last.length === 2 && last[0]!.includes('Dana Okafor') && last[1]!.includes('Northwind Integrations');
      },
      { what: 'owner lines of both keys', timeoutMs: 5_000, instead: () => last.join(' | ') || 'none' },
    );
  });
  await page.close();
  return { fine, of, problems };
}
