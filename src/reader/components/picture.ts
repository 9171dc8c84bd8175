import { cropFor } from '../../model/crop.ts';
import type { Media } from '../../model/site.ts';
import { to } from '../routes.ts';
import { html, nothing, type Html } from './html.ts';
import { line } from './text.ts';

/** Widths in which pictures are kept: see `media/store.ts`. */
const widths = [320, 640, 960, 1280, 1920] as const;
/** What a browser without `srcset` gets. */
const plainWidth = 640;

/** Shapes in which pictures are cut; `whole` keeps the picture's own. */
export type Shape = 'r32' | 'r21' | 'r11' | 'whole';

export interface PictureOptions {
  alt: string;
  shape: Shape;
  /** As in `<img sizes>`: how wide it stands at each width of the page. */
  sizes: string;
  /** The largest picture of the first screen: fetched first, the others when they come near. */
  first?: boolean;
}

/** How wide a picture stands over so many of twelve columns, and over the whole width below the wide grid. */
export function sizesOf(columns: number): string {
  return `(min-width: 100rem) ${Math.round((columns / 12) * 1440)}px, (min-width: 67.5rem) ${Math.round(
    (columns / 12) * 90,
  )}vw, 94vw`;
}

/**
 * A picture of our own, with room kept for it whatever it weighs: AVIF to whoever reads it, else WebP. A drawing is weighed by
 * its detail and not its size, so it comes in one format.
 */
export function picture(media: Media, { alt, shape, sizes, first = false }: PictureOptions): Html {
  // What an editor cut out for this shape, or put in its middle, is a picture of its own.
  const crop = shape === 'whole' ? undefined : cropFor(media, shape);
  const cut = crop === undefined ? '' : `-${shape}`;
  const stored = { ...media, width: Math.round(media.width * (crop?.width ?? 1)) };
  const offered = widthsOf(stored);
  const srcset = (format: 'webp' | 'avif') =>
    offered
      .map((width) => `${to.media(media.id, `${width}${cut}.${format}`)} ${shown(stored, width)}w`)
      .join(', ');
  const plain = offered.find((width) => width >= plainWidth) ?? offered.at(-1) ?? plainWidth;
  const names = [shape === 'whole' ? '' : shape, crop === undefined ? focusClass(media) : '']
    .filter(Boolean)
    .join(' ');
  const image = html`<img
    src="${to.media(media.id, `${plain}${cut}.webp`)}"
    srcset="${srcset('webp')}"
    sizes="${sizes}"
    width="${stored.width}"
    height="${Math.round(media.height * (crop?.height ?? 1))}"
    alt="${alt}"
    ${names === '' ? nothing : html` class="${names}"`}${
      first ? html` fetchpriority="high"` : html` loading="lazy" decoding="async"`
    }
  />`;
  if (media.mime === 'image/svg+xml') return image;
  return html`<picture
    ><source type="image/avif" srcset="${srcset('avif')}" sizes="${sizes}" />
    ${image}</picture
  >`;
}

/** Never wider than the original, which has at least one; a drawing has all widths. */
function widthsOf(media: Media): readonly number[] {
  if (media.mime === 'image/svg+xml') return widths;
  const fitting = widths.filter((width) => width <= media.width);
  return fitting.length === 0 ? [widths[0]] : fitting;
}

const shown = (media: Media, width: number) =>
  media.mime === 'image/svg+xml' ? width : Math.min(width, media.width);

/** Of what is not cut: the nearest of 5 × 5 points, since a style attribute is not to stand in a page. The middle needs no word. */
function focusClass({ focus }: Media): string {
  if (focus === undefined) return '';
  const x = Math.round(focus.x * 4);
  const y = Math.round(focus.y * 4);
  return [x === 2 ? '' : `fx${x}`, y === 2 ? '' : `fy${y}`].filter(Boolean).join(' ');
}

/** Proportions (width : height, in hundredths) that a gallery's row knows; the nearest is at most 8 % away. */
const proportions = [56, 67, 75, 80, 90, 100, 115, 133, 150, 178, 200, 240] as const;

/** Class of the nearest proportion: `a133` for 4:3. */
export function proportionClass({ width, height }: Media): string {
  const ratio = (100 * width) / height;
  const distance = (p: number) => Math.abs(Math.log(p / ratio));
  return `a${proportions.reduce((best, p) => (distance(p) < distance(best) ? p : best))}`;
}

/** Caption and credit under a picture; nothing without either. `lead` stands before them (a gallery's number). */
export function caption(
  words: { caption?: string | undefined; credit?: string | undefined },
  language: string,
  lead: Html = nothing,
): Html {
  if (words.caption === undefined && words.credit === undefined && lead === nothing) return nothing;
  return html`<figcaption>
    ${lead}${words.caption === undefined ? nothing : line(words.caption, language)}${
      words.credit === undefined
        ? nothing
        : html` <span class="credit">${line(words.credit, language)}</span>`
    }
  </figcaption>`;
}
