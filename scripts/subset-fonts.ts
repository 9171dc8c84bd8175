/**
 * Makes the reader's three font files from the Fontsource packages: `node scripts/subset-fonts.ts`.
 * Their output is committed, so that neither an installation nor a start needs the packages. Only the letters
 * that Arabic newspapers set are kept, and only the weights that the stylesheet asks for.
 */
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import subsetFont from 'subset-font';

const root = fileURLToPath(new URL('..', import.meta.url));
const packages = `${root}node_modules/@fontsource-variable`;
const out = `${root}src/reader/assets/fonts`;

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');

/** Letters, harakat, digits and percent signs of Arabic, the Persian and foreign letters of names, joiners. */
const arabic = `،؛؟${range(0x621, 0x63a)}${range(0x640, 0x655)}${range(0x660, 0x66c)}ٰٱپچژڤکگی${range(0x200c, 0x200f)}`;
/** ASCII, the guillemets and dashes of Arabic setting. */
const latin = `${range(0x20, 0x7e)}\u00a0«»·×–—‘’“”…−•←→©`;

const faces = [
  {
    out: 'text-arabic',
    from: 'noto-naskh-arabic/files/noto-naskh-arabic-arabic-wght-normal',
    text: arabic,
    min: 400,
  },
  {
    out: 'text-latin',
    from: 'noto-naskh-arabic/files/noto-naskh-arabic-latin-wght-normal',
    text: latin,
    min: 400,
  },
  {
    out: 'display-arabic',
    from: 'markazi-text/files/markazi-text-arabic-wght-normal',
    text: arabic,
    min: 500,
  },
] as const;

await mkdir(out, { recursive: true });
for (const face of faces) {
  const whole = await readFile(`${packages}/${face.from}.woff2`);
  const subset = await subsetFont(whole, face.text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: face.min, max: 700 } },
  });
  await writeFile(`${out}/${face.out}.woff2`, subset);
  process.stdout.write(`${face.out}.woff2 ${whole.length} → ${subset.length} bytes\n`);
}
for (const family of ['noto-naskh-arabic', 'markazi-text']) {
  await copyFile(`${packages}/${family}/LICENSE`, `${out}/${family}.OFL.txt`);
}
