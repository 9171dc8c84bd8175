import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import { pino, type Logger } from 'pino';

const answering = new AsyncLocalStorage<string>();

/** A log of JSON lines; whatever is written while a request is answered carries its id. */
export function makeLog(level: string, base?: object): Logger {
  return pino({
    level,
    ...(base && { base }),
    mixin: () => {
      const request = answering.getStore();
      return request === undefined ? {} : { request };
    },
  });
}

/** The request's id: what a proxy or a reader process of ours gave it, else a new one. */
export function requestId(given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomBytes(8).toString('hex');
}

export const withRequest = (id: string, work: () => void): void => answering.run(id, work);
