import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { loadAssets } from './load.ts';

const assets = loadAssets();
const names = [
  'site.css',
  'site.js',
  'suggest.js',
  'icon.svg',
  'display-arabic.woff2',
  'text-arabic.woff2',
  'text-latin.woff2',
];
const fileOf = (name: string) => assets.file(assets.url(name).slice('/assets/'.length));
const folder = join(import.meta.dirname, 'styles');
const styles = readdirSync(folder).map((name) => ({ name, css: readFileSync(join(folder, name), 'utf8') }));

test('files are named by their content and come back as they were from every coding', () => {
  for (const name of names) {
    expect(assets.url(name)).toMatch(/^\/assets\/[a-z-]+-[0-9a-f]{10}\.(css|js|svg|woff2)$/);
    const file = fileOf(name);
    if (file?.br !== undefined) expect(brotliDecompressSync(file.br)).toEqual(file.identity);
    if (file?.gzip !== undefined) expect(gunzipSync(file.gzip)).toEqual(file.identity);
    expect(file?.br === undefined).toBe(name.endsWith('.woff2'));
  }
  expect(assets.file('../load.ts')).toBeUndefined();
  expect(() => assets.url('other.css')).toThrow('other.css');
});

test('fonts, style sheet and script leave a story page a quarter of its hundred kilobytes', () => {
  const weight = names
    .filter((name) => name !== 'icon.svg' && name !== 'suggest.js')
    .reduce((sum, name) => {
      const file = fileOf(name);
      return sum + (file?.br ?? file?.identity ?? []).length;
    }, 0);
  expect(weight).toBeLessThan(75_000);
  expect(fileOf('site.js')?.gzip?.length).toBeLessThan(6 * 1024);
});

test('the beacon is under a kilobyte', () => {
  const source = readFileSync(join(import.meta.dirname, 'scripts/beacon.js'), 'utf8');
  expect(gzipSync(source).length).toBeLessThan(1024);
});

test('the script is one that browsers can run', () => {
  const script = fileOf('site.js')?.identity.toString() ?? '';
  expect(() => new Function(script)).not.toThrow();
  expect(script).not.toMatch(/^(import|export) /m);
});

test('every font that the style sheet names is there', () => {
  const css = fileOf('site.css')?.identity.toString() ?? '';
  const urls = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, url = '']) => url);
  expect(urls.length).toBeGreaterThan(3);
  for (const url of urls) expect(assets.file(url.slice('/assets/'.length))).toBeDefined();
});

test('styles know start and end, never left and right', () => {
  const physical =
    /(?<![\w-])(?:(?:margin|padding|border|inset)-(?:left|right|top|bottom)|left|right|(?:float|clear|text-align):\s*(?:left|right)|(?:min-|max-)?(?:width|height)(?=\s*:(?![^{]*\)\s*{)))(?![\w-])/;
  for (const { name, css } of styles) {
    const rules = css
      .replace(/\/\*[\s\S]*?\*\//g, '')
      .replace(/@media[^{]+/g, '')
      .replace(/stroke-width/g, '');
    expect([name, physical.exec(rules)?.[0]]).toEqual([name, undefined]);
  }
});

test('styles set no spacing between letters, no slant and no justification', () => {
  for (const { name, css } of styles) {
    expect([
      name,
      /letter-spacing:\s*(?=[^\s0])|font-style:\s*(italic|oblique)|text-align:\s*justify/.exec(css)?.[0],
    ]).toEqual([name, undefined]);
  }
});
