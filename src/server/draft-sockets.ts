import type { IncomingMessage, Server } from 'node:http';
import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { DraftRooms } from '../drafts/rooms.ts';

/** The one address on which the newsroom's editors hold a socket open. */
export const draftsPath = '/newsroom/drafts';

/**
 * A pasted picture never comes this way, only text: the longest story seen has 200 KB, and a first sync of an offline hour
 * is of that order.
 */
const mostMessageBytes = 8 * 1024 * 1024;

export interface DraftSocketOptions {
  rooms: DraftRooms;
  /** Origins whose pages may open one: browsers send cookies with sockets of any page. */
  origins(): readonly string[];
}

/** Takes the upgrades of `draftsPath` on a server; all others are refused. */
export function acceptDrafts(server: Server, { rooms, origins }: DraftSocketOptions): () => void {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: mostMessageBytes });
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (pathOf(incoming) !== draftsPath) return refuse(socket, 404);
    if (!origins().includes(incoming.headers.origin ?? '')) return refuse(socket, 403);
    sockets.handleUpgrade(incoming, socket, head, (peer) => {
      const connection = rooms.hocuspocus.handleConnection(peer, requestOf(incoming));
      peer.on('message', (data: Buffer) => connection.handleMessage(new Uint8Array(data)));
      peer.on('close', (code, reason) => connection.handleClose({ code, reason: reason.toString() }));
      // `ws` closes the socket itself (a message too large, bad UTF-8); without a listener it would end the process.
      peer.on('error', () => {});
    });
  });
  return () => {
    for (const peer of sockets.clients) peer.close(1001, 'server-stops');
    sockets.close();
  };
}

/** In a reader process: hands upgrades on to the primary, byte for byte. */
export function handOverUpgrades(server: Server, primarySocket: string): void {
  server.on('upgrade', (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (pathOf(incoming) !== draftsPath) return refuse(socket, 404);
    const primary = connect(primarySocket, () => {
      const peer = incoming.socket.remoteAddress ?? '';
      const lines = [`${incoming.method} ${incoming.url} HTTP/1.1`];
      for (let i = 0; i < incoming.rawHeaders.length; i += 2) {
        const name = incoming.rawHeaders[i] ?? '';
        if (name.toLowerCase() !== 'x-forwarded-for') lines.push(`${name}: ${incoming.rawHeaders[i + 1]}`);
      }
      const forwarded = [incoming.headers['x-forwarded-for'], peer].filter(Boolean).join(', ');
      primary.write(`${[...lines, `X-Forwarded-For: ${forwarded}`].join('\r\n')}\r\n\r\n`, 'latin1');
      if (head.length > 0) primary.write(head);
      socket.pipe(primary).pipe(socket);
    });
    primary.on('error', () => refuse(socket, 503));
    socket.on('error', () => primary.destroy());
    socket.on('close', () => primary.destroy());
    primary.on('close', () => socket.destroy());
  });
}

const pathOf = ({ url = '' }: IncomingMessage) => url.split('?', 1)[0];

const reasons = { 403: 'Forbidden', 404: 'Not Found', 503: 'Service Unavailable' } as const;

function refuse(socket: Duplex, status: keyof typeof reasons): void {
  socket.on('error', () => {});
  socket.end(`HTTP/1.1 ${status} ${reasons[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** The upgrade as Hocuspocus wants to see it; its host is never used for anything. */
function requestOf(incoming: IncomingMessage): Request {
  const headers = new Headers();
  for (let i = 0; i < incoming.rawHeaders.length; i += 2)
    headers.append(incoming.rawHeaders[i] ?? '', incoming.rawHeaders[i + 1] ?? '');
  return new Request(`http://localhost${incoming.url ?? '/'}`, { headers });
}
