import { setTimeout as pause } from 'node:timers/promises';
import { HocuspocusProvider, HocuspocusProviderWebsocket } from '@hocuspocus/provider';
import { WebSocket } from 'ws';
import * as Y from 'yjs';

/** An editor's screen as far as the draft goes: the shared document, and what the server says of it. */
export interface Editor {
  doc: Y.Doc;
  /** Types at the end of the headline. */
  type(text: string): void;
  text(): string;
  /** Names of those who have it open, as the screen shows them. */
  others(): string[];
  synced(): Promise<void>;
  /** Resolves when everything typed so far is committed, asking again as the screen does. */
  saved(): Promise<void>;
  close(): void;
}

/**
 * @param url of the node. @param cookie of somebody who is signed in. @param more.doc what was typed before, on another node.
 */
export function openEditor(
  url: string,
  cookie: string,
  room: string,
  { doc = new Y.Doc(), name = 'محرر' } = {},
): Editor {
  const socket = new HocuspocusProviderWebsocket({
    url: `${url.replace('http', 'ws')}/newsroom/drafts`,
    WebSocketPolyfill: class extends WebSocket {
      constructor(address: string) {
        super(address, { headers: { origin: url, cookie } });
        // One that is given up before it was open; the provider has stopped listening by then.
        this.on('error', () => {});
      }
    },
    delay: 50,
    minDelay: 50,
    maxDelay: 500,
  });
  const stored = new Set<number>();
  const provider = new HocuspocusProvider({
    websocketProvider: socket,
    name: room,
    document: doc,
    token: 'session',
    onStateless({ payload }) {
      const said = JSON.parse(payload) as { type: string; n: number };
      if (said.type === 'stored') stored.add(said.n);
    },
    onAuthenticationFailed({ reason }) {
      if (reason === 'unavailable') setTimeout(reconnect, 200);
    },
    onStatus({ status }) {
      if (status !== 'connected') provider.synced = false;
    },
  });
  const reconnect = () => {
    socket.disconnect();
    void socket.connect();
  };
  provider.attach();
  provider.setAwarenessField('user', { id: name, name });
  let asked = 0;
  const headline = doc.getText('headline');
  return {
    doc,
    type: (text) => headline.insert(headline.length, text),
    text: () => headline.toString(),
    others: () =>
      [...(provider.awareness?.getStates() ?? [])].flatMap(([client, { user }]) =>
        client === doc.clientID ? [] : [String((user as { name: string } | undefined)?.name)],
      ),
    async synced() {
      while (!provider.isSynced) await pause(10);
    },
    async saved() {
      for (;;) {
        while (!provider.isSynced) await pause(10);
        const n = ++asked;
        provider.sendStateless(JSON.stringify({ type: 'sent', n }));
        for (let waited = 0; waited < 1000; waited += 2) {
          if (stored.has(n)) return;
          await pause(2);
        }
      }
    },
    close() {
      provider.destroy();
      socket.destroy();
    },
  };
}
