import { addresses, type Name } from '../api/contract/addresses.ts';
import type { AnswerOf, Refusal, Sent } from '../api/contract/contract.ts';

/** What the server refused, in the reader's language: `fields` stand at their fields. */
export class Refused extends Error {
  readonly status: number;
  readonly code: string;
  readonly fields: Readonly<Record<string, string>>;

  constructor(status: number, { error }: Refusal) {
    super(error.message);
    this.status = status;
    this.code = error.code;
    this.fields = Object.fromEntries((error.fields ?? []).map(({ path, message }) => [path, message]));
  }
}

/** The server was not reached at all, or said what only a broken line says. */
export class Unreached extends Error {}

type Parts = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown };

/**
 * Asks the API by the name that the contract has for it.
 *
 * @throws Refused with a sentence for a person; Unreached when there was no answer.
 */
export async function call<N extends Name>(name: N, sent: Sent<N>, language: string): Promise<AnswerOf<N>> {
  const [method = 'GET', path = ''] = addresses[name].split(' ');
  const { params = {}, query = {}, body } = sent as Parts;
  const filled = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])));
  const search = new URLSearchParams(
    Object.entries(query).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  ).toString();
  let response: Response;
  try {
    response = await fetch(search === '' ? filled : `${filled}?${search}`, {
      method,
      headers: {
        'Accept-Language': language,
        ...(method === 'GET' ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    });
  } catch (cause) {
    throw new Unreached('', { cause });
  }
  const answer = (await response.json().catch(() => undefined)) as AnswerOf<N> | Refusal | undefined;
  if (answer === undefined) throw new Unreached(String(response.status));
  if (!response.ok) throw new Refused(response.status, answer as Refusal);
  return answer as AnswerOf<N>;
}
