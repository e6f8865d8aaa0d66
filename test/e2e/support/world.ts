/**
 * The world of one test file: the lookalike, the way out, and a Chromium with the built extension in a fresh profile.
 * Knows nothing of a test framework: the demo and the pictures use it too.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Storage } from 'webextension-polyfill';
import type { BrowserContext, CDPSession, Page, Worker } from 'playwright-core';
import { HOSTS, type Lookalike, startLookalike } from '../../lookalike/server.ts';
import { openChromium } from '../../tools/chromium.ts';
import { root } from '../../tools/house.ts';
import { Fuzz, fuzzSeed } from './fuzz.ts';
import { type Proxy, startProxy } from './proxy.ts';
import { Tree } from './tree.ts';
import { until } from './until.ts';

export type Region = keyof typeof HOSTS;

export interface WorldOptions {
  /** The face of the lookalike: a folder of `test/lookalike/skins` or `test/skins`. */
  skin?: string;
  /** So many more people in the first workspace. */
  crowd?: number;
  /** `false` where the skin's library cannot live with a strict policy of the page. */
  csp?: boolean;
  /** Interface language of PandaDoc. */
  interfaceLanguage?: string;
  /** The browser's own language, which is Keyholder's. */
  language?: string;
  headless?: boolean;
  /** `true`: the first steps, which open by themselves after the installation, stay open. */
  greeted?: boolean;
  /** `false`: nothing of Keyholder runs in PandaDoc's pages; for comparing. */
  guarded?: boolean;
  /** Folders of other extensions that run beside Keyholder; for comparing. */
  beside?: readonly string[];
  /** Further hosts that the lookalike answers, with the data of app.pandadoc.com. */
  hosts?: readonly string[];
  /** A profile and package made ready before; the profile is copied, never written. */
  from?: Prepared;
  args?: string[];
}

declare const chrome: Browser;

/** Where Chromium sends what cannot be switched off (its component updater, its sign-in): a host that there is not. */
export const browserItself = 'browser-itself.invalid';
/** Where the browser asks of itself: what could be turned there, and where it fetches its parts, for which there is no switch. */
export const browserHosts = [browserItself, 'redirector.gvt1.com'];

/** A profile in which something was done already, and the folder of the package, which the extension's id hangs on. */
export interface Prepared {
  profile: string;
  folder: string;
  remove(): void;
}

/** What something wrote into a console that should have stayed silent. */
export interface Complaint {
  where: string;
  text: string;
}

/** The folder of the built package; `KEYHOLDER_PACKAGE` names another one (a build of your own, beside `.output`). */
export const packageFolder = (): string => process.env['KEYHOLDER_PACKAGE'] ?? path.join(root, '.output/chrome-mv3');

export class World {
  readonly lookalike: Lookalike;
  readonly proxy: Proxy;
  readonly context: BrowserContext;
  /** `chrome-extension://<id>` */
  readonly origin: string;
  /** The package as loaded: a copy, so that a test may bring an update. */
  readonly folder: string;
  readonly profile: string;
  /** Whether Keyholder runs in PandaDoc's pages. */
  readonly guardedPages: boolean;
  readonly complaints: Complaint[] = [];
  #fuzz: Fuzz | null = null;
  readonly #trees = new WeakMap<Page, Promise<Tree>>();
  readonly #remove: string[];
  #open = true;

  constructor(
    parts: Pick<World, 'lookalike' | 'proxy' | 'context' | 'origin' | 'folder' | 'profile' | 'guardedPages'>,
    remove: string[],
  ) {
    this.lookalike = parts.lookalike;
    this.proxy = parts.proxy;
    this.context = parts.context;
    this.origin = parts.origin;
    this.folder = parts.folder;
    this.profile = parts.profile;
    this.guardedPages = parts.guardedPages;
    this.#remove = remove;
    this.context.on('page', (page) => this.#listen(page));
    for (const page of this.context.pages()) this.#listen(page);
    this.context.on('serviceworker', (worker) => this.#listenTo(worker));
    for (const worker of this.context.serviceWorkers()) this.#listenTo(worker);
  }

  #listen(page: Page): void {
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return;
      // What PandaDoc's API refuses is in the lookalike's record; the browser mentions it here too.
      if (/^Failed to load resource: the server responded with a status of [45]\d\d/.test(message.text())) return;
      this.complaints.push({ where: page.url(), text: message.text() });
    });
    page.on('pageerror', (error) => this.complaints.push({ where: page.url(), text: error.stack ?? String(error) }));
  }

  #listenTo(worker: Worker): void {
    worker.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        this.complaints.push({ where: worker.url(), text: message.text() });
      }
    });
  }

  /** From here on the worker is killed now and then, where the run asks for it (`fuzz.ts`). */
  async fuzz(name: string): Promise<void> {
    const seed = fuzzSeed();
    if (seed === null) return;
    await this.backstage();
    this.#fuzz = new Fuzz(seed, name, () => this.killWorker());
  }

  /** One step of a test. */
  step<T>(run: () => Promise<T>): Promise<T> {
    return this.#fuzz ? this.#fuzz.step(run) : run();
  }

  #undisturbed<T>(run: () => Promise<T>): Promise<T> {
    return this.#fuzz ? this.#fuzz.without(run) : run();
  }

  /**
   * Opens an address of PandaDoc in a new tab, or in this one.
   *
   * @param address what stands behind `/a/#/`; with a slash at its start, the whole path
   */
  visit(address: string, options: { region?: Region; page?: Page } = {}): Promise<Page> {
    return this.step(() => this.#visit(address, options));
  }

  async #visit(address: string, options: { region?: Region; page?: Page }): Promise<Page> {
    const page = options.page ?? (await this.context.newPage());
    const host = HOSTS[options.region ?? 'us'];
    await page.goto(`https://${host}${address.startsWith('/') ? address : `/a/#/${address}`}`);
    return page;
  }

  /** Opens a page of the extension in a tab. */
  own(address: string): Promise<Page> {
    return this.step(() => this.#own(address));
  }

  async #own(address: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`${this.origin}/${address}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    return page;
  }

  /** What assistive technology gets of a page. */
  tree(page: Page): Promise<Tree> {
    let tree = this.#trees.get(page);
    if (!tree) {
      tree = Tree.of(page);
      this.#trees.set(page, tree);
    }
    return tree;
  }

  /** The extension's worker, started if it sleeps. */
  async worker(): Promise<Worker> {
    const mine = (): Worker | undefined =>
      this.context.serviceWorkers().find((worker) => worker.url().startsWith(this.origin));
    return until(mine, { what: 'the extension’s worker' });
  }

  /**
   * Stops the extension's worker, as the browser may at any time; gives back when it is gone. Playwright goes on showing
   * the worker and reaches the next one under the same handle, so the browser itself is asked.
   */
  async killWorker(): Promise<void> {
    const session = await this.context.newCDPSession(await this.backstage());
    let stopped = false;
    let before = '';
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      for (const { scriptURL, runningStatus } of versions) {
        if (!scriptURL.startsWith(this.origin)) continue;
        // With a message waiting, the next one starts at once, and nobody hears that the last one had stopped. Whoever went on
        // stopping would keep every one from starting.
        stopped ||= runningStatus === 'stopped' || (runningStatus === 'starting' && /running|stopping/.test(before));
        before = runningStatus;
      }
    });
    await session.send('ServiceWorker.enable');
    // One that is just starting does not hear the first word.
    await until(
      async () => {
        if (!stopped) await session.send('ServiceWorker.stopAllWorkers');
        return stopped;
      },
      { what: 'the worker to be stopped' },
    );
    await session.detach();
  }

  /** Keeps the worker from doing anything for a while: it hears, and answers late. Gives back when it is over. */
  busyWorker(ms: number): Promise<void> {
    return this.#undisturbed(async () => {
      const worker = await this.worker();
      await worker.evaluate((forMs) => {
        const end = performance.now() + forMs;
        while (performance.now() < end);
      }, ms);
    });
  }

  /** Brings the next version, as the browser does: new files in the place of the old ones, then a restart. */
  update(): Promise<void> {
    return this.#undisturbed(() => this.#update());
  }

  async #update(): Promise<void> {
    const file = path.join(this.folder, 'manifest.json');
    const built = JSON.parse(readFileSync(path.join(packageFolder(), 'manifest.json'), 'utf8')) as { version: string };
    const next = built.version.replace(/\d+$/, (last) => String(Number(last) + 1));
    writeFileSync(file, JSON.stringify({ ...built, version: next }));
    const backstage = await this.backstage();
    const closed = backstage.waitForEvent('close');
    await backstage.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await closed;
    await until(
      async () => {
        const page = await this.backstage();
        if ((await page.evaluate(() => chrome.runtime.getManifest().version)) === next) return true;
        await page.close();
        return false;
      },
      { what: `version ${next} to run` },
    );
  }

  /** Closes the tab of the first steps as soon as it is there: a test opens its own tabs, and the first one is in front. */
  dismissGreeting(): void {
    const greeting = `${this.origin}/dashboard.html#/welcome`;
    const close = (page: Page): void => {
      page.waitForURL(greeting, { timeout: 10_000 }).then(
        () => page.close().catch(() => undefined),
        () => undefined,
      );
    };
    const watch = (page: Page): void => {
      // A page that the extension opened comes with its address; one that a test opens is empty at first.
      if (page.url() !== 'about:blank' && page.url() !== '' && page.url() !== greeting) return;
      if (page.url() === greeting) close(page);
      else page.once('domcontentloaded', () => page.url() === greeting && close(page));
    };
    for (const page of this.context.pages()) watch(page);
    this.context.on('page', watch);
  }

  /** A page of the extension's origin that runs nothing of it: from here the browser's own records are looked at. */
  async backstage(): Promise<Page> {
    const there = this.context.pages().find((page) => page.url() === `${this.origin}/manifest.json`);
    if (there) return there;
    // The browser's first tab, so that no tab of a test is covered by this one.
    const page = this.context.pages().find((each) => each.url() === 'about:blank') ?? (await this.context.newPage());
    await page.goto(`${this.origin}/manifest.json`);
    return page;
  }

  /** What the toolbar button says over a tab. */
  async toolbar(page: Page): Promise<{ title: string; badge: string }> {
    const url = page.url();
    return (await this.backstage()).evaluate(async (address) => {
      const tabs = await chrome.tabs.query({});
      const tabId = tabs.find((tab) => tab.url === address)?.id;
      if (tabId === undefined) throw new Error(`No tab with ${address}`);
      return { title: await chrome.action.getTitle({ tabId }), badge: await chrome.action.getBadgeText({ tabId }) };
    }, url);
  }

  /** Waits until the toolbar button over a tab says so. */
  async toolbarSays(page: Page, title: RegExp, timeoutMs = 10_000): Promise<string> {
    let last = '';
    return until(
      async () => {
        last = (await this.toolbar(page)).title;
        return title.test(last) && last;
      },
      { what: `toolbar title ${String(title)}`, timeoutMs, instead: () => `"${last}"` },
    );
  }

  /** Waits until a page of a workspace was read to its end and recorded. */
  async recorded(workspace: string, page: 'keys' | 'members', region: Region = 'us'): Promise<void> {
    interface Row {
      id: string;
      region: string;
      name?: unknown;
    }
    let last = '';
    await until(
      async () => {
        const stores: Record<string, unknown[]> = (await this.kept()).databases['keyholder'] ?? {};
        const rows = (stores['workspaces'] ?? []) as Row[];
        const found = rows.filter(
          (row) => row.region === region && JSON.stringify(row.name).includes(`"${workspace}"`),
        );
        const coverage = (stores['coverage'] ?? []) as (Row &
          Record<'keys' | 'members', { complete: boolean } | null>)[];
        const covered = coverage.filter((row) => found.some(({ id }) => id === row.id));
        last = JSON.stringify({ workspaces: found.length, covered });
        return covered.some((row) => row[page]?.complete === true);
      },
      { what: `${page} of ${workspace} (${region}) to be recorded`, instead: () => last },
    );
  }

  /** Everything that the extension keeps: its databases, record by record, and its storage areas. */
  async kept(): Promise<{ databases: Record<string, Record<string, unknown[]>>; storage: Record<string, unknown> }> {
    return (await this.backstage()).evaluate(async () => {
      const databases: Record<string, Record<string, unknown[]>> = {};
      const done = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(new Error(String(request.error)));
        });
      for (const { name } of await indexedDB.databases()) {
        if (!name) continue;
        const database = await done(indexedDB.open(name));
        const stores: Record<string, unknown[]> = {};
        for (const store of database.objectStoreNames) {
          stores[store] = (await done(database.transaction(store).objectStore(store).getAll())) as unknown[];
        }
        database.close();
        databases[name] = stores;
      }
      const area = (from: Storage.StorageArea): Promise<Record<string, unknown>> => from.get(null);
      return {
        databases,
        storage: {
          local: await area(chrome.storage.local),
          session: await area(chrome.storage.session),
          sync: await area(chrome.storage.sync),
        },
      };
    });
  }

  /** A session of the Chrome DevTools Protocol for a page. */
  session(page: Page): Promise<CDPSession> {
    return this.context.newCDPSession(page);
  }

  async close(): Promise<void> {
    await this.#stop();
    this.#clear();
  }

  /** Closes, and keeps profile and package. */
  async leave(): Promise<Prepared> {
    await this.#stop();
    return { profile: this.profile, folder: this.folder, remove: () => this.#clear() };
  }

  #clear(): void {
    for (const folder of this.#remove) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }

  async #stop(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#fuzz?.end();
    await this.context.close();
    await this.proxy.close();
    await this.lookalike.close();
  }
}

/** Opens a world, has something done in it, and keeps its profile for worlds to come. */
export async function prepare(options: WorldOptions, steps: (world: World) => Promise<void>): Promise<Prepared> {
  const world = await openWorld(options);
  try {
    await steps(world);
  } catch (error) {
    await world.close();
    throw error;
  }
  return world.leave();
}

/** Services of the browser that have no switch on the command line: signing in, and asking how to fill in forms. */
function silence(profile: string): void {
  mkdirSync(path.join(profile, 'Default'), { recursive: true });
  writeFileSync(
    path.join(profile, 'Default/Preferences'),
    JSON.stringify({
      // Without it an unpacked extension stays off after it was reloaded.
      extensions: { ui: { developer_mode: true } },
      signin: { allowed: false, allowed_on_next_startup: false },
      autofill: { enabled: false, profile_enabled: false, credit_card_enabled: false },
      credentials_enable_service: false,
      safebrowsing: { enabled: false },
      search: { suggest_enabled: false },
      alternate_error_pages: { enabled: false },
    }),
  );
}

/** Opens a world. */
export async function openWorld(options: WorldOptions = {}): Promise<World> {
  const built = packageFolder();
  if (!existsSync(path.join(built, 'manifest.json'))) throw new Error(`Build first: there is no package in ${built}.`);
  const { skin, crowd, csp, interfaceLanguage } = options;
  const lookalike = await startLookalike({
    ...(skin === undefined ? {} : { skin }),
    ...(crowd === undefined ? {} : { crowd }),
    ...(csp === undefined ? {} : { csp }),
    ...(interfaceLanguage === undefined ? {} : { interfaceLanguage }),
  });
  const proxy = await startProxy([...Object.values(HOSTS), ...(options.hosts ?? [])], lookalike.port);
  const remove: string[] = [];
  const temporary = (name: string): string => {
    const folder = mkdtempSync(path.join(tmpdir(), name));
    remove.push(folder);
    return folder;
  };
  const folder = options.from?.folder ?? path.join(temporary('keyholder-package-'), 'package');
  if (!options.from) cpSync(built, folder, { recursive: true });
  if (options.guarded === false) {
    const manifest = path.join(folder, 'manifest.json');
    const content = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, unknown>;
    writeFileSync(manifest, JSON.stringify({ ...content, content_scripts: [] }));
  }
  const profile = temporary('keyholder-profile-');
  if (options.from) cpSync(options.from.profile, profile, { recursive: true });
  else silence(profile);
  const opened = await openChromium({
    extension: folder,
    ...(options.beside === undefined ? {} : { beside: options.beside }),
    profile,
    headless: options.headless ?? true,
    args: [
      ...proxy.args,
      '--ignore-certificate-errors',
      '--window-size=1360,900',
      `--component-updater=url-source=https://${browserItself}/`,
      `--gaia-url=https://${browserItself}/`,
      ...(options.args ?? []),
    ],
    ...(options.language === undefined ? {} : { language: options.language }),
  });
  const world = new World(
    {
      lookalike,
      proxy,
      context: opened.context,
      origin: opened.origin,
      folder,
      profile,
      guardedPages: options.guarded ?? true,
    },
    remove,
  );
  if (options.greeted !== true && !options.from) world.dismissGreeting();
  return world;
}
