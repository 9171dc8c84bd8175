import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../src/cli/midad.ts');

export interface Ran {
  seconds: number;
  /** Most memory of the whole process, in MB; NaN where the system does not tell. */
  peakMb: number;
}

/**
 * Runs the real command line to its end, looking in now and then.
 * @throws Error with its output when it fails.
 */
export async function runMidad(args: readonly string[], look: () => void = () => {}): Promise<Ran> {
  const began = performance.now();
  const child = spawn(process.execPath, [program, ...args], { env: { ...process.env, MIDAD_LANG: 'en' } });
  let text = '';
  child.stdout.on('data', (chunk) => (text += String(chunk)));
  child.stderr.on('data', (chunk) => (text += String(chunk)));
  let peakMb = Number.NaN;
  const timer = setInterval(() => {
    peakMb = peakOf(child.pid ?? 0) ?? peakMb;
    look();
  }, 50);
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  clearInterval(timer);
  look();
  if (code !== 0) throw new Error(`midad ${args.join(' ')} ended with ${code}: ${text.slice(-2000)}`);
  return { seconds: (performance.now() - began) / 1000, peakMb };
}

/** The most memory that a process has had, in MB; undefined where the system does not tell. */
export const peakOf = (pid: number) => memoryOf(pid, 'VmHWM');
/** What it has now. */
export const residentOf = (pid: number) => memoryOf(pid, 'VmRSS');

function memoryOf(pid: number, what: 'VmHWM' | 'VmRSS'): number | undefined {
  try {
    const kb = new RegExp(`${what}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return kb === undefined ? undefined : Number(kb) / 1024;
  } catch {
    return undefined;
  }
}
