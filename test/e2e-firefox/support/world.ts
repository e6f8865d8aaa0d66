/** The world of one test: the lookalike, the only way out, and a Firefox with the built extension in a fresh profile. */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { HOSTS, type Lookalike, startLookalike } from '../../lookalike/server.ts';
import { root } from '../../tools/house.ts';
import { type Proxy, startProxy } from '../../e2e/support/proxy.ts';
import { until } from '../../e2e/support/until.ts';
import type { Json } from './bidi.ts';
import { addOnId, type Firefox, type Prefs, startFirefox, uuid } from './firefox.ts';
import { Tab } from './tab.ts';

export type Region = keyof typeof HOSTS;

/** Something written into a console that should have stayed silent. */
export interface Complaint {
  where: string;
  text: string;
}

/** The folder of the built package; `KEYHOLDER_FIREFOX_PACKAGE` names another one. */
export const packageFolder = (): string =>
  process.env['KEYHOLDER_FIREFOX_PACKAGE'] ?? path.join(root, '.output/firefox-mv3');

/** The browser's own remark on a page that was left while it waited for an answer. */
const leftPage =
  /^Promise (?:rejected after context unloaded: Actor 'Conduits' destroyed|resolved while context is inactive|resolved after context unloaded)/;

export const origin = `moz-extension://${uuid}`;

export class World {
  readonly lookalike: Lookalike;
  readonly proxy: Proxy;
  readonly firefox: Firefox;
  readonly #logged: Complaint[] = [];
  readonly #remove: string[] = [];
  /** The browser's own window, from where its records can be looked at. */
  readonly #window: Tab;

  private constructor(lookalike: Lookalike, proxy: Proxy, firefox: Firefox, window: Tab) {
    this.lookalike = lookalike;
    this.proxy = proxy;
    this.firefox = firefox;
    this.#window = window;
    firefox.bidi.on('log.entryAdded', (entry) => {
      const { level, text, source } = entry as { level: string; text: string | null; source: Json };
      if (level === 'error' || level === 'warn')
        this.#logged.push({ where: String(source['context']), text: text ?? '' });
    });
  }

  /**
   * @param profile to go on with, as it was left by a browser that was killed
   * @param prefs of the browser, beside those of every test
   */
  static async open(profile?: string, prefs: Prefs = {}): Promise<World> {
    const built = packageFolder();
    if (!existsSync(path.join(built, 'manifest.json')))
      throw new Error(`Build first: there is no package in ${built}.`);
    const lookalike = await startLookalike();
    const proxy = await startProxy(Object.values(HOSTS), lookalike.port);
    let firefox: Firefox | undefined;
    try {
      firefox = await startFirefox(proxy.port, profile, prefs);
      const { bidi } = firefox;
      await bidi.send('session.subscribe', { events: ['log.entryAdded'] });
      const { contexts } = await bidi.send('browsingContext.getTree', { 'moz:scope': 'chrome', maxDepth: 0 });
      const window = new Tab(bidi, (contexts as { context: string }[])[0]!.context);
      const world = new World(lookalike, proxy, firefox, window);
      await bidi.send('webExtension.install', { extensionData: { type: 'path', path: built } });
      return world;
    } catch (error) {
      await firefox?.close();
      await proxy.close();
      await lookalike.close();
      throw error;
    }
  }

  /** Brings the next version, as the browser does: the add-on installed again under a higher number. */
  async update(): Promise<void> {
    const folder = mkdtempSync(path.join(tmpdir(), 'keyholder-update-'));
    this.#remove.push(folder);
    cpSync(packageFolder(), folder, { recursive: true });
    const manifest = path.join(folder, 'manifest.json');
    const content = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
    const version = content.version.replace(/\d+$/, (last) => String(Number(last) + 1));
    writeFileSync(manifest, JSON.stringify({ ...content, version }));
    await this.firefox.bidi.send('webExtension.install', { extensionData: { type: 'path', path: folder } });
  }

  /** Opens an address of PandaDoc in a new tab. */
  async visit(hash: string, region: Region = 'us'): Promise<Tab> {
    const tab = await Tab.open(this.firefox.bidi);
    await tab.goto(`https://${HOSTS[region]}/a/#/${hash}`);
    return tab;
  }

  /** Opens a page of the extension in a tab. */
  async own(address: string): Promise<Tab> {
    const tab = await Tab.open(this.firefox.bidi);
    await tab.goto(`${origin}/${address}`, 'none');
    await until(
      async () => (await tab.call(() => location.protocol)) === 'moz-extension:' && (await tab.all('h1')).length > 0,
      { what: `${address} to be shown` },
    );
    return tab;
  }

  /** Whether the event page runs; asks the browser, so that asking does not wake it. */
  backgroundState(): Promise<string> {
    return this.#window.callInPage(
      (id: string) => (globalThis as unknown as Chrome).WebExtensionPolicy.getByID(id).extension.backgroundState,
      addOnId,
    );
  }

  /** Waits until the browser has put the event page to sleep, as it does with whoever has nothing to do. */
  async asleep(): Promise<void> {
    await until(async () => (await this.backgroundState()) === 'stopped', {
      what: 'the event page to be suspended',
      timeoutMs: 30_000,
      instead: () => this.backgroundState(),
    });
  }

  /** Ends the event page at once, whatever it is doing, as the browser does with one that takes too long. */
  async endBackground(): Promise<void> {
    await this.#window.callInPage(
      (id: string) =>
        (globalThis as unknown as Chrome).WebExtensionPolicy.getByID(id).extension.terminateBackground({
          ignoreDevtoolsAttached: true,
          disableResetIdleForTest: true,
        }),
      addOnId,
    );
  }

  /** What the toolbar button says over the tab at this address. */
  toolbar(address: string): Promise<{ title: string; badge: string } | null> {
    return this.#window.callInPage(
      (id: string, url: string) => {
        const chrome = globalThis as unknown as Chrome;
        const { ExtensionParent } = chrome.ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        const { action } = ExtensionParent.apiManager.global.browserActionFor(
          chrome.WebExtensionPolicy.getByID(id).extension,
        );
        const tab = [...chrome.gBrowser.tabs].find(({ linkedBrowser }) => linkedBrowser.currentURI.spec === url);
        if (!tab) return null;
        const { title, badgeText } = action.getContextData(tab);
        return { title, badge: badgeText };
      },
      addOnId,
      address,
    );
  }

  /** Waits until the toolbar button over a tab says so. */
  async toolbarSays(tab: Tab, title: RegExp): Promise<{ title: string; badge: string }> {
    let last = '';
    return until(
      async () => {
        const said = await this.toolbar(await tab.call(() => location.href));
        last = said?.title ?? '';
        return title.test(last) ? said : null;
      },
      { what: `toolbar title ${String(title)}`, instead: () => `"${last}"` },
    );
  }

  /** What anything wrote into a console: pages, and for the extension's code also where no tab shows it. */
  async complaints(): Promise<Complaint[]> {
    const kept = await this.#window.callInPage((from: string) => {
      const chrome = globalThis as unknown as Chrome;
      return chrome.Services.console
        .getMessageArray()
        .filter((message) => message instanceof chrome.Ci.nsIScriptError)
        .filter(({ sourceName }) => sourceName.startsWith(from))
        .map(({ sourceName, errorMessage }) => ({ where: sourceName, text: errorMessage }));
    }, origin);
    return [...this.#logged, ...kept].filter(({ text }) => !leftPage.test(text));
  }

  /** The browser killed, the servers closed; gives back the profile that is left. */
  async cut(): Promise<string> {
    await this.firefox.kill();
    await this.proxy.close();
    await this.lookalike.close();
    return this.firefox.profile;
  }

  async close(): Promise<void> {
    await this.firefox.close();
    for (const folder of this.#remove) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    await this.proxy.close();
    await this.lookalike.close();
  }
}

/** What is used here of the browser's inside. */
interface Chrome {
  WebExtensionPolicy: {
    getByID(id: string): {
      extension: { backgroundState: string; terminateBackground(how: Record<string, boolean>): Promise<void> };
    };
  };
  ChromeUtils: {
    importESModule(url: string): {
      ExtensionParent: {
        apiManager: {
          global: {
            browserActionFor(extension: unknown): {
              action: { getContextData(tab: unknown): { title: string; badgeText: string } };
            };
          };
        };
      };
    };
  };
  gBrowser: { tabs: Iterable<{ linkedBrowser: { currentURI: { spec: string } } }> };
  Services: {
    console: {
      getMessageArray(): object[];
    };
  };
  Ci: { nsIScriptError: new () => { sourceName: string; errorMessage: string } };
}
