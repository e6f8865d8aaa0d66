/** Sending messages to the background, from pages of ours and from the content script alike: no library, no schema. */
import {
  type Envelope,
  MessageError,
  type Messages,
  type MessageType,
  protocolVersion,
  type Reply,
  type Send,
} from './protocol.ts';

/** The part of `browser.runtime` that sending needs. */
export interface Runtime {
  readonly id?: string | undefined;
  sendMessage(message: unknown): Promise<unknown>;
}

const answerWithinMs = 2_000;

function withTimeout<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new MessageError('no-answer')), ms);
    promise.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (error: unknown) => {
        clearTimeout(timer);
        reject(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
}

/**
 * A sender over a runtime. A message that gets no answer (a worker died over it) is sent once more: every message that
 * writes carries its own op id, so a repetition is carried out once.
 *
 * @throws MessageError `orphaned` when the extension was updated or removed under this page, `no-answer` after two
 *   tries of `timeoutMs`, otherwise the background's own code
 */
export function sender(runtime: Runtime, timeoutMs: number = answerWithinMs): Send {
  return async <T extends MessageType>(type: T, body: Messages[T]['send']): Promise<Messages[T]['get']> => {
    const envelope: Envelope<T> = { version: protocolVersion, type, body };
    let reply: Reply<T> | undefined;
    for (let attempt = 1; reply === undefined; attempt += 1) {
      // After an update `runtime.id` is gone, and every further call would throw for ever.
      if (!runtime.id) throw new MessageError('orphaned');
      try {
        reply = (await withTimeout(runtime.sendMessage(envelope), timeoutMs)) as Reply<T> | undefined;
        if (reply === undefined) throw new MessageError('no-answer');
      } catch (error) {
        if (!runtime.id || /context invalidated/i.test(String(error))) throw new MessageError('orphaned');
        if (attempt === 2) throw error instanceof MessageError ? error : new MessageError('no-answer');
      }
    }
    if (!reply.ok) throw new MessageError(reply.error.code, reply.error.details);
    return reply.body;
  };
}
