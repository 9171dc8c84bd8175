import { readFileSync } from 'node:fs';

/**
 * Loaded before the program (`node --import`), in all its threads: a clock that is as many milliseconds off as stand in the file that
 * `SKEW_FILE` names, looked at twenty times a second. What measures spans (`performance.now`, timers) goes on, as with a clock that is set.
 */
const file = process.env['SKEW_FILE'] ?? '';
const RealDate = Date;
let skew = 0;
const look = () => {
  try {
    skew = Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    skew = 0;
  }
};
look();
setInterval(look, 50).unref();

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length === 0 ? [target.now() + skew] : given, newTarget) as Date,
  apply: (target) => new target(target.now() + skew).toString(),
  get: (target, name, receiver) =>
    name === 'now' ? () => target.now() + skew : (Reflect.get(target, name, receiver) as unknown),
});
