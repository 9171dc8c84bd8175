import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { once } from 'node:events';

/** A line to a server that can be cut, fall silent, and be laid to another server. */
export interface Proxy {
  port: number;
  /** All connections break, and new ones are refused. */
  cut(): void;
  /** Nothing comes through any more, and nobody is told: a cable pulled out, a firewall that forgot. */
  silence(): void;
  /** Works again; what was silenced stays dead, as in life. @param port of another server from now on. */
  heal(port?: number): void;
  stop(): Promise<void>;
}

export async function startProxy(target: number): Promise<Proxy> {
  let to = target;
  let state: 'well' | 'cut' | 'silent' = 'well';
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    if (state === 'cut') return socket.destroy();
    if (state === 'silent') return socket.pause();
    const there = connect(to, '127.0.0.1');
    sockets.add(there);
    there.on('error', () => socket.destroy());
    there.on('close', () => {
      sockets.delete(there);
      socket.destroy();
    });
    socket.on('close', () => there.destroy());
    socket.pipe(there).pipe(socket);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      state = 'cut';
      for (const socket of sockets) socket.destroy();
    },
    silence() {
      state = 'silent';
      for (const socket of sockets) socket.unpipe().pause();
    },
    heal(port = to) {
      to = port;
      state = 'well';
    },
    async stop() {
      server.close();
      for (const socket of sockets) socket.destroy();
      await once(server, 'close');
    },
  };
}
