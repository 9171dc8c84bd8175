import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../../src/cli/midad.ts');
const environment = () => ({ ...process.env, MIDAD_LANG: 'en', NO_COLOR: '1', MIDAD_LOG: 'silent' });

export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** Runs the program to its end. */
export function midad(...args: string[]): Promise<Ended> {
  return midadWith({}, ...args);
}

/** As `midad`, with more variables in its environment. */
export function midadWith(more: Record<string, string>, ...args: string[]): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, ...args],
      { env: { ...environment(), ...more }, maxBuffer: 1 << 26, timeout: 180_000 },
      (error, out, err) => resolve({ code: error === null ? 0 : Number(error.code ?? 1), out, err }),
    );
  });
}

/** Begins it; the caller ends it. */
export function begin(...args: string[]): ChildProcess {
  return beginWith({}, ...args);
}

export function beginWith(more: Record<string, string>, ...args: string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], {
    env: { ...environment(), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits until what it says matches. @throws Error with what it said, when it ends before. */
export function says(child: ChildProcess, pattern: RegExp): Promise<RegExpExecArray> {
  let text = '';
  return new Promise((resolve, reject) => {
    const look = (chunk: unknown) => {
      text += String(chunk);
      const found = pattern.exec(text);
      if (found !== null) resolve(found);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
}

export const killed = (child: ChildProcess, sign: NodeJS.Signals = 'SIGKILL') =>
  new Promise<number | null>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode);
    else child.once('exit', resolve).kill(sign);
  });
