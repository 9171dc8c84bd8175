import { colleagues } from '../../demo/colleagues.ts';
import type { Name } from '../../src/api/contract/addresses.ts';
import { splitAddress } from '../../src/api/contract/addresses.ts';
import type { AnswerOf, Refusal, Sent } from '../../src/api/contract/contract.ts';
import { addUser } from '../../src/commands/put-user.ts';
import type { Role, User } from '../../src/model/user.ts';
import type { TestSite } from './site.ts';

/** A browser as far as the API is concerned: keeps cookies, says where its page is from. */
export interface Client {
  readonly cookies: Map<string, string>;
  /** By name, as the newsroom's own pages do; parameters, query and body in one. */
  call<N extends Name>(name: N, sent?: Loose<N>): Promise<Answered<N>>;
  /** Any request, as it is. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** Tests also send what does not fit. */
type Loose<N extends Name> = Partial<Record<keyof Sent<N>, unknown>>;
export interface Answered<N extends Name> {
  status: number;
  headers: Headers;
  /** What came back, where it was an answer. */
  said: AnswerOf<N>;
  error: Refusal['error'] | undefined;
}

export function clientOf(site: Pick<TestSite, 'url'>, headers: Record<string, string> = {}): Client {
  const cookies = new Map<string, string>();
  const send: Client['send'] = async (method, path, body, more = {}) => {
    const response = await fetch(site.url + path, {
      method,
      redirect: 'manual',
      headers: {
        origin: site.url,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
        ...more,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || /max-age=0/i.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    send,
    async call(name, sent = {}) {
      const { params = {}, query, body } = sent as Record<string, Record<string, unknown>>;
      const { method, path } = splitAddress(name);
      const filled = path.replace(/:(\w+)/g, (_, key: string) =>
        encodeURIComponent(String(params[key] ?? '1')),
      );
      const search = query === undefined ? '' : `?${new URLSearchParams(query as Record<string, string>)}`;
      const response = await send(method, filled + search, method === 'GET' ? undefined : (body ?? {}));
      const said: unknown = await response.json().catch(() => ({}));
      const error = (said as Partial<Refusal>).error;
      return { status: response.status, headers: response.headers, said: said as never, error };
    },
  };
}

/** Passwords of tests. */
export const password = 'حبر على ورق 1923';

/** What stands behind the # of a link. */
export const tokenOf = (link: string | undefined) => link?.split('#')[1] ?? '';

/** Sets the newsroom up and comes back signed in as its administrator. */
export async function setUpAs(site: TestSite, email = 'reem@paper.example'): Promise<Client> {
  const client = clientOf(site);
  const token = tokenOf(await site.setUpLink());
  const { status } = await client.call('setUp', {
    body: { token, name: 'ريم العلي', email, password, language: 'ar' },
  });
  if (status !== 200) throw new Error(`set-up answered ${status}`);
  return client;
}

/** Somebody of a role, in the record. */
export async function employ(site: TestSite, role: Role, more: Partial<User> = {}): Promise<User> {
  const id = String(await site.journal.reserve('user', 1));
  const user: User = {
    id,
    name: `${role} ${id}`,
    email: `${role}-${id}@paper.example`,
    role,
    sections: [],
    language: 'ar',
    ...more,
  };
  const { seq } = await addUser({ journal: site.journal, actor: 'cli', now: Date.now() }, user);
  await site.caughtUp(seq);
  return user;
}

/** Somebody of the sample newspaper, by the beginning of their address, «salma». */
export function colleague(name: string): User {
  const user = colleagues.find(({ email }) => email.startsWith(`${name}@`));
  if (user === undefined) throw new Error(name);
  return user;
}

/** Signed in as somebody, by a printed link. */
export async function enterAs(site: TestSite, user: User, headers?: Record<string, string>): Promise<Client> {
  const client = clientOf(site, headers);
  const { status } = await client.call('enter', { body: { token: tokenOf(await site.enterLink(user)) } });
  if (status !== 200) throw new Error(`enter answered ${status}`);
  return client;
}
