import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Media } from '../../src/model/site.ts';
import type { TestSite } from './site.ts';
import type { Client } from './staff.ts';

let shade = 0;
/** Another picture at every call: left half of one colour, right half blue. */
export async function photo(width = 640, height = 400): Promise<Buffer> {
  shade++;
  const left = await sharp({
    create: { width: width / 2, height, channels: 3, background: { r: 200, g: shade, b: 20 } },
  })
    .png()
    .toBuffer();
  return sharp({ create: { width, height, channels: 3, background: '#00f' } })
    .composite([{ input: left, left: 0, top: 0 }])
    .withExif({
      IFD0: { Artist: 'Huda', ImageDescription: 'The port', Software: `camera ${shade}` },
      IFD3: { GPSLatitude: '33/1 30/1 0/1', GPSLatitudeRef: 'N' },
    })
    .jpeg()
    .toBuffer();
}

export interface Uploaded {
  status: number;
  id: string;
  version: number;
  duplicate: boolean;
  media: Media;
  error?: { code: string; message: string };
}

/** Sends pictures to a site's library, as the newsroom's page does. */
export const uploadTo =
  (site: TestSite) =>
  async (
    client: Client,
    bytes: Uint8Array | ReadableStream,
    name = 'صورة.jpg',
    headers: Record<string, string> = {},
  ): Promise<Uploaded> => {
    const cookie = [...client.cookies].map(([key, value]) => `${key}=${value}`).join('; ');
    const response = await fetch(`${site.url}/api/media?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { origin: site.url, cookie, 'content-type': 'image/jpeg', ...headers },
      body: bytes,
      ...(bytes instanceof ReadableStream && { duplex: 'half' }),
    } as RequestInit);
    return { status: response.status, ...((await response.json()) as Omit<Uploaded, 'status'>) };
  };

/** Names of the files in a folder of a site's pictures, however deep. */
export const filesIn =
  (site: TestSite) =>
  async (folder: string): Promise<string[]> =>
    (
      await readdir(join(site.data, 'media', folder), { recursive: true, withFileTypes: true }).catch(
        () => [],
      )
    )
      .filter((entry) => entry.isFile())
      .map(({ name }) => name);
