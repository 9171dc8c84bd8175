import type { IncomingMessage } from 'node:http';
import type { SignedIn } from '../accounts/sign-in.ts';
import type { Visitor } from '../accounts/accounts.ts';
import type { Context } from '../commands/context.ts';
import type { Verb } from '../commands/policy.ts';
import type { Name } from './contract/addresses.ts';
import type { AnswerOf, Taken } from './contract/contract.ts';
import type { ApiParts } from './parts.ts';

/** Who may send a request at all: anyone, whoever is signed in, or whoever has a right to the verb, if only to their own. */
export type Who = 'anyone' | 'signed-in' | Verb;

/** What a route works with: the validated parts of the request, and who sent it. */
export interface Asked<N extends Name, W extends Who> extends Taken<N> {
  visitor: Visitor;
  me: W extends 'anyone' ? SignedIn | undefined : SignedIn;
  /** For commands: the actor is whoever is signed in. */
  context: W extends 'anyone' ? undefined : Context;
  /** The request itself, for a body that is no JSON; nothing has read it where the contract has no body. */
  incoming: IncomingMessage;
  /** Cookies that go back with the answer. */
  cookies: string[];
}

/**
 * One route, as a chain that can be seen: limit, who, validate (by the contract of its name), command, present (JSON, or the
 * response that the command made itself).
 */
export interface Route {
  name: Name;
  /** `address`: counts towards what one address may try; for what can be guessed at. `pictures`: asked for by the dozen. */
  limit: 'address' | 'pictures' | 'none';
  who: Who;
  command(parts: ApiParts, asked: never): Promise<object>;
}

export function route<N extends Name, W extends Who>(
  name: N,
  chain: {
    limit?: Route['limit'];
    who: W;
    command(parts: ApiParts, asked: Asked<N, W>): Promise<AnswerOf<N>>;
  },
): Route {
  return { name, limit: chain.limit ?? 'none', who: chain.who, command: chain.command as Route['command'] };
}
