import type { IncomingMessage } from 'node:http';
import { knownMedia, addMedia } from '../commands/media.ts';
import type { Context, Written } from '../commands/context.ts';
import { permit } from '../commands/policy.ts';
import { mostUploadBytes, takeInFile } from '../media/intake.ts';
import { inMegabytes, type MediaStore } from '../media/store.ts';
import { MidadError } from '../model/errors.ts';

/** A line on which nothing comes for this long is dead. */
const idleMs = 30_000;
/** Each holds up to 50 MB of disk until it has been looked over. */
const mostArriving = 16;
let arriving = 0;

/**
 * A file on its way into the library: to disk first, then looked over in its turn, then kept and written down. Nothing is believed
 * of what the sender says: type and size are those of the bytes, and the name stands only in messages.
 *
 * @returns `duplicate` when the library had these bytes; then nothing was stored or written.
 * @throws MidadError `media-type`, `media-too-large`, `media-too-wide`, `media-damaged`, `too-many-requests`, `disk-full`; `bad-request` when its sender
 *   left in the middle.
 */
export async function upload(
  store: MediaStore,
  context: Context,
  incoming: IncomingMessage,
  name: string,
): Promise<Written & { duplicate: boolean }> {
  permit(context, 'add-media');
  const file = shown(name);
  if (Number(incoming.headers['content-length'] ?? 0) > mostUploadBytes)
    throw new MidadError('media-too-large', { file, megabytes: inMegabytes(mostUploadBytes) });
  if (arriving >= mostArriving) throw new MidadError('too-many-requests', { seconds: 5 });
  arriving++;
  try {
    const arrival = await store.receive(untilIdle(incoming), { most: mostUploadBytes, file });
    try {
      const known = await knownMedia(context, arrival.sha256);
      if (known !== undefined) return known;
      const { caption, credit, ...about } = await takeInFile(arrival.path, file);
      await store.keep(arrival, about.mime);
      return await addMedia(context, {
        file: { sha256: arrival.sha256, ...about },
        details: { ...(caption !== undefined && { caption }), ...(credit !== undefined && { credit }) },
      });
    } finally {
      await store.discard(arrival);
    }
  } catch (cause) {
    if (cause instanceof MidadError) throw cause;
    throw incoming.complete ? cause : new MidadError('bad-request', {}, { cause });
  } finally {
    arriving--;
  }
}

/** The body as it comes. Left open on leaving: an iterator that is abandoned would take the socket, and the answer, with it. */
async function* untilIdle(incoming: IncomingMessage): AsyncGenerator<Buffer> {
  const dead = setTimeout(() => incoming.destroy(), idleMs);
  try {
    for await (const chunk of incoming.iterator({ destroyOnReturn: false })) {
      dead.refresh();
      yield chunk as Buffer;
    }
  } finally {
    clearTimeout(dead);
  }
}

/** A file's name as a message may say it: its last part, without what cannot be seen, and not at length. */
function shown(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain;
}
