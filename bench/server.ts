import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const program = join(import.meta.dirname, '../src/cli/midad.ts');

export interface Served {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

/** Runs the real program in a process of its own and waits for the address it prints. */
export function serveMidad(
  args: readonly string[],
  environment: Record<string, string> = {},
): Promise<Served> {
  return started(
    spawn(process.execPath, [program, ...args, '--port', '0'], {
      env: { ...process.env, MIDAD_LANG: 'en', ...environment },
    }),
    /running: (http\S+)/,
    (url) => url,
  );
}

/** Runs the bare server on the answer in a file. */
export function serveBare(file: string): Promise<Served> {
  return started(
    spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts'), file]),
    /^(\d+)$/m,
    (port) => `http://localhost:${port}`,
  );
}

function started(child: ChildProcess, sign: RegExp, url: (found: string) => string): Promise<Served> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk) => (text += String(chunk)));
    child.stdout?.on('data', (chunk) => {
      text += String(chunk);
      const found = sign.exec(text)?.[1];
      if (found === undefined) return;
      const ended = new Promise<void>((done) => child.once('exit', () => done()));
      const stop = () => {
        child.kill('SIGTERM');
        return ended;
      };
      resolve({ url: url(found).replace('localhost', '127.0.0.1'), pid: child.pid ?? 0, stop });
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code}: ${text}`)));
  });
}
