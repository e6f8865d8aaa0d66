/**
 * WebDriver BiDi, as much of it as these tests need, straight over its socket: pages of the extension and closed shadow
 * roots can be reached this way, and every event is seen (quality.md, M8 and M9).
 */

/** What a command or an event carries; its shape is the specification's. */
export type Json = Record<string, unknown>;

interface Waiting {
  resolve: (result: Json) => void;
  reject: (error: Error) => void;
}

/** One connection to one browser. */
export class Bidi {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, ((params: Json) => void)[]>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#hear(String(data)));
    socket.addEventListener('close', () => {
      for (const { reject } of this.#waiting.values()) reject(new Error('Firefox has ended.'));
      this.#waiting.clear();
    });
  }

  /** Connects and opens a session. */
  static async open(address: string): Promise<Bidi> {
    const socket = new WebSocket(address);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve(), { once: true });
      socket.addEventListener('error', () => reject(new Error(`No answer at ${address}.`)), { once: true });
    });
    const bidi = new Bidi(socket);
    await bidi.send('session.new', { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    return bidi;
  }

  /** Sends a command and waits for its result. */
  send(method: string, params: Json = {}): Promise<Json> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, {
        resolve,
        reject: (error) => {
          reject(new Error(`${method}: ${error.message}`));
        },
      });
      this.#socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /** Hears an event; `session.subscribe` has to be sent before. */
  on(method: string, listener: (params: Json) => void): void {
    this.#listeners.set(method, [...(this.#listeners.get(method) ?? []), listener]);
  }

  close(): void {
    this.#socket.close();
  }

  #hear(data: string): void {
    const message = JSON.parse(data) as Json & { id?: number };
    if (typeof message.id === 'number') {
      const waiting = this.#waiting.get(message.id);
      this.#waiting.delete(message.id);
      if (message['type'] === 'error') {
        waiting?.reject(new Error(`${String(message['error'])}: ${String(message['message'])}`));
      } else waiting?.resolve(message['result'] as Json);
      return;
    }
    for (const listener of this.#listeners.get(message['method'] as string) ?? []) listener(message['params'] as Json);
  }
}
