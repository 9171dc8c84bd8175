import type { BlockList } from 'node:net';
import type { ReaderRequest } from '../reader/answer.ts';
import { clientAddress } from '../http/client-address.ts';

/** A token is about 40 letters; whatever is longer is none. */
const mostBytes = 200;

/** What a beacon says of one reading, on its way to the counter. Nothing of it is stored. */
export interface ReadSignal {
  token: string;
  address: string;
  agent: string | undefined;
  purpose: string | undefined;
}

/**
 * `POST /r`: hands the reading on and answers 204, whatever came, so that nothing can be learnt from the answer.
 */
export function beacon(signal: (read: ReadSignal) => void, trusted: BlockList) {
  return async (request: ReaderRequest): Promise<Response> => {
    const token = await bounded(request);
    if (token !== undefined && token !== '') {
      signal({
        token,
        address: clientAddress(request.env.incoming, trusted),
        agent: request.req.header('user-agent'),
        purpose:
          request.req.header('sec-purpose') ?? request.req.header('purpose') ?? request.req.header('x-moz'),
      });
    }
    return new Response(null, { status: 204, headers: { 'Cache-Control': 'no-store' } });
  };
}

/** The body; undefined when it is too long, or its sender left in the middle. */
async function bounded(request: ReaderRequest): Promise<string | undefined> {
  const { incoming } = request.env;
  if (Number(incoming.headers['content-length'] ?? 0) > mostBytes) return undefined;
  let text = '';
  try {
    // Left open on leaving the loop: an iterator that is abandoned would take the socket, and the answer, with it.
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      text += String(chunk);
      if (text.length > mostBytes) return undefined;
    }
  } catch {
    return undefined;
  }
  return text.trim();
}
