import type { Edition } from './edition.ts';
import { html, type Html } from './html.ts';

/** The nameplate: the site's drawn logo in the ink of the page, else its name in the display face. */
export function logo({ site }: Edition): Html {
  if (site.logo === undefined) return html`<span class="name">${site.name}</span>`;
  const [, , width = '', height = ''] = site.logo.viewBox.trim().split(/[\s,]+/);
  return html`<svg
    viewBox="${site.logo.viewBox}"
    width="${width}"
    height="${height}"
    role="img"
    aria-label="${site.name}"
  >
    <path fill="currentColor" d="${site.logo.path}" />
  </svg>`;
}
