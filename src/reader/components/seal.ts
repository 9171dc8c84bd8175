import { html, raw, type Html } from './html.ts';

/** Fifteen engraved lines, each a little heavier than the one above it. */
const engraving = raw(
  `<path fill="currentColor" opacity=".38" d="${Array.from(
    { length: 15 },
    (_, i) => `M1 ${(5 + 4.4 * i).toFixed(1)}h70v${(0.4 + 0.11 * i).toFixed(1)}h-70z`,
  ).join('')}"/>`,
);

/** A writer's letter on engraved lines, until there is a portrait. Decoration: the name stands beside it. */
export function seal(name: string): Html {
  const letter = /\p{L}/u.exec(name)?.[0] ?? '؟';
  // A lone heh looks like the figure five; newspapers set its initial form.
  return html`<svg class="seal" viewBox="0 0 72 72" aria-hidden="true">
    ${engraving}
    <rect x=".5" y=".5" width="71" height="71" />
    <text x="36" y="49" text-anchor="middle">${letter === 'ه' ? 'هـ' : letter}</text>
  </svg>`;
}
