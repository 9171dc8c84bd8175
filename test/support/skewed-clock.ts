import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A clock for processes of the program that a test sets while they run. */
export interface SkewedClock {
  /** With this in its environment a process goes by it. */
  environment: Record<string, string>;
  /** Milliseconds off the machine's; seen within some 50 ms. */
  setOff(ms: number): void;
  /** To a moment, in ISO 8601. */
  setTo(moment: string): void;
}

const preload = pathToFileURL(join(import.meta.dirname, 'preload-skew.ts')).href;

/** @param folder where what it is set to is kept. */
export function skewedClock(folder: string): SkewedClock {
  const file = join(folder, 'skew');
  const setOff = (ms: number) => writeFileSync(file, String(ms));
  setOff(0);
  return {
    environment: { NODE_OPTIONS: `--import ${preload}`, SKEW_FILE: file },
    setOff,
    setTo: (moment) => setOff(Date.parse(moment) - Date.now()),
  };
}
