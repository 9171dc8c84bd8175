import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { colourPattern } from '../../model/accent.ts';
import type { Site } from '../../model/site.ts';
import type { AssetFile, Assets } from './assets.ts';

/** `site-3f2a9c1b7d-9c1733-e87f92.css`: the style sheet by its content, and behind it the accents of both themes. */
const named = /^(site-[0-9a-f]{10})-([0-9a-f]{6})-([0-9a-f]{6})\.css$/;

/**
 * The style sheet of a site: of one with an accent of its own the sheet that ends with it, one file and one request, so that the
 * content security policy needs no exception. The colours stand in the address, which therefore says all that is in the
 * file: every process makes the same of it, and a page that a cache somewhere kept still finds its colours.
 */
export function siteSheet(assets: Assets, { accent }: Pick<Site, 'accent'>): string {
  const plain = assets.url('site.css');
  if (accent === undefined) return plain;
  const { light, dark } = accent;
  // Also of a record that was written before colours were looked at.
  if (!colourPattern.test(light) || !colourPattern.test(dark)) return plain;
  return plain.replace(/\.css$/, `-${light.slice(1)}-${dark.slice(1)}.css`);
}

/** The last sheet that was asked for by its accents and compressed: a site has one. */
let kept: { name: string; file: AssetFile } | undefined;

/**
 * The file of such an address; undefined for any other.
 * @param own the site's present sheet: only that is compressed and kept, whatever colours strangers ask for.
 */
export function sheetFile(assets: Assets, name: string, own: string): AssetFile | undefined {
  const [, plainName = '', light = '', dark = ''] = named.exec(name) ?? [];
  const plain = assets.file(`${plainName}.css`);
  if (plain === undefined) return undefined;
  if (kept?.name === name) return kept.file;
  const identity = Buffer.concat([plain.identity, Buffer.from(rules(light, dark))]);
  const file: AssetFile = {
    type: plain.type,
    identity,
    etag: `"${createHash('sha256').update(identity).digest('hex').slice(0, 10)}"`,
  };
  if (!own.endsWith(`/${name}`)) return file;
  kept = { name, file: { ...file, br: brotliCompressSync(identity), gzip: gzipSync(identity) } };
  return kept.file;
}

/** On screens only: paper has black ink. */
function rules(light: string, dark: string): string {
  const say = (colour: string) => `{--accent:#${colour};--focus:#${colour}}`;
  return (
    `@media screen{:root${say(light)}:root[data-theme="dark"]${say(dark)}}` +
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"])${say(dark)}}\n`
  );
}
