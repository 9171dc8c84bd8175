import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { IndexeddbPersistence } from 'y-indexeddb';
import * as Y from 'yjs';

/**
 * What is true of what was typed: `saved` is committed on the server; `unsent` is on this device and on its way; `offline` is on
 * this device; `replaced`: the draft began anew from another revision, so this one takes nothing any more; `refused`: the
 * session has ended or the right to write.
 */
export type SaveState = 'opening' | 'saved' | 'unsent' | 'offline' | 'replaced' | 'refused';

export interface Snapshot {
  state: SaveState;
  /** When everything typed was last known to be committed; ms since the epoch. */
  savedAt: number | undefined;
  /** The first sync with server or device is done: there is something to show. */
  ready: boolean;
}

export interface DraftAddress {
  /** `story/7/g3/s1`. */
  room: string;
  /** `wss://…/newsroom/drafts`. */
  socket: string;
  /** As the others see the writer. */
  user: { id: string; name: string; color: string };
}

/** Bursts of typing are asked about once: a letter every 80 ms is fast typing. */
const askAfterMs = 150;
/** What the server has not answered after so long is asked again. */
const askAgainMs = 3000;
/** From the first failed attempt to connect on; the provider grows it. */
const reconnectMs = 500;

/**
 * A draft as it is open in this browser: the shared document, kept on the device keystroke by keystroke (IndexedDB) and sent
 * to the server, and a truthful word about both.
 */
export class DraftConnection {
  readonly doc = new Y.Doc();
  readonly provider: HocuspocusProvider;
  readonly #socket: HocuspocusProviderWebsocket;
  readonly #device: IndexeddbPersistence;
  readonly #listeners = new Set<() => void>();
  #snapshot: Snapshot = { state: 'opening', savedAt: undefined, ready: false };
  /** Number of what was typed last, of what the server was asked about, and of what it has committed. */
  #typed = 0;
  #asked = 0;
  #stored = 0;
  #connected = false;
  #synced = false;
  #ended: 'replaced' | 'refused' | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #again: ReturnType<typeof setInterval>;
  /** The network is back: there is no need to wait for the next attempt. */
  readonly #online = () => {
    if (!this.#connected && this.#ended === undefined) void this.#socket.connect();
  };

  constructor({ room, socket, user }: DraftAddress) {
    this.#device = new IndexeddbPersistence(`midad/${room}`, this.doc);
    this.#device.once('synced', () => this.#update({ ready: true }));
    this.#socket = new HocuspocusProviderWebsocket({
      url: socket,
      delay: reconnectMs,
      minDelay: reconnectMs,
      maxDelay: 10_000,
    });
    this.provider = new HocuspocusProvider({
      websocketProvider: this.#socket,
      name: room,
      document: this.doc,
      // The session's cookie says who it is; a token is asked for all the same.
      token: 'session',
      onSynced: () => {
        this.#synced = true;
        // What an earlier visit left on the device goes up with the first sync: ask whether it arrived.
        this.#typed++;
        this.#update({ ready: true });
        this.#ask();
      },
      onStatus: ({ status }) => {
        this.#connected = status === 'connected';
        if (!this.#connected) {
          this.#synced = false;
          // The provider says `synced` when it was not, and a connection can end without its noticing.
          this.provider.synced = false;
        }
        this.#update({});
      },
      onStateless: ({ payload }) => this.#told(payload),
      onAuthenticationFailed: ({ reason }) => {
        if (reason === 'unavailable') this.#comeAgain();
        else this.#end('refused');
      },
      onClose: ({ event }) => {
        if (event.reason === 'session-ended') this.#end('refused');
        if (event.reason === 'draft-replaced') this.#end('replaced');
      },
    });
    this.provider.attach();
    this.#again = setInterval(() => this.#ask(), askAgainMs);
    globalThis.addEventListener('online', this.#online);
    this.provider.setAwarenessField('user', user);
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === this.provider || origin === this.#device) return;
      this.#typed++;
      this.#update({});
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#ask(), askAfterMs);
    });
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly snapshot = (): Snapshot => this.#snapshot;

  /** Resolves when everything typed so far is committed. @throws Error when the draft was replaced or refused. */
  saved(): Promise<void> {
    this.#ask();
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.#ended !== undefined) reject(new Error(this.#ended));
        else if (this.#snapshot.state !== 'saved') return;
        else resolve();
        stop();
      };
      const stop = this.subscribe(look);
      look();
    });
  }

  /** What was typed stays on the device. */
  close(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#again);
    globalThis.removeEventListener('online', this.#online);
    this.provider.destroy();
    this.#socket.destroy();
    void this.#device.destroy();
    this.doc.destroy();
    this.#listeners.clear();
  }

  /** Forgets what the device keeps of this draft: it was saved, or copied elsewhere. */
  async forget(): Promise<void> {
    await this.#device.clearData();
  }

  /** The server could not say who we are or what the draft holds: its database is away for the moment. */
  #comeAgain(): void {
    setTimeout(() => {
      if (this.#ended !== undefined) return;
      this.#socket.disconnect();
      void this.#socket.connect();
    }, askAgainMs);
  }

  #ask(): void {
    clearTimeout(this.#timer);
    if (!this.#connected || !this.#synced || this.#typed === this.#stored) return;
    this.#asked = this.#typed;
    this.provider.sendStateless(JSON.stringify({ type: 'sent', n: this.#asked }));
  }

  #told(payload: string): void {
    const message = readMessage(payload);
    if (message?.type === 'replaced') this.#end('replaced');
    if (message?.type !== 'stored') return;
    this.#stored = Math.max(this.#stored, message.n);
    this.#update({});
    if (this.#stored < this.#typed) this.#ask();
  }

  #end(how: 'replaced' | 'refused'): void {
    this.#ended ??= how;
    this.#socket.disconnect();
    this.#update({});
  }

  #update(change: Partial<Snapshot>): void {
    const ready = change.ready ?? this.#snapshot.ready;
    const state = this.#state(ready);
    const savedAt = state === 'saved' ? Date.now() : this.#snapshot.savedAt;
    this.#snapshot = { ready, state, savedAt };
    for (const listener of this.#listeners) listener();
  }

  #state(ready: boolean): SaveState {
    if (this.#ended !== undefined) return this.#ended;
    if (!ready) return 'opening';
    if (!this.#connected || !this.#synced) return 'offline';
    return this.#stored < this.#typed ? 'unsent' : 'saved';
  }
}

function readMessage(payload: string): { type: 'stored'; n: number } | { type: 'replaced' } | undefined {
  try {
    const message: unknown = JSON.parse(payload);
    if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
    if (message.type === 'replaced') return { type: 'replaced' };
    if (message.type === 'stored' && 'n' in message && typeof message.n === 'number')
      return { type: 'stored', n: message.n };
    return undefined;
  } catch {
    return undefined;
  }
}
