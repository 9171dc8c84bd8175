import { request as httpRequest } from 'node:http';
import { Readable } from 'node:stream';
import type { ReaderRequest } from '../reader/answer.ts';
import { MidadError } from '../model/errors.ts';

/** Headers that are between two neighbours only (RFC 9110 §7.6.1). */
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * Hands a request that is not for the reader site on to the primary, over its socket, and its answer back.
 * @throws MidadError `unavailable` when the primary does not answer.
 */
export function handOver(path: string) {
  return (request: ReaderRequest): Promise<Response> =>
    new Promise((resolve, reject) => {
      const { incoming } = request.env;
      const headers = Object.fromEntries(
        Object.entries(incoming.headers).filter(([name]) => !hopByHop.has(name)),
      );
      const peer = incoming.socket.remoteAddress ?? '';
      const forwarded = [headers['x-forwarded-for'], peer].filter(Boolean).join(', ');
      const passed = httpRequest(
        {
          socketPath: path,
          method: incoming.method,
          path: incoming.url,
          headers: { ...headers, 'x-forwarded-for': forwarded },
        },
        (answer) => {
          const back = new Headers();
          for (const [name, value] of Object.entries(answer.headers)) {
            if (hopByHop.has(name) || value === undefined) continue;
            for (const one of Array.isArray(value) ? value : [value]) back.append(name, one);
          }
          const status = answer.statusCode ?? 502;
          const bodiless = status === 204 || status === 304 || incoming.method === 'HEAD';
          if (bodiless) answer.resume();
          resolve(
            new Response(bodiless ? null : (Readable.toWeb(answer) as ReadableStream), {
              status,
              headers: back,
            }),
          );
        },
      );
      passed.on('error', (cause) => reject(new MidadError('unavailable', {}, { cause })));
      incoming.pipe(passed);
    });
}
