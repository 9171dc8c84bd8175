import { connect, type Socket } from 'node:net';

export interface Load {
  requestsPerSecond: number;
  /** Milliseconds, from sending a request to its last byte. */
  p50: number;
  p99: number;
}

/**
 * Asks for one address over `connections` kept-alive sockets for `seconds`, each next request when the last answer is
 * whole. All answers must have the same length, which is learnt first; so the client costs little beside the server.
 */
export async function load(
  url: string,
  options: { seconds: number; connections: number; headers?: Record<string, string> },
): Promise<Load> {
  const { hostname, port, pathname, search } = new URL(url);
  const headers = Object.entries({ Host: `${hostname}:${port}`, ...options.headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  );
  const request = Buffer.from(`GET ${pathname}${search} HTTP/1.1\r\n${headers.join('')}\r\n`);
  const open = () =>
    new Promise<Socket>((resolve, reject) => {
      const socket = connect({ host: hostname, port: Number(port), noDelay: true }, () =>
        resolve(socket),
      ).once('error', reject);
    });
  const length = await answerLength(await open(), request);
  const times: number[] = [];
  const until = performance.now() + options.seconds * 1000;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: options.connections }, async () => {
      const socket = await open();
      await new Promise<void>((resolve, reject) => {
        let got = 0;
        let sent = performance.now();
        socket.on('error', reject);
        socket.on('data', (chunk) => {
          got += chunk.length;
          if (got < length) return;
          got -= length;
          const now = performance.now();
          times.push(now - sent);
          if (now >= until) {
            socket.destroy();
            resolve();
            return;
          }
          sent = now;
          socket.write(request);
        });
        socket.write(request);
      });
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  return { requestsPerSecond: times.length / seconds, p50: quantile(times, 0.5), p99: quantile(times, 0.99) };
}

/** Bytes of one whole answer, head and body. */
function answerLength(socket: Socket, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('latin1');
    socket.on('data', (chunk) => {
      text += String(chunk);
      const head = text.indexOf('\r\n\r\n');
      const body = /content-length: (\d+)/i.exec(text)?.[1];
      if (head < 0) return;
      if (!text.startsWith('HTTP/1.1 200') || body === undefined) reject(new Error(text.slice(0, 200)));
      socket.destroy();
      resolve(head + 4 + Number(body));
    });
    socket.once('error', reject);
    socket.write(request);
  });
}

/** The value below which this share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const median = (values: readonly number[]) => quantile(values, 0.5);
