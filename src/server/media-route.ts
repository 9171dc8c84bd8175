import { createHash } from 'node:crypto';
import { cropFor } from '../model/crop.ts';
import { cropShapes, type Media } from '../model/site.ts';
import type { PublicCatalog } from '../catalog/public/catalog.ts';
import type { MediaStore } from '../media/store.ts';
import { mediaHeaders } from '../http/security-headers.ts';

/** A day: a picture's address stays when its picture is exchanged, and then a day may pass. */
const kept = 'public, max-age=86400';

/**
 * Answers a picture of a published media document.
 * @returns the response, or undefined where there is no such picture (the caller's 404 page follows).
 */
export async function mediaResponse(
  catalog: PublicCatalog,
  store: MediaStore,
  id: string,
  name: string,
  ifNoneMatch: string | undefined,
): Promise<Response | undefined> {
  const media = catalog.media(id);
  if (media === undefined) return undefined;
  const cut = JSON.stringify(cutOf(media, name) ?? null);
  const etag = `"${createHash('sha256').update(`${media.sha256}/${name}/${cut}`).digest('base64url').slice(0, 22)}"`;
  const headers = { ...mediaHeaders, 'Cache-Control': kept, ETag: etag, 'Surrogate-Key': `media:${id}` };
  const rendition = await store.rendition(media, name);
  if (rendition === undefined) return undefined;
  if (ifNoneMatch === etag) return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(rendition.bytes), {
    headers: { ...headers, 'Content-Type': rendition.type, 'Content-Length': String(rendition.bytes.length) },
  });
}

/** A shape's address stays when what stands in it changes. */
function cutOf(media: Media, name: string) {
  const shape = cropShapes.find((one) => name.includes(`-${one}.`));
  return shape && cropFor(media, shape);
}
