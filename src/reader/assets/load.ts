import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { AssetFile, Assets } from './assets.ts';

const here = import.meta.dirname;

/** In the order in which later rules may override earlier ones. */
const styles = [
  'tokens',
  'faces',
  'base',
  'teasers',
  'masthead',
  'front',
  'story',
  'lists',
  'sheets',
  'suggest',
  'print',
] as const;
/** In the order in which each uses what stands before it. */
const scripts = ['theme', 'beacon', 'tools'] as const;

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
};

/**
 * Reads the reader's static files once, joins the style sheets and the scripts into one file each, names all by their
 * content and compresses them as far as it goes (brotli 11, gzip 9; fonts are compressed already).
 */
export function loadAssets(): Assets {
  const urls = new Map<string, string>();
  const files = new Map<string, AssetFile>();
  const add = (name: string, bytes: Buffer) => {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    const extension = extname(name);
    const hashed = `${name.slice(0, -extension.length)}-${hash}${extension}`;
    urls.set(name, `/assets/${hashed}`);
    files.set(hashed, {
      type: types[extension] ?? 'application/octet-stream',
      identity: bytes,
      etag: `"${hash}"`,
      ...(extension === '.woff2' ? {} : compressed(bytes)),
    });
  };
  const url = (name: string) => {
    const found = urls.get(name);
    if (found === undefined) throw new Error(`there is no asset called ${name}`);
    return found;
  };

  for (const name of readdirSync(join(here, 'fonts')).filter((file) => file.endsWith('.woff2'))) {
    add(name, readFileSync(join(here, 'fonts', name)));
  }
  add('icon.svg', readFileSync(join(here, 'icon.svg')));
  const css = styles.map((name) => read('styles', `${name}.css`)).join('\n');
  add(
    'site.css',
    Buffer.from(
      tight(css.replace(/url\(fonts\/([\w-]+\.woff2)\)/g, (_, font: string) => `url(${url(font)})`)),
    ),
  );
  add('site.js', Buffer.from(oneScript(scripts.map((name) => read('scripts', `${name}.js`)))));
  // A module of its own: most readers never search.
  add('suggest.js', Buffer.from(tight(read('scripts', 'suggest.js'))));
  return { url, file: (hashedName) => files.get(hashedName) };
}

const read = (folder: string, file: string) => readFileSync(join(here, folder, file), 'utf8');

/** Modules in the order of their dependence as one classic script, which may run before the page is parsed. */
function oneScript(modules: readonly string[]): string {
  const body = modules
    .join('\n')
    .replace(/^import .*\n/gm, '')
    .replace(/^export /gm, '');
  return `(()=>{'use strict';\n${tight(body)}})();\n`;
}

/** Without comments, indentation and empty lines. Our own files hold no such marks inside strings. */
function tight(source: string): string {
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/^[ \t]+/gm, '')
    .replace(/\n{2,}/g, '\n')
    .trimStart();
}

function compressed(bytes: Buffer): { br: Buffer; gzip: Buffer } {
  return {
    br: brotliCompressSync(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
    gzip: gzipSync(bytes, { level: 9 }),
  };
}
