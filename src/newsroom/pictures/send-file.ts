import { splitAddress } from '../../api/contract/addresses.ts';
import type { AnswerOf, Refusal } from '../../api/contract/contract.ts';
import { Refused, Unreached } from '../client.ts';

/** As the server has it: `media/intake.ts`. */
export const mostMegabytes = 50;

export type Uploaded = AnswerOf<'addMedia'>;

/**
 * Sends a file to the library. By XMLHttpRequest, since `fetch` says nothing of how much has been sent.
 *
 * @param onSent is told which part (0–1) is on its way.
 * @throws Refused with a sentence for a person; Unreached when the line broke or it was stopped.
 */
export function sendFile(
  file: File,
  options: { language: string; onSent(part: number): void; signal: AbortSignal },
): Promise<Uploaded> {
  const { language, onSent, signal } = options;
  const { method, path } = splitAddress('addMedia');
  const request = new XMLHttpRequest();
  request.open(method, `${path}?name=${encodeURIComponent(file.name.slice(0, 500))}`);
  request.responseType = 'json';
  request.setRequestHeader('Accept-Language', language);
  request.setRequestHeader('Content-Type', 'application/octet-stream');
  request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0));
  signal.addEventListener('abort', () => request.abort());
  return new Promise((resolve, reject) => {
    request.addEventListener('loadend', () => {
      const answer = request.response as Uploaded | Refusal | null;
      if (answer === null) reject(new Unreached(String(request.status)));
      else if ('error' in answer) reject(new Refused(request.status, answer));
      else resolve(answer);
    });
    request.send(file);
  });
}
