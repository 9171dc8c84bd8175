import { isolate } from '../../arabic/bidi.ts';
import type { Run, Runs } from '../../model/block.ts';
import { html, nothing, raw, type Html } from './html.ts';

/** Addresses longer than this may break: an unbreakable one would widen a phone's page. */
const longestUnbroken = 24;

/**
 * A line of text with what must not mix with its surroundings isolated: Latin names, handles, telephone numbers,
 * scores. Outside Arabic the line stays whole, since isolation is cut for Arabic.
 */
export function line(text: string, language = 'ar'): Html {
  if (!language.startsWith('ar')) return html`${text}`;
  const pieces = isolate(text);
  if (pieces.length === 1 && pieces[0]?.dir === undefined) return html`${text}`;
  return html`${pieces.map(({ text: piece, dir, lang, number }) => {
    if (dir === undefined) return piece;
    const name = [number === true ? 'num' : '', piece.length > longestUnbroken ? 'long' : '']
      .join(' ')
      .trim();
    if (number === true) return figures(piece, dir, name);
    return html`<bdi
      dir="${dir}"
      ${lang === undefined ? nothing : html` lang="${lang}"`}${name === '' ? nothing : html` class="${name}"`}
      >${piece}</bdi
    >`;
  })}`;
}

/**
 * A score or range has each of its figures isolated once more, or a hyphen would join European ones to a number that is
 * painted from the left; Arabic-Indic figures between hyphens keep their order only when it is forced.
 */
function figures(piece: string, dir: 'ltr' | 'rtl', name: string): Html {
  if (dir === 'rtl') {
    const parts = piece.split(/([0-9\u0660-\u0669\u06f0-\u06f9]+)/);
    return html`<bdi dir="rtl" class="${name}"
      >${parts.map((part, i) => (i % 2 === 0 ? part : html`<bdi>${part}</bdi>`))}</bdi
    >`;
  }
  return /[\u0660-\u0669\u06f0-\u06f9]/.test(piece)
    ? html`<bdo dir="ltr" class="${name}">${piece}</bdo>`
    : html`<bdi dir="ltr" class="${name}">${piece}</bdi>`;
}

/** Text of a body with its marks; each run isolated, and in its own language where it has one. */
export function inline(runs: Runs, language: string): Html {
  return html`${runs.map((run) => marked(run, language))}`;
}

function marked(run: Run, language: string): Html {
  const foreign = run.lang !== undefined && primary(run.lang) !== primary(language);
  let piece: Html = foreign
    ? html`<bdi
        lang="${run.lang}"
        dir="${directionOf(run.lang ?? '')}"
        ${run.text.length > longestUnbroken ? html` class="long"` : nothing}
        >${run.text}</bdi
      >`
    : line(run.text, language);
  if (run.em === true) piece = html`<em>${piece}</em>`;
  if (run.strong === true) piece = html`<strong>${piece}</strong>`;
  if (run.href === undefined) return piece;
  return html`<a href="${run.href}" ${isOutside(run.href) ? raw(' rel="noopener"') : nothing}>${piece}</a>`;
}

const isOutside = (href: string) => /^https?:/i.test(href);
const primary = (tag: string) => tag.toLowerCase().split('-', 1)[0] ?? '';

/** Languages written right to left (ISO 639), as far as newspapers quote them. */
const rightToLeft = new Set(['ar', 'fa', 'ur', 'he', 'ps', 'ckb', 'sd', 'ug', 'dv', 'yi', 'syr']);

/** Direction of a language by its tag. */
export function directionOf(tag: string): 'rtl' | 'ltr' {
  return rightToLeft.has(primary(tag)) ? 'rtl' : 'ltr';
}
