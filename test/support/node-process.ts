import type { ChildProcess } from 'node:child_process';
import { beginWith, killed, says } from './midad.ts';
import { type Client, clientOf, password, tokenOf } from './staff.ts';

/** A node in a process of its own. */
export interface NodeProcess {
  url: string;
  child: ChildProcess;
  /** The link that sets the newsroom up, where it was printed. */
  setUpLink: string | undefined;
  kill(): Promise<unknown>;
  stop(): Promise<unknown>;
}

export async function startProcess(
  data: string,
  port: number,
  environment: Record<string, string> = {},
): Promise<NodeProcess> {
  const child = beginWith(environment, 'start', '--data', data, '--port', String(port));
  const said = await says(child, /running: (http\S+)[^]*Ctrl/);
  const [, url = ''] = said;
  return {
    url,
    child,
    setUpLink: /http\S+set-up#\S+/.exec(said.input)?.[0],
    kill: () => killed(child),
    stop: () => killed(child, 'SIGTERM'),
  };
}

/** Sets the newsroom up by a printed link. */
export async function setUpBy(url: string, link: string | undefined): Promise<Client> {
  const client = clientOf({ url });
  const body = { token: tokenOf(link), name: 'ريم', email: 'reem@paper.example', password, language: 'ar' };
  const { status } = await client.call('setUp', { body });
  if (status !== 200) throw new Error(`set-up answered ${status}`);
  return client;
}

export const cookieOf = (client: Client) =>
  [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
