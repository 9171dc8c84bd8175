import type { Journal } from '../journal/journal.ts';

/** The same journal, every call timed. */
export function timedJournal(
  journal: Journal,
  observe: (method: string, seconds: number, failed: boolean) => void,
): Journal {
  return new Proxy(journal, {
    get(target, name, receiver) {
      const method: unknown = Reflect.get(target, name, receiver);
      if (typeof method !== 'function' || typeof name !== 'string') return method;
      return (...args: unknown[]) => {
        const began = performance.now();
        const ended = (failed: boolean) => observe(name, (performance.now() - began) / 1000, failed);
        const called = method.apply(target, args) as Promise<unknown>;
        called.then(
          () => ended(false),
          () => ended(true),
        );
        return called;
      };
    },
  });
}
