/**
 * The door: who may say what. `page/*` comes from the content script in the top frame of one of the two apps, and its
 * region from the sender's address; `own/*` comes from pages of the extension. Everything else is refused.
 */
import type { Region } from '../domain/words.ts';
import {
  type Envelope,
  type ErrorCode,
  MessageError,
  type Messages,
  type MessageType,
  type OwnMessages,
  type PageMessages,
  protocolVersion,
  type Reply,
} from './protocol.ts';
import { isDemo } from './demo-address.ts';
import { checkBody, isMessageType } from './schemas.ts';

/** What the browser says about who sent a message. */
export interface MessageSender {
  id?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined } | undefined;
}

/** A content script: where it runs. */
export interface PageSender {
  region: Region;
  tabId: number;
}

export type Handlers = {
  [T in keyof PageMessages]: (body: Messages[T]['send'], sender: PageSender) => Promise<Messages[T]['get']>;
} & {
  [T in keyof OwnMessages]: (body: Messages[T]['send']) => Promise<Messages[T]['get']>;
};

export interface DoorParts {
  /** `browser.runtime.id`. */
  extensionId: string;
  /** `browser.runtime.getURL('')`, with its trailing slash. */
  ownOrigin: string;
  handlers: Handlers;
  /** Answers pages that show the demo organization (`isDemo`); without it they are refused. */
  demoHandlers?: Handlers;
  /** What an error of ours becomes; the default for anything unknown is `internal`. */
  errorOf: (error: unknown) => { code: ErrorCode; details: string[] };
}

const hosts: Record<string, Region> = {
  'https://app.pandadoc.com': 'us',
  'https://app.pandadoc.eu': 'eu',
};

/** The region of an address, `null` where it is none of the two apps. */
export function regionOf(url: string | undefined): Region | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { origin } = new URL(url);
  return Object.hasOwn(hosts, origin) ? (hosts[origin] ?? null) : null;
}

function refuse(code: ErrorCode, details: string[] = []): Reply {
  return { ok: false, error: { code, details } };
}

/** A function that answers every message with a reply, whatever it holds and whatever happens; it never rejects. */
export function openDoor(parts: DoorParts): (message: unknown, sender: MessageSender) => Promise<Reply> {
  return async (message, sender) => {
    try {
      return await answer(parts, message, sender);
    } catch (error) {
      if (error instanceof MessageError && error.code !== 'no-answer' && error.code !== 'orphaned') {
        return refuse(error.code, error.details);
      }
      const { code, details } = parts.errorOf(error);
      return refuse(code, details);
    }
  };
}

async function answer(parts: DoorParts, message: unknown, sender: MessageSender): Promise<Reply> {
  if (sender.id !== parts.extensionId) return refuse('not-allowed');
  if (message === null || typeof message !== 'object') return refuse('bad-message');
  const { version, type, body } = message as Partial<Envelope>;
  const tier = tierOf(parts, sender);
  if (tier === null) return refuse('not-allowed');
  if (version !== protocolVersion) return refuse('reload-needed');
  if (!isMessageType(type)) return refuse('bad-message');
  if (type.startsWith('page/') !== (tier !== 'own')) return refuse('not-allowed');
  const checked = checkBody(type, body);
  if (!checked.ok) return refuse(checked.code, checked.details);
  const handlers = tier === 'own' && isDemo(sender.url ?? '') ? parts.demoHandlers : parts.handlers;
  if (!handlers) return refuse('not-allowed');
  const handle = handlers[type] as (body: unknown, sender: unknown) => Promise<Messages[MessageType]['get']>;
  return { ok: true, body: await handle(checked.body, tier) };
}

/** Whose message it is; `null` where nobody's who may speak. */
function tierOf(parts: DoorParts, sender: MessageSender): PageSender | 'own' | null {
  const { url, tab, frameId } = sender;
  if (url?.startsWith(parts.ownOrigin)) return 'own';
  const region = regionOf(url);
  if (region === null || frameId !== 0 || typeof tab?.id !== 'number') return null;
  return { region, tabId: tab.id };
}
